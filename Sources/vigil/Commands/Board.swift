import ArgumentParser
import Foundation
import Monitoring
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Shows the floor on one screen.
struct Board: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "board",
    abstract: "Show the floor on one screen: a row an open session, by room.",
    discussion: """
      Each with its patient, phase and T+, infusion, last set and how old it is, what is due, open \
      flags (! is not acknowledged) and how many criteria for leaving are met. Where the screen is \
      too small each session says less, and what does not fit is counted; one with an open flag of \
      high priority is always shown. --watch looks again every 20 seconds, or as often as it says, \
      until Ctrl-C ends it; on a terminal it redraws the screen. It is no alarm: it makes no sound \
      and wakes nobody.

        vigil board
        vigil board --watch
        vigil board --watch 10 --ascii
        vigil board --format json
      """
  )

  @Option(
    defaultAsFlag: String(Watch.usual),
    help: ArgumentHelp("Look again, every so many seconds: 1 to 3600.", valueName: "seconds")
  )
  var watch: String?

  @Option(name: .long, help: "text or json.")
  var format: TextFormat = .text

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard let watch else { return Output.data(try look()) }
    // On a screen the board's own first line says when the look was taken.
    try Watch(every: watch, heading: format == .text && !Terminal.hasScreen).run {
      let isDrawn = format == .text && Terminal.hasScreen
      // In one write, so that the screen is never seen half drawn.
      return Watch.Seen(text: (isDrawn ? Terminal.clearing : "") + (try look()), isLast: false)
    }
  }

  /// Reads the record as it is now, and leaves nothing open.
  private func look() throws -> String {
    let desk = try Desk.open(record, .reading)
    let files = try desk.supervision.openFiles()
    let asOf = Stamp(Desk.now(), in: try desk.zone(nil))
    switch format {
    case .text:
      return BoardText(
        files,
        asOf: asOf,
        every: watch.flatMap(Int.init),
        rows: rows,
        style: layout.style
      ).text
    case .json:
      let board = BoardJSON(files, asOf: asOf)
      return watch == nil ? board.text : board.line
    }
  }

  /// The lines of the screen, without the one on which the cursor stands; nil where nobody sees a screen.
  private var rows: Int? {
    guard Terminal.hasScreen else { return nil }
    var size = winsize()
    let own =
      ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0
      ? Int(size.ws_row) : nil
    let said = Terminal.environment("LINES").flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
    // A training record's mark takes a line.
    let taken = Run.isTraining ? 2 : 1
    return (said ?? own).map { max(4, $0 - taken) }
  }
}
