import Foundation
import GRDB
import SessionRecord

/// Reads of a record that is in use: each short, with a pause after it, so that whoever writes gets in.
///
/// What is below the marks never changes any more, so that the reads together are as of one moment.
final class PacedReading {
  private let store: RecordStore
  /// How much one read takes: doubled while reads are quick, halved once one was slow.
  private var size = 512

  init(_ store: RecordStore) { self.store = store }

  /// How far the record has come, with the tables beside the log.
  func snapshot(path: String) throws -> RecordSnapshot {
    var snapshot: RecordSnapshot?
    try read { database in
      try database.inTransaction(.deferred) {
        snapshot = try RecordSnapshot(of: database)
        return .commit
      }
    }
    guard let snapshot else { throw RecordRefusal.busy(path: path) }
    return snapshot
  }

  /// How many entries, sessions and courses the log has up to the mark.
  func counts(ofLogUpTo mark: Int) throws -> ExportCounts {
    var counts = ExportCounts()
    var done = 0
    while let first = try read({ try $0.commit(after: done, upTo: mark) }) {
      let (last, isBeyond) = first.addingReportingOverflow(PacedReading.countedAtOnce)
      done = isBeyond ? mark : min(last, mark)
      let found = try read { [done] database in
        try database.firstRow(
          """
          SELECT count(*), sum(number = 1 AND stream_kind = 1), sum(number = 1 AND stream_kind = 2)
          FROM entry WHERE commit_number BETWEEN ? AND ?
          """,
          [first, done]
        ) { (try $0.integer(0), try $0.integer(1), try $0.integer(2)) }
      }
      counts[.entry] += found?.0 ?? 0
      counts.sessions += found?.1 ?? 0
      counts.courses += found?.2 ?? 0
    }
    return counts
  }

  /// The rows of the log up to the mark, by commit and within a commit by stream, as they were written.
  func eachRun(
    ofLogUpTo mark: Int,
    _ take: ([CopiedRow], _ commit: Int) throws -> Void
  ) throws {
    var done = 0
    var newest = 0
    while let first = try read({ try $0.commit(after: done, upTo: mark) }) {
      let (last, isBeyond) = first.addingReportingOverflow(size - 1)
      let end = isBeyond ? mark : min(last, mark)
      let rows = try paced {
        try $0.storedRows(
          of: "entry",
          """
          WHERE commit_number BETWEEN ? AND ?
          ORDER BY commit_number, stream_kind, stream_key, number
          """,
          [first, end]
        )
      }
      done = end
      newest = rows.last.flatMap { Int.fromDatabaseValue($0[5]) } ?? newest
      try take(rows, done)
    }
    try require(newest, mark, of: "entry")
  }

  /// The rows of a numbered table up to the mark.
  func eachRun(
    of table: String,
    upTo mark: Int,
    _ take: ([CopiedRow]) throws -> Void
  ) throws {
    var done = 0
    while done < mark {
      let rows = try paced {
        try $0.storedRows(
          of: table,
          "WHERE number > ? AND number <= ? ORDER BY number LIMIT ?",
          [done, mark, size]
        )
      }
      guard let last = rows.last, let number = Int.fromDatabaseValue(last[0]) else { break }
      done = number
      try take(rows)
    }
    try require(done, mark, of: table)
  }

  /// A table that is damaged may end before the row that says how far it goes, as if nothing were missing.
  private func require(_ newest: Int, _ mark: Int, of table: String) throws(RecordRefusal) {
    guard newest < mark else { return }
    throw .damaged(
      path: store.path,
      what: "the table \(table) goes to \(mark), and ends at \(newest) where it is read in order"
    )
  }

  /// The rows of the log up to the mark, stream by stream.
  func eachRun(
    ofStreamsUpTo mark: Int,
    _ take: ([CopiedRow]) throws -> Void
  ) throws {
    var after: (kind: DatabaseValue, key: DatabaseValue, number: DatabaseValue) = (
      0.databaseValue, 0.databaseValue, 0.databaseValue
    )
    while true {
      // What is above the mark is read as well and left out, so that each read has its end.
      let rows = try paced {
        try $0.storedRows(
          of: "entry",
          """
          WHERE (stream_kind, stream_key, number) > (?, ?, ?)
          ORDER BY stream_kind, stream_key, number LIMIT ?
          """,
          [after.kind, after.key, after.number, size]
        )
      }
      guard let last = rows.last else { return }
      after = (last[0], last[1], last[2])
      try take(rows.filter { (Int.fromDatabaseValue($0[5]) ?? .max) <= mark })
    }
  }

  /// One short read, tried again for a minute where writers leave no room.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    var attempt = 1
    while true {
      do {
        return try store.reading(body)
      } catch RecordRefusal.busy(let path) {
        guard attempt < PacedReading.attempts else { throw RecordRefusal.busy(path: path) }
        attempt += 1
      }
    }
  }

  private func paced<Value>(_ body: (Database) throws -> Value) throws -> Value {
    let clock = ContinuousClock()
    let began = clock.now
    let value = try read(body)
    let took = clock.now - began
    if took > PacedReading.slow { size = max(size / 2, PacedReading.sizes.lowerBound) }
    if took < PacedReading.quick { size = min(size * 2, PacedReading.sizes.upperBound) }
    // As long again as the read, within bounds: whoever waits looks every few milliseconds.
    let pause = min(max(took, PacedReading.pauses.lowerBound), PacedReading.pauses.upperBound)
    usleep(UInt32(pause.components.attoseconds / 1_000_000_000_000))
    return value
  }

  /// Each waits for as long as the busy timeout.
  private static let attempts = 12
  /// Commits, of which the index alone is read.
  private static let countedAtOnce = 20_000
  private static let sizes = 16...8_192
  private static let slow = Duration.milliseconds(50)
  private static let quick = Duration.milliseconds(15)
  private static let pauses = Duration.milliseconds(2)...Duration.milliseconds(50)
}

extension Database {
  /// The first commit after one; nil where there is none up to the mark.
  fileprivate func commit(after done: Int, upTo mark: Int) throws -> Int? {
    let first = try firstRow(
      "SELECT min(commit_number) FROM entry WHERE commit_number > ? AND commit_number <= ?",
      [done, mark]
    ) { try $0.optionalInteger(0) }
    return first ?? nil
  }
}
