import GRDB
import SessionRecord

/// Rows of the session table, taken as they pass and decoded once each.
struct SessionRows {
  /// The first columns of a question that answers with sessions; eight.
  static let columns = """
    s.number, s.state, s.opened_ms, s.opened_offset, s.closed_ms, s.closed_offset, s.opening,
    s.room
    """

  private struct Raw {
    let state: Int
    let opened: (Int, Int)
    let closed: (Int, Int)?
    let opening: [UInt8]
    let room: String?
  }

  private var rows: [(number: Int, raw: Raw)] = []
  /// Where a session stands in `rows`, for questions that pass it more than once.
  private var places: [Int: Int] = [:]

  /// Takes the session of a row where it is new, and gives its number.
  mutating func take(_ row: StoredRow) throws -> Int {
    let number = try row.integer(0)
    guard places[number] == nil else { return number }
    places[number] = rows.count
    try takeNew(row)
    return number
  }

  /// Takes the session of a row of a question that passes each but once.
  mutating func takeNew(_ row: StoredRow) throws {
    var closed: (Int, Int)?
    if let at = try row.optionalInteger(4) { closed = (at, try row.integer(5)) }
    rows.append(
      (
        try row.integer(0),
        Raw(
          state: try row.integer(1),
          opened: (try row.integer(2), try row.integer(3)),
          closed: closed,
          opening: try row.bytes(6),
          room: try row.optionalText(7)
        )
      )
    )
  }

  func decoded(path: String) throws(RecordRefusal) -> [Int: Session] {
    var sessions: [Int: Session] = [:]
    for session in try self.sessions(path: path) { sessions[session.number.value] = session }
    return sessions
  }

  /// In the order in which they passed.
  func sessions(path: String) throws(RecordRefusal) -> [Session] {
    var sessions: [Session] = []
    for (number, raw) in rows {
      guard let session = session(number, raw) else {
        throw .damaged(path: path, what: "the row of session \(number) cannot be read")
      }
      sessions.append(session)
    }
    return sessions
  }

  private func session(_ number: Int, _ raw: Raw) -> Session? {
    guard let state = Session.State.numbered(raw.state),
      case .opened(let opening)? = try? Content(body: raw.opening, kind: .opened),
      let opened = Stamp(milliseconds: raw.opened.0, offset: raw.opened.1)
    else { return nil }
    var closed: Stamp?
    if let raw = raw.closed {
      closed = Stamp(milliseconds: raw.0, offset: raw.1)
      if closed == nil { return nil }
    }
    return Session(
      number: SessionNumber(number),
      opening: opening,
      opened: opened,
      closed: closed,
      state: state,
      room: raw.room
    )
  }
}
