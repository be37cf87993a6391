import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Says what a clinic makes of flags and side effects afterwards.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Review flags and side effects: expected, artefact, adverse-event or serious.",
    usage: """
      vigil review [-s <session>] <flags> <verdict> --by <who> [--follow-up <text>] <text> …
      """,
    discussion: """
      Reviewed are flags by number (3, or 3,5-7), a side effect by name or by the entry of its onset \
      ('#17'), or all: every unreviewed one of the session, except flags of high priority, which are \
      reviewed by number. A review changes no flag and amends nothing; of several on one flag the \
      newest counts. serious says which report is due. It says who reviews, and where clinicians \
      are listed they need the role reviewer.

        vigil review 1 expected --by LH 'peak of the dose, settled by itself'
        vigil review -s 1 1,2-3 artefact --by LH 'cuff on the arm of the infusion'
        vigil review -s 1 nausea adverse-event --by LH \\
          --follow-up 'ask next time' 'unwell at home'
        vigil flags --unreviewed --since 2026-11-16 --until 2026-11-22
      """
  )

  @OptionGroup var session: SessionOption

  @Argument(
    help: ArgumentHelp(
      "What is reviewed, what it was (expected, artefact, adverse-event, serious), and in words.",
      valueName: "text"
    )
  )
  var words: [String] = []

  @Option(name: .long, help: ArgumentHelp("What is to be done about it.", valueName: "text"))
  var followUp: String?

  @OptionGroup var author: AuthorOptions
  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let typed = try TypedReview(words)
    let request = ReviewRequest(
      typed.subject,
      verdict: typed.verdict,
      followUp: try followUp.map { try PlainText.checked($0, what: "follow-up") },
      text: try PlainText.checked(typed.text, what: "review")
    )
    guard let author = try author.author() else { throw ReviewRefusal.reviewerMissing }
    let desk = try Desk.open(record, .writing)
    let session = try desk.supervision.session(meant: session.session)
    let recorded = try desk.supervision.review(request, in: session.number, by: author)
    Output.answer(
      ReviewAnswerText(recorded.file, new: recorded.new, style: layout.style).text
    )
  }
}
