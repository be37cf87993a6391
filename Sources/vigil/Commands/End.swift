import ArgumentParser
import RecordStore
import SessionRecord
import Supervision

/// Closes a session, with the decision that the patient leaves.
struct End: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: "Close a session with the decision to leave: who decided, and why.",
    discussion: """
      Once something was given, and while a high flag is open, each of the protocol's criteria for \
      leaving is met, has a reason, or the patient leaves against advice; vigil leaving shows where \
      they stand. A reason is for one \
      criterion where it begins with its id and =, else for all that have none. Afterwards the \
      session takes only fix, void, ack, addendum and review; the first fix or void makes it amended. \
      Without a session the only open one is meant; a bare number is a session here, never a room.

        vigil end P-014 --by KO
        vigil end P-014 --decided-by LH --escort 'sister, A. Meier' \\
          --instructions 'no driving until tomorrow' --because 'seen by LH'
        vigil end 1 --from-paper --at 15:40 --by MB --because 'as on the paper chart'
      """
  )

  @Argument(help: ArgumentHelp(SessionOption.meaning))
  var session: String?

  @OptionGroup var named: SessionOption

  @Option(
    name: .long,
    help: ArgumentHelp("Who decided (default: who enters this).", valueName: "who")
  )
  var decidedBy: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Why a criterion that is not met does not keep the patient, as 'gait=uses a frame'; "
        + "without an id, for all. May be repeated.",
      valueName: "reason"
    )
  )
  var because: [String] = []

  @Option(name: .long, help: ArgumentHelp("Who takes the patient home.", valueName: "text"))
  var escort: String?

  @Option(name: .long, help: ArgumentHelp("What the patient was told.", valueName: "text"))
  var instructions: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The patient leaves against advice: why.", valueName: "text")
  )
  var againstAdvice: String?

  @Option(name: .long, help: ArgumentHelp("Who saw that.", valueName: "who"))
  var witness: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Minute since the start at which the patient would have been ready, for the REMS form: the "
        + "clinician's own judgement, never computed.",
      valueName: "minute"
    )
  )
  var readyMinute: Int?

  @OptionGroup var paper: PaperTimeOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard session == nil || named.session == nil else { throw CommandRefusal.sessionTwice }
    let request = try request()
    let closing = try paper.time()
    let author = try author.authorship()
    let desk = try Desk.open(record, .writing)
    let session = try desk.supervision.session(
      meant: session ?? named.session,
      for: .ending
    )
    Output.answer(
      Answer.text(
        try desk.supervision.end(
          session.number,
          by: author.author,
          usual: author.usual,
          request,
          onPaper: closing
        )
      )
    )
  }

  private func request() throws -> LeavingRequest {
    var request = LeavingRequest()
    request.decidedBy = try decidedBy.map { try ClinicianCode($0) }
    for text in because {
      let reason = try LeavingReason(text)
      guard !request.reasons.contains(where: { $0.criterion == reason.criterion }) else {
        throw CommandRefusal.reasonTwice(reason.criterion)
      }
      request.reasons.append((reason.criterion, reason.text))
    }
    request.escort = try escort.map { try PlainText.checked($0, what: "escort") }
    request.instructions = try instructions.map {
      try PlainText.checked($0, what: "list of instructions")
    }
    request.againstAdvice = try advice()
    request.readyMinute = readyMinute
    return request
  }

  private func advice() throws -> (reason: String, witness: String)? {
    switch (againstAdvice, witness) {
    case (nil, nil): return nil
    case (nil, _?): throw CommandRefusal.adviceMissing
    case (_?, nil): throw CommandRefusal.witnessMissing
    case (let reason?, let witness?):
      return (
        try PlainText.checked(reason, what: "reason"),
        try PlainText.checked(witness, what: "witness")
      )
    }
  }
}
