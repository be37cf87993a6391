import ArgumentParser
import RecordStore
import SessionRecord
import Supervision

/// Records on whose word an open session goes on over a gate that holds.
struct OverrideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "override",
    abstract: "Record the prescriber's decision to go on over a gate that holds.",
    discussion: """
      For a hold limit that is still broken after the repeat, and for what an imported or transcribed \
      session left undecided. Where another than the prescriber types it, it has to have been read \
      back, and waits for vigil countersign. A soft gate takes no prescriber. The command line does not \
      authenticate who is named.

        vigil override 1 hold --because '128/82 at home' --prescriber LH --by LH
        vigil override 1 hold --because 'anxious' --prescriber LH --read-back --by KO
      """
  )

  @Argument(help: ArgumentHelp(SessionOption.meaning))
  var session: String

  @Argument(help: ArgumentHelp("The gate, by its id.", valueName: "gate"))
  var gate: String

  @Option(name: .long, help: ArgumentHelp("Why.", valueName: "reason"))
  var because: String

  @Option(name: .long, help: ArgumentHelp("Who decides.", valueName: "who"))
  var prescriber: String?

  @ArgumentParser.Flag(name: .long, help: "The decision was read back to the prescriber.")
  var readBack = false

  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard !because.allSatisfy(\.isWhitespace) else { throw CommandRefusal.emptyReason }
    let reason = try PlainText.checked(because, what: "reason")
    let prescriber = try prescriber.map { try ClinicianCode($0) }
    let authorship = try author.authorship()
    let desk = try Desk.open(record, .writing)
    let session = try desk.supervision.session(meant: session)
    Output.answer(
      Answer.text(
        try desk.supervision.override(
          GateID(gate),
          because: reason,
          prescriber: prescriber,
          isReadBack: readBack,
          in: session.number,
          as: authorship
        )
      )
    )
  }
}
