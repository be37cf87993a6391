/// A session at a glance: what lists, prompts and headings need, without its entries.
package struct Session: Hashable {
  package enum State: String, Hashable, CaseIterable {
    case open
    case closed
    /// Closed, and something was entered since.
    case amended
    /// Struck out: kept, and out of every count.
    case void
  }

  package let number: SessionNumber
  package let opening: Opening
  package let opened: Stamp
  package let closed: Stamp?
  package let state: State
  /// Where it goes on: the room of the opening, or the last one that it changed to.
  package let room: String?
  /// Of its opening as that was written, whatever the clock was set to since.
  private let year: Int

  package init(
    number: SessionNumber,
    opening: Opening,
    opened: Stamp,
    closed: Stamp?,
    state: State,
    room: String?
  ) {
    self.number = number
    self.opening = opening
    self.opened = opened
    self.closed = closed
    self.state = state
    self.room = room
    year = opened.civil.year
  }

  private init(_ session: Session, opened: Stamp) {
    number = session.number
    opening = session.opening
    self.opened = opened
    closed = session.closed
    state = session.state
    room = session.room
    year = session.year
  }

  /// The same session beside its log, which may have moved since the opening was written.
  package func beside(_ log: [Entry]) -> Session {
    guard let first = log.first, first.clockMovedBy.milliseconds != 0 else { return self }
    let moved = first.observed.instant - first.asWritten.observed.instant
    return Session(
      self,
      opened: Stamp(opened.instant + moved, offsetMinutes: opened.offsetMinutes)
    )
  }

  /// `S-2026-0119`: the year of opening and the session's number in the record.
  package var label: String { "S-\(padded(year, 4))-\(padded(number.value, 4))" }

  package var isOpen: Bool { state == .open }
}
