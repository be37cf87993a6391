import GRDB
import SessionRecord

/// Rows of the session table, taken as they pass and decoded once each.
struct SessionRows {
  /// The first columns of a question that answers with sessions; seven.
  static let columns = """
    s.number, s.state, s.opened_ms, s.opened_offset, s.closed_ms, s.closed_offset, s.opening
    """

  private struct Raw {
    let state: Int
    let opened: (Int, Int)
    let closed: (Int, Int)?
    let opening: [UInt8]
  }

  private var rows: [Int: Raw] = [:]
  private(set) var numbers: [Int] = []

  /// Takes the session of a row where it is new, and gives its number.
  @discardableResult
  mutating func take(_ row: StoredRow) throws -> Int {
    let number = try row.integer(0)
    guard rows[number] == nil else { return number }
    var closed: (Int, Int)?
    if let at = try row.optionalInteger(4) { closed = (at, try row.integer(5)) }
    rows[number] = Raw(
      state: try row.integer(1),
      opened: (try row.integer(2), try row.integer(3)),
      closed: closed,
      opening: try row.bytes(6)
    )
    numbers.append(number)
    return number
  }

  func decoded(path: String) throws(RecordRefusal) -> [Int: Session] {
    var sessions: [Int: Session] = [:]
    for (number, raw) in rows {
      guard let session = session(number, raw) else {
        throw .damaged(path: path, what: "the row of session \(number) cannot be read")
      }
      sessions[number] = session
    }
    return sessions
  }

  /// In the order in which they passed.
  func sessions(path: String) throws(RecordRefusal) -> [Session] {
    let known = try decoded(path: path)
    return numbers.compactMap { known[$0] }
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
      state: state
    )
  }
}
