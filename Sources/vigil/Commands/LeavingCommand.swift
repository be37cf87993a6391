import ArgumentParser
import Monitoring
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Shows the criteria for leaving, and records what a person answers to them.
struct LeavingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leaving",
    abstract: "Show the clinic's criteria for leaving: met since when, or what is missing.",
    discussion: """
      Exits with 0 when all are met, else with 1; who leaves is decided by a named clinician, and \
      recorded by vigil end. What nothing in the record can answer is answered by name; with --by \
      alone it is asked for on a terminal, and Enter leaves it not answered.

        vigil leaving P-014
        vigil leaving 1 --met gait,oriented --not-met cannula-out --by KO
        vigil leaving 1 --escort 'sister, A. Meier' --by KO \\
          --instructions 'no driving until tomorrow; says she understood'
        vigil leaving 1 --from-paper --at 15:35 --met gait,oriented --by MB
      """
  )

  @Argument(help: ArgumentHelp(SessionOption.meaning))
  var session: String?

  @OptionGroup var named: SessionOption

  @Option(
    name: .long,
    help: ArgumentHelp("Criteria that are met, by their ids.", valueName: "ids")
  )
  var met: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Criteria that are not met.", valueName: "ids")
  )
  var notMet: [String] = []

  @Option(name: .long, help: ArgumentHelp("Who takes the patient home.", valueName: "text"))
  var escort: String?

  @Option(name: .long, help: ArgumentHelp("What the patient was told.", valueName: "text"))
  var instructions: String?

  @Option(name: .long, help: "text or json.")
  var format: TextFormat = .text

  @OptionGroup var paper: PaperTimeOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard session == nil || named.session == nil else { throw CommandRefusal.sessionTwice }
    let said = try TypedAnswers(
      met: met,
      notMet: notMet,
      escort: escort,
      instructions: instructions
    )
    let time = try paper.time()
    let author = try author.authorship()
    let desk = try Desk.open(record, said.isEmpty ? .reading : .writing)
    let session = try desk.supervision.session(
      meant: session ?? named.session,
      for: said.isEmpty ? .reading : .recording
    )
    guard said.isEmpty else {
      let terms = try desk.supervision.monitoringProtocol(of: session)
      return try record(
        said.answers(under: terms),
        at: time,
        in: session.number,
        by: author,
        of: desk
      )
    }
    let file = try desk.supervision.file(of: session.number)
    let asked = isToAsk(file) ? try CriterionQuestions(file).ask() : []
    guard !asked.isEmpty else {
      guard time == nil else { throw PaperOptionRefusal.nothingAnswered }
      return try show(file)
    }
    try record(asked, at: time, in: session.number, by: author, of: Desk.open(record, .writing))
  }

  /// Only one who says who they are is asked, and only where they can see the question.
  private func isToAsk(_ file: SessionFile) -> Bool {
    author.by != nil && format == .text && file.session.isOpen && Terminal.hasPerson
  }

  private func record(
    _ answers: [CriteriaAnswers.Answer],
    at time: PaperTime?,
    in session: SessionNumber,
    by author: Authorship,
    of desk: Desk
  ) throws {
    let recorded = try desk.supervision.answer(
      answers,
      in: session,
      by: author.author,
      usual: author.usual,
      onPaper: time
    )
    switch format {
    case .text:
      Output.answer(
        Answer.text(recorded, style: layout.style) + "\n\n"
          + LeavingText(recorded.file, style: layout.style).text
      )
    case .json: Output.answer(LeavingJSON(recorded.file).text)
    }
    try finish(recorded.file)
  }

  private func show(_ file: SessionFile) throws {
    switch format {
    case .text: Output.data(LeavingText(file, style: layout.style).text)
    case .json: Output.data(LeavingJSON(file).text)
    }
    try finish(file)
  }

  /// Where a protocol has no criteria none is met, and no script may read that as all.
  private func finish(_ file: SessionFile) throws {
    if file.readiness.allMetSince == nil { throw FoundSomething() }
  }
}
