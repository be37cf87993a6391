import GRDB
package import SessionRecord

extension RecordStore {
  /// The hashes by which a print of a session can be held against the record.
  ///
  /// Of its last entry and, where it is closed, of the last one of the commit that did it first; a
  /// closing that was withdrawn closed nothing. Only closings and withdrawals are decoded.
  package func heads(of session: SessionNumber) throws -> ChainHeads {
    let stream = EntryStream.session(session)
    return try reading { database in
      guard let now = try database.lastHash(of: stream) else {
        throw RecordRefusal.noSuchSession(session)
      }
      let rows = try database.closings(of: stream)
      let closing = try rows.first { try $0.isStandingClosing(among: rows) }
      return ChainHeads(
        now: now,
        closed: try closing.flatMap { try database.lastHash(of: stream, in: $0.commit) }
      )
    }
  }

  static let closingsStatement = """
    SELECT \(LogRow.columns) FROM entry
    WHERE stream_kind = ? AND stream_key = ? AND kind IN (?, ?) ORDER BY number
    """
  static let lastHashStatement = """
    SELECT hash FROM entry WHERE stream_kind = ? AND stream_key = ? ORDER BY number DESC LIMIT 1
    """
  static let lastHashOfCommitStatement = """
    SELECT hash FROM entry
    WHERE commit_number = ? AND stream_kind = ? AND stream_key = ? ORDER BY number DESC LIMIT 1
    """
}

extension Database {
  /// The closings and withdrawals of a stream, in its order.
  fileprivate func closings(of stream: EntryStream) throws -> [LogRow] {
    let (kind, key) = stream.columns
    return try rows(
      RecordStore.closingsStatement,
      [kind, key, Int(EntryKind.closed.number), Int(EntryKind.void.number)]
    ) { try LogRow($0, in: stream) }
  }

  fileprivate func lastHash(of stream: EntryStream) throws -> RecordDigest? {
    let (kind, key) = stream.columns
    return try firstRow(RecordStore.lastHashStatement, [kind, key], Database.hash)
  }

  fileprivate func lastHash(of stream: EntryStream, in commit: Int) throws -> RecordDigest? {
    let (kind, key) = stream.columns
    return try firstRow(RecordStore.lastHashOfCommitStatement, [commit, kind, key], Database.hash)
  }

  private static func hash(_ row: StoredRow) throws -> RecordDigest {
    guard let digest = RecordDigest(bytes: try row.bytes(0)) else { throw UnexpectedColumn() }
    return digest
  }
}

extension LogRow {
  /// Whether it is a closing that none of these withdrawals takes back.
  fileprivate func isStandingClosing(among rows: [LogRow]) throws -> Bool {
    guard kind == Int(EntryKind.closed.number) else { return false }
    return try !rows.contains { row in
      guard case .void(let void) = try row.entry().content else { return false }
      return void.entry.value == number
    }
  }
}
