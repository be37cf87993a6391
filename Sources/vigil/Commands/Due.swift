import ArgumentParser
import Monitoring
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Shows what is due or overdue now, across the open sessions.
struct Due: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Show what is due or overdue now, across the open sessions.",
    discussion: """
      Exits with 1 when something is overdue, else with 0. --watch looks again every 20 seconds, or \
      as often as it says, until Ctrl-C ends it; on a terminal it redraws the screen. It makes no \
      sound and wakes nobody.

        vigil due
        vigil due P-014 --all
        vigil due --watch 30
      """
  )

  @Argument(help: ArgumentHelp(SessionOption.meaning))
  var session: String?

  @Option(
    defaultAsFlag: String(Watch.usual),
    help: ArgumentHelp("Look again, every so many seconds: 1 to 3600.", valueName: "seconds")
  )
  var watch: String?

  @ArgumentParser.Flag(name: .long, help: "Also what is next of each group, due or not.")
  var all = false

  @Option(name: .long, help: "text or json.")
  var format: TextFormat = .text

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard let watch else {
      let look = try look(at: nil)
      Output.data(look.text)
      if look.hasOverdue { throw FoundSomething() }
      return
    }
    let watching = try Watch(every: watch, heading: format == .text)
    // Followed by its number: a patient code means no session any more once it is closed.
    var followed: SessionNumber?
    try watching.run {
      let look = try look(at: followed)
      followed = look.session
      return Watch.Seen(text: look.text, isLast: look.isOver)
    }
  }

  private struct Look {
    let session: SessionNumber?
    let text: String
    let hasOverdue: Bool
    /// Nothing will ever be due in what was looked at.
    let isOver: Bool
  }

  /// Reads the record as it is now, and leaves nothing open.
  private func look(at followed: SessionNumber?) throws -> Look {
    let desk = try Desk.open(record, .reading)
    guard session != nil || followed != nil else {
      return look(of: nil, in: try desk.supervision.openFiles())
    }
    let number =
      try followed ?? desk.supervision.session(meant: session, for: .reading).number
    let file = try desk.supervision.file(of: number)
    guard !file.session.isOpen, format == .text else { return look(of: file.session, in: [file]) }
    let state = file.session.state == .void ? "struck out" : "closed"
    return Look(
      session: number,
      text: "\(file.session.label) is \(state): nothing is due in it.",
      hasOverdue: false,
      isOver: true
    )
  }

  private func look(of session: Session?, in files: [SessionFile]) -> Look {
    let now = Desk.now()
    let text: String
    let hasOverdue: Bool
    switch format {
    case .text:
      let due = DueText(files, now: now, all: all, style: layout.style)
      (text, hasOverdue) = (due.text, due.hasOverdue)
    case .json:
      let due = DueJSON(files, now: now, all: all)
      (text, hasOverdue) = (watch == nil ? due.text : due.line, due.hasOverdue)
    }
    return Look(
      session: session?.number,
      text: text,
      hasOverdue: hasOverdue,
      isOver: session.map { !$0.isOpen } ?? false
    )
  }
}

extension Due: PlainCommand {
  static let plainOptions: [String] = []
  // --watch may have a value or none, which only ArgumentParser tells apart.
  static let plainFlags: [String] = ["--all"]

  static func read(_ plain: PlainArguments) -> Due? {
    guard plain.words.count <= 1, let format = TextFormat(plain: plain, usual: .text),
      let layout = LayoutOptions.read(plain)
    else { return nil }
    var command = Self()
    command.session = plain.words.first
    command.watch = nil
    command.all = plain.has("--all")
    command.format = format
    command.layout = layout
    command.record = RecordOptions.read(plain)
    return command
  }
}
