import GRDB
package import SessionRecord

/// A session's row with what was counted of it, as of its last entry.
package struct TalliedSession {
  package let number: SessionNumber
  package let patient: PatientCode
  package let state: Session.State
  /// The digest of the protocol's text.
  package let digest: RecordDigest
  /// Nil for a session that was struck out, and for an open one, of which now says more.
  package let tally: SessionTally?
}

/// From where the next few sessions are read: they come by when they were opened.
private struct Cursor {
  var opened: Int
  var number = 0
}

extension RecordStore {
  /// How many sessions were opened in a span, struck out or not; what is nil does not narrow.
  package func sessionCount(since: Instant?, until: Instant?) throws -> Int {
    let arguments: StatementArguments = [
      since?.milliseconds ?? Int.min, until?.milliseconds ?? Int.max,
    ]
    return try reading { database in
      try database.firstRow(RecordStore.sessionCountStatement, arguments) { try $0.integer(0) } ?? 0
    }
  }

  /// Gives each session that was opened in the span, by when it was opened.
  ///
  /// They are read a few thousand at a time, each time in a short read of its own, so that whoever writes
  /// waits for no more than that; what is decoded is gone once *take* has had it. *wants* says of a
  /// session under a protocol's text whether it is looked at; nil is given for the others.
  package func eachTallied(
    since: Instant?,
    until: Instant?,
    wants: (RecordDigest, SessionNumber) throws -> Bool,
    _ take: (TalliedSession?) throws -> Void
  ) throws {
    var cursor = Cursor(opened: since?.milliseconds ?? Int.min)
    while true {
      let rows = try reading { database in
        try database.rows(
          RecordStore.tallyStatement,
          [until?.milliseconds ?? Int.max, cursor.opened, cursor.number, RecordStore.talliesAtOnce]
        ) { try TallyRow($0) }
      }
      for row in rows { try take(try row.tallied(path: path, wants)) }
      guard let last = rows.last, rows.count == RecordStore.talliesAtOnce else { return }
      cursor = Cursor(opened: last.opened, number: last.number)
    }
  }

  static let talliesAtOnce = 2_000

  static let sessionCountStatement =
    "SELECT count(*) FROM session WHERE opened_ms >= ? AND opened_ms <= ?"

  static let tallyStatement = """
    SELECT s.number, s.opened_ms, s.state, s.protocol, t.body, s.patient
    FROM session s LEFT JOIN tally t ON t.session = s.number
    WHERE s.opened_ms <= ? AND (s.opened_ms, s.number) > (?, ?)
    ORDER BY s.opened_ms, s.number LIMIT ?
    """
}

/// A row as it was read, to be decoded once nothing is held.
private struct TallyRow {
  let number: Int
  let opened: Int
  let state: Int
  let digest: [UInt8]
  let body: [UInt8]?
  let patient: String

  init(_ row: StoredRow) throws {
    number = try row.integer(0)
    opened = try row.integer(1)
    state = try row.integer(2)
    digest = try row.bytes(3)
    body = try row.optionalBytes(4)
    patient = try row.text(5)
  }

  func tallied(
    path: String,
    _ wants: (RecordDigest, SessionNumber) throws -> Bool
  ) throws -> TalliedSession? {
    guard let state = Session.State.numbered(state), let digest = RecordDigest(bytes: digest),
      let patient = try? PatientCode(patient)
    else {
      throw RecordRefusal.damaged(path: path, what: "the row of session \(number) cannot be read")
    }
    guard try wants(digest, SessionNumber(number)) else { return nil }
    return TalliedSession(
      number: SessionNumber(number),
      patient: patient,
      state: state,
      digest: digest,
      tally: try SessionTally.stored(body, of: number, state, path: path)
    )
  }
}

extension SessionTally {
  /// Nil for a session that was struck out, and for an open one; damage is refused, never counted as none.
  static func stored(
    _ body: [UInt8]?,
    of number: Int,
    _ state: Session.State,
    path: String
  ) throws(RecordRefusal) -> SessionTally? {
    guard state == .closed || state == .amended else { return nil }
    guard let body, let read = try? SessionTally(body: body) else {
      throw .damaged(path: path, what: "what was counted of session \(number) cannot be read")
    }
    return read
  }
}
