import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("Verifying a record that nobody changed")
struct VerificationTests {
  @Test(arguments: VerificationLevel.allCases)
  func `holds, and says how much was looked at`(_ level: VerificationLevel) throws {
    let record = try AttackedRecord.fresh()
    let found = try record.verified(.record, level)
    #expect(found.outcome == .holds, "\(found.said)")
    #expect(found.record == record.whole.id)
    #expect(found.version == 2)
    let counts = try record.counts()
    #expect(found.extent.sessions == 6)
    #expect(found.extent.courses == 2)
    #expect(found.extent.entries == counts["entry"])
    #expect(found.extent.seals == counts["seal"])
    #expect(found.extent.accesses == counts["access"])
    #expect(found.extent.commit == counts["commit"])
    // 4 and 6 are open.
    #expect(found.wholeSessions.map(\.value) == [1, 2, 3, 5])
    #expect(found.sealedSessions == 4)
    #expect(found.head == nil)
  }

  @Test func `names the keys in use, and the seals with which they began`() throws {
    let record = try AttackedRecord.fresh()
    let found = try record.verified()
    #expect(Set(found.keys.map(\.key.fingerprint)) == record.whole.fingerprints)
    #expect(found.keys.map(\.owner?.text) == [nil, "LH"])
    let store = try record.store()
    let seals = try store.seals()
    for key in found.keys {
      #expect(seals[key.seal - 1].act == .keyBegins(key.key))
    }
  }

  @Test func `of one session gives its head and the seals over it`() throws {
    let record = try AttackedRecord.fresh()
    let found = try record.verified(.stream(session(1)))
    #expect(found.outcome == .holds, "\(found.said)")
    let head = try #require(found.head)
    #expect(head.hash == record.whole.printed[0])
    #expect(head.entry == EntryNumber(6))
    #expect(head.recorded == TemporaryRecord.moment(2).recorded)
    #expect(head.seals.map(\.owner?.text) == [nil, "LH"])
    #expect(found.extent.sessions == 1)
    #expect(found.wholeSessions == [SessionNumber(1)])
  }

  @Test func `of one course gives its head`() throws {
    let record = try AttackedRecord.fresh()
    let course = EntryStream.course(try PatientCode("P-014"))
    let found = try record.verified(.stream(course))
    #expect(found.outcome == .holds, "\(found.said)")
    #expect(found.head?.stream == course)
    #expect(found.head?.entry == EntryNumber(2))
    #expect(found.head?.seals.count == 1)
    #expect(found.extent.courses == 1)
  }

  @Test func `of a session that is not there finds no head and nothing wrong with it`() throws {
    let record = try AttackedRecord.fresh()
    let found = try record.verified(.stream(session(77)))
    #expect(found.head == nil)
    #expect(found.outcome == .holds, "\(found.said)")
  }

  @Test func `one session does not bear what is wrong with another`() throws {
    let record = try AttackedRecord.fresh()
    try record.unguarded("UPDATE entry SET author = 'MB' WHERE stream_key = 2 AND number = 2")
    #expect(try record.verified(.stream(session(1))).outcome == .holds)
    #expect(try record.verified(.stream(session(2))).outcome == .damaged)
    let found = try record.verified()
    #expect(found.wholeSessions.map(\.value) == [1, 3, 5])
    #expect(found.sealedSessions == 4)
  }

  @Test func `goes on being told until all is done`() throws {
    let record = try AttackedRecord.fresh()
    let store = try record.store()
    var told: [(Int, Int)] = []
    _ = try store.verify(
      .record,
      level: .full,
      assessing: { _, log in try SealedRecord.assessed(log) },
      progress: { told.append(($0, $1)) }
    )
    let last = try #require(told.last)
    #expect(last.0 == last.1)
    #expect(told.map(\.0) == told.map(\.0).sorted())
  }
}

extension AttackedRecord {
  /// Rows by table, and the newest commit.
  fileprivate func counts() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    try raw { database in
      for table in ["entry", "seal", "access"] {
        counts[table] = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)")
      }
      counts["commit"] = try Int.fetchOne(database, sql: "SELECT max(commit_number) FROM entry")
    }
    return counts
  }
}
