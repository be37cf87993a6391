import Foundation
import SessionRecord

/// Looks at something again and again, until the interrupt of the terminal ends it.
struct Watch {
  /// What one look gave.
  struct Seen {
    let text: String
    /// Whether no later look can give anything else.
    let isLast: Bool
  }

  /// Seconds between two looks, where none are given.
  static let usual = 20

  private let seconds: Int
  private let hasHeading: Bool

  /// *heading* says when each look was taken; a stream of documents has none.
  init(every seconds: String, heading: Bool) throws(CommandRefusal) {
    guard let count = Int(seconds), (1...3_600).contains(count) else {
      throw .watchSeconds(seconds)
    }
    self.seconds = count
    hasHeading = heading
  }

  /// Takes looks; each opens what it needs and leaves nothing open between two.
  ///
  /// Where another program holds the record that is said, and the next look tries again.
  func run(_ look: () throws -> Seen) throws {
    var isFirst = true
    while true {
      let time = Stamp(Desk.now(), in: try LocalZone.resolve(nil))
      do {
        defer { Run.released() }
        let seen = try look()
        show(seen.text, at: time, isFirst: isFirst)
        if seen.isLast { return }
        isFirst = false
      } catch let refusal as any Refusal where refusal.kind == .busy {
        // What stands on the screen is older than it seems, and that has to be said.
        Output.message(
          "\(time.civil.clockWithSeconds) not looked at: another program holds the record. "
            + "Trying again in \(seconds) s; what stands above is older."
        )
      }
      sleep(UInt32(seconds))
    }
  }

  private func show(_ text: String, at time: Stamp, isFirst: Bool) {
    guard hasHeading else { return Output.data(text) }
    let heading = "\(time.civil.date) \(time.civil.clockWithSeconds), every \(seconds) s"
    if Terminal.hasScreen {
      // In one write, so that the screen is never seen half drawn.
      Output.data("\(Terminal.clearing)\(heading), Ctrl-C ends\n\n\(text)")
    } else {
      Output.data("\(isFirst ? "" : "\n")-- \(heading)\n\(text)")
    }
  }
}
