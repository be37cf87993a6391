import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

/// Every byte of a sealed record is flipped, one at a time: what changes what is stored has to be named.
///
/// The ordinary run takes every 61st byte; `VIGIL_FLIP_EVERY=1` takes all, as `scripts/flip-bytes` does, and
/// `VIGIL_FLIP_XOR` says which bits (01 where not said, in hexadecimal), and `VIGIL_FLIP_RECORD` where the record is
/// kept for another verifier.
@Suite("A sealed record of which one byte is another")
struct FlipTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let step = environment["VIGIL_FLIP_EVERY"].flatMap { Int($0) } ?? 61
  private static let bits = environment["VIGIL_FLIP_XOR"].flatMap { UInt8($0, radix: 16) } ?? 0x01

  /// Every second of the bytes each, so that both cores are at it.
  @Test(arguments: [0, 1])
  func `is told from the one that was sealed`(_ half: Int) throws {
    let record = try AttackedRecord.fresh()
    let whole = Array(record.whole.bytes)
    if half == 0, let kept = FlipTests.environment["VIGIL_FLIP_RECORD"] {
      try record.whole.bytes.write(to: URL(fileURLWithPath: kept))
    }
    let before = try record.dump()
    #expect(before != nil)
    var (flipped, changed, missed) = (0, 0, [Int]())
    let step = FlipTests.step
    for place in stride(from: half * step, to: whole.count, by: 2 * step) {
      flipped += 1
      try record.write(whole[place] ^ FlipTests.bits, at: place)
      defer { try? record.write(whole[place], at: place) }
      guard try record.dump() != before else { continue }
      changed += 1
      if try !record.isNamed() { missed.append(place) }
    }
    print(
      "flipped with \(String(FlipTests.bits, radix: 16)): \(flipped) of \(whole.count) bytes, "
        + "\(changed) changed what is stored, \(changed - missed.count) of them named"
    )
    #expect(missed.isEmpty, "\(missed.prefix(20))")
    #expect(changed >= flipped / 10)
  }

  @Test func `would not be found by SQLite's own check alone`() throws {
    let record = try AttackedRecord.fresh()
    let whole = Array(record.whole.bytes)
    let before = try record.dump()
    var unseen = 0
    for place in stride(from: 1, to: whole.count, by: 997) {
      try record.write(whole[place] ^ FlipTests.bits, at: place)
      defer { try? record.write(whole[place], at: place) }
      if try record.dump() != before, try record.isIntact() { unseen += 1 }
    }
    #expect(unseen > 0)
  }
}

extension AttackedRecord {
  fileprivate func write(_ byte: UInt8, at place: Int) throws {
    let handle = try FileHandle(forUpdating: file)
    try handle.seek(toOffset: UInt64(place))
    try handle.write(contentsOf: Data([byte]))
    try handle.close()
  }

  /// All that is stored; nil where it cannot be read.
  fileprivate func dump() throws -> [UInt8]? {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? queue.close() }
      return try queue.inDatabase { database in
        var buffer = DigestBuffer()
        var bytes: [UInt8] = []
        func take(_ sql: String) throws {
          try database.eachStored(sql) { row in
            buffer.begin(with: [])
            buffer.columns(row, 0..<row.count)
            bytes += buffer.written
          }
        }
        for pragma in ["application_id", "user_version", "encoding"] {
          try take("PRAGMA \(pragma)")
        }
        try take("SELECT type, name, tbl_name, sql FROM sqlite_schema")
        let tables = try String.fetchAll(
          database,
          sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid"
        )
        for table in tables { try take("SELECT * FROM \"\(table)\"") }
        return bytes
      }
    } catch is DatabaseError {
      return nil
    }
  }

  /// Whether full verifying, or the opening, says that something is wrong.
  fileprivate func isNamed() throws -> Bool {
    do {
      return try verified().outcome == .damaged
    } catch let refusal as RecordRefusal {
      return refusal.kind == .damaged
    }
  }

  fileprivate func isIntact() throws -> Bool {
    do {
      let queue = try DatabaseQueue(path: path)
      defer { try? queue.close() }
      return try queue.inDatabase { database in
        try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"]
      }
    } catch is DatabaseError {
      return false
    }
  }
}
