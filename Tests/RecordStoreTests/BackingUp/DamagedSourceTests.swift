import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("Backups of a damaged record")
struct DamagedSourceTests {
  @Test(arguments: [
    // A changed word: the row's hash is another.
    "UPDATE entry SET author = 'XY' WHERE number = 2",
    // A gap in a stream, and one in the commits.
    "DELETE FROM entry WHERE stream_key = 2 AND number = 2",
    // The end of a sealed session cut off.
    "DELETE FROM entry WHERE stream_key = 3 AND number = 5",
    // The body of an opening that cannot be read.
    "UPDATE entry SET body = x'05' WHERE stream_key = 1 AND number = 1",
    "UPDATE seal SET entered_as = 'XY' WHERE number = 2",
    "DELETE FROM access WHERE number = 2",
    "UPDATE patient SET commitment = zeroblob(32)",
    "UPDATE protocol SET text = x'7b7d'",
  ])
  func `is refused with what is damaged, and nothing is left`(_ change: String) throws {
    let bench = try BackupBench()
    let triggers = """
      SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'
      """
    try bench.record.raw().write { database in
      for drop in try String.fetchAll(database, sql: triggers) { try database.execute(sql: drop) }
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try database.execute(sql: change)
    }
    let refusal = #expect(throws: BackupRefusal.self) { try bench.backUp() }
    guard case .sourceDamaged(let path, let what)? = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(path == bench.record.path)
    #expect(!what.isEmpty)
    #expect(try bench.names() == [])
  }

  /// Pages that lead back end a table early, as if nothing were missing.
  @Test func `a table that ends before its newest row is not taken for whole`() throws {
    let bench = try BackupBench(sessions: 1)
    let reading = PacedReading(bench.record.store)
    let marks = try reading.snapshot(path: bench.record.path).marks
    for (table, mark) in [("seal", marks.seal), ("access", marks.access)] {
      try reading.eachRun(of: table, upTo: mark) { _ in }
      #expect(throws: RecordRefusal.self) {
        try reading.eachRun(of: table, upTo: mark + 1) { _ in }
      }
    }
    try reading.eachRun(ofLogUpTo: marks.commit) { _, _ in }
    #expect(throws: RecordRefusal.self) {
      try reading.eachRun(ofLogUpTo: marks.commit + 1) { _, _ in }
    }
  }

  /// Read as if it ended early, a record would give a copy that holds by itself.
  @Test func `a record without the seal that this machine made last is refused`() throws {
    let bench = try BackupBench(sessions: 1)
    let store = bench.record.store
    let keyring = try #require(store.station.keyring)
    let last = try #require(keyring.witness(of: store.recordID))
    try bench.backUp(to: "before.vigil")
    for (number, said) in [(last.number, "is another"), (last.number + 1, "is not there")] {
      let digest = try #require(RecordDigest(bytes: Array(repeating: 7, count: 32)))
      let other = Witness(number: number, hash: digest, at: last.at)
      #expect(keyring.remember(other, of: store.recordID))
      let refusal = #expect(throws: BackupRefusal.self) { try bench.backUp() }
      guard case .otherThanSealed(bench.record.path, _)? = refusal else {
        Issue.record("\(String(describing: refusal))")
        continue
      }
      #expect(refusal?.problem.contains(said) == true, "\(refusal?.problem ?? "")")
    }
    #expect(try bench.names() == ["before.vigil"])
  }
}
