import Crypto
import Foundation
import GRDB
import SessionRecord

/// A row of the log, column by column, as it is stored and hashed.
struct LogRow: Hashable {
  let stream: EntryStream
  let number: Int
  let id: [UInt8]
  let record: [UInt8]
  let commit: Int
  let observed: Int
  let observedOffset: Int
  let recorded: Int
  let recordedOffset: Int
  let monotonic: Int
  let boot: [UInt8]?
  let author: String
  let observer: String?
  let source: Int
  let device: String?
  let document: String?
  let room: String?
  let kind: Int
  let encoding: Int
  let body: [UInt8]
  let prev: [UInt8]
  let hash: [UInt8]
}

extension LogRow {
  static let columns = """
    number, id, record, commit_number, observed_ms, observed_offset, recorded_ms, recorded_offset, \
    monotonic_ns, boot, author, observer, source, device, document, room, kind, encoding, body, \
    prev, hash
    """

  /// A row of these columns, in their order.
  init(_ row: StoredRow, in stream: EntryStream) throws {
    self.stream = stream
    number = try row.integer(0)
    id = try row.bytes(1)
    record = try row.bytes(2)
    commit = try row.integer(3)
    observed = try row.integer(4)
    observedOffset = try row.integer(5)
    recorded = try row.integer(6)
    recordedOffset = try row.integer(7)
    monotonic = try row.integer(8)
    boot = try row.optionalBytes(9)
    author = try row.text(10)
    observer = try row.optionalText(11)
    source = try row.integer(12)
    device = try row.optionalText(13)
    document = try row.optionalText(14)
    room = try row.optionalText(15)
    kind = try row.integer(16)
    encoding = try row.integer(17)
    body = try row.bytes(18)
    prev = try row.bytes(19)
    hash = try row.bytes(20)
  }

  func insert(into database: Database) throws {
    let key = stream.columns
    try database.run(
      """
      INSERT INTO entry (stream_kind, stream_key, \(LogRow.columns))
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        key.kind, key.key, number, Data(id), Data(record), commit, observed, observedOffset,
        recorded, recordedOffset, monotonic, boot.map { Data($0) }, author, observer, source,
        device, document, room, kind, encoding, Data(body), Data(prev), Data(hash),
      ]
    )
  }
}

extension EntryStream {
  /// As the log's columns say it.
  var columns: (kind: Int, key: DatabaseValue) {
    switch self {
    case .session(let number): (1, number.value.databaseValue)
    case .course(let patient): (2, patient.text.databaseValue)
    }
  }
}
