import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore
import TestSupport

@Suite("What is counted of sessions")
struct TallyQuestionTests {
  private func tally(_ systolic: Int) throws -> SessionTally {
    var typed = DigitCounts()
    typed.add(
      try Vitals([.systolic: .measured(try Quantity(.systolic, systolic), verified: true)])
    )
    return SessionTally(typed: typed)
  }

  /// Opens and closes a session so many minutes after the first, and counts a reading of it.
  @discardableResult
  private func add(
    _ record: TemporaryRecord,
    at minutes: Int,
    closed: Bool = true,
    systolic: Int = 121
  ) throws -> SessionNumber {
    let patient = try record.addPatient("P-\(minutes)-\(systolic)")
    let number = try record.openSession(minutes: minutes, patient: patient)
    let tally = try tally(systolic)
    _ = try record.store.append(
      to: number,
      at: { TemporaryRecord.moment(minutes + 1) },
      { _, _ in [try record.draft(closed ? .closed : .note("x"), minutes: minutes + 1)] },
      assessing: { _ in Assessed(flags: [], tally: tally) }
    )
    return number
  }

  private func all(
    _ record: TemporaryRecord,
    since: Instant? = nil,
    until: Instant? = nil
  ) throws -> [TalliedSession] {
    var found: [TalliedSession] = []
    try record.store.eachTallied(since: since, until: until, wants: { _, _ in true }) { session in
      found.append(try #require(session))
    }
    return found
  }

  @Test func `comes by when they were opened, with the tally of those that are closed`() throws {
    let record = try TemporaryRecord()
    let last = try add(record, at: 30, systolic: 120)
    let first = try add(record, at: 10, systolic: 123)
    let open = try add(record, at: 20, closed: false)
    let void = try add(record, at: 40)
    try record.append([.void(Voiding(of: EntryNumber(1), reason: .because("x")))], to: void)
    let found = try all(record)
    #expect(found.map(\.number) == [first, open, last, void])
    #expect(found.map(\.state) == [.closed, .open, .closed, .void])
    #expect(found.map(\.tally) == [try tally(123), nil, try tally(120), nil])
    #expect(found.map(\.patient.text) == ["P-10-123", "P-20-121", "P-30-120", "P-40-121"])
    #expect(Set(found.map(\.digest)) == [record.reference.digest])
  }

  @Test func `a span has both of its ends`() throws {
    let record = try TemporaryRecord()
    for minutes in [10, 20, 30] { try add(record, at: minutes) }
    func at(_ minutes: Int, _ milliseconds: Int = 0) -> Instant {
      TemporaryRecord.moment(minutes).recorded.instant + TimeSpan(milliseconds: milliseconds)
    }
    let spans: [(Instant?, Instant?, [Int])] = [
      (nil, nil, [1, 2, 3]), (at(20), nil, [2, 3]), (at(20, 1), nil, [3]), (nil, at(20), [1, 2]),
      (nil, at(20, -1), [1]), (at(10), at(30), [1, 2, 3]), (at(11), at(19), []),
      (at(20), at(20), [2]),
    ]
    for (since, until, expected) in spans {
      #expect(try all(record, since: since, until: until).map(\.number.value) == expected)
      #expect(try record.store.sessionCount(since: since, until: until) == expected.count)
    }
  }

  @Test func `none is lost or told twice where more were opened at once than are read at once`()
    throws
  {
    let record = try TemporaryRecord()
    let first = try add(record, at: 0)
    let count = RecordStore.talliesAtOnce * 2 + 7
    try record.raw().inDatabase { database in
      try database.execute(
        sql: """
          WITH RECURSIVE copy (number) AS (SELECT 2 UNION ALL SELECT number + 1 FROM copy
            WHERE number < ?)
          INSERT INTO session SELECT c.number, patient, protocol, state,
            opened_ms + (c.number / 5000) * 60000, opened_offset, closed_ms, closed_offset, opening, room
          FROM copy c, session s WHERE s.number = ?
          """,
        arguments: [count, first.value]
      )
      try database.execute(
        sql: "INSERT INTO tally SELECT s.number, t.body FROM session s, tally t WHERE s.number > 1"
      )
    }
    #expect(try record.store.sessionCount(since: nil, until: nil) == count)
    #expect(try all(record).map(\.number.value) == Array(1...count))
  }

  @Test func `what is not wanted is not decoded`() throws {
    let record = try TemporaryRecord()
    let number = try add(record, at: 0)
    try record.raw().inDatabase { try $0.execute(sql: "UPDATE tally SET body = x'09'") }
    var passed = 0
    try record.store.eachTallied(since: nil, until: nil, wants: { _, _ in false }) { session in
      #expect(session == nil)
      passed += 1
    }
    #expect(passed == 1)
    let refusal = RecordRefusal.damaged(
      path: record.path,
      what: "what was counted of session \(number) cannot be read"
    )
    #expect(throws: refusal) { try all(record) }
    try record.raw().inDatabase { try $0.execute(sql: "DELETE FROM tally") }
    #expect(throws: refusal) { try all(record) }
  }

  @Test func `a row is written where it changes, and only there`() throws {
    let record = try TemporaryRecord()
    let number = try record.openSession()
    func rows() throws -> [Data] {
      try record.raw().inDatabase { try Data.fetchAll($0, sql: "SELECT body FROM tally") }
    }
    #expect(try rows() == [Data(SessionTally().body)])
    let models = { (database: Database) in ReadModels(of: number, after: [], in: database) }
    let changes = try record.store.queue.writeWithoutTransaction { database in
      var changes = [database.totalChangesCount]
      for systolic in [120, 120, 121] {
        try models(database).store(try self.tally(systolic))
        changes.append(database.totalChangesCount)
      }
      return changes
    }
    #expect(zip(changes, changes.dropFirst()).map { $1 - $0 } == [1, 0, 1])
    #expect(try rows() == [Data(try tally(121).body)])
  }
}
