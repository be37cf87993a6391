import Monitoring
import SessionRecord

/// Where a session was held, room after room.
struct RoomsText {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  /// `room 2, then room 3 from 14:10`; nil where no room was ever said.
  var text: String? {
    var rooms = words.file.session.opening.room.map { ["room \($0)"] } ?? []
    for entry in words.chart.entries where !entry.isVoid {
      guard case .assigned(let room) = entry.content else { continue }
      let opened = words.file.session.opened.instant
      let from = words.clock.clock(entry.observed.instant, near: opened).unbroken
      rooms.append("\(rooms.isEmpty ? "" : "then ")room \(room) from\u{A0}\(from)")
    }
    return rooms.isEmpty ? nil : rooms.joined(separator: ", ")
  }
}
