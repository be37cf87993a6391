import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

/// The stream of a patient's course: numbered, chained and kept as a session's is.
@Suite("The course of a patient")
struct CourseStreamTests {
  private static let concern = MedicationConcern.Kind.other

  @discardableResult
  private func add(
    _ contents: [Content],
    to record: TemporaryRecord,
    patient: PatientCode? = nil,
    minutes: Int = 1
  ) throws -> CourseAppended {
    try record.store.append(
      toCourseOf: patient ?? record.patient.code,
      at: { TemporaryRecord.moment(minutes) }
    ) { _, _ in try contents.map { try record.draft($0, minutes: minutes) } }
  }

  private func score(_ value: Int) -> Content {
    .scale(ScaleScore(scale: "pcl-5", score: value, of: 80))
  }

  /// Five entries in three commits, beside a session.
  private func recordWithFive() throws -> TemporaryRecord {
    let record = try TemporaryRecord()
    try add([score(40)], to: record)
    try record.openSession(minutes: 2)
    try add([score(39), score(38)], to: record, minutes: 3)
    try add([score(37), score(36)], to: record, minutes: 4)
    return record
  }

  @Test func `counts from one, shares the commits of the record, and comes back whole`() throws {
    let record = try recordWithFive()
    let log = try record.store.courseLog(of: record.patient.code)
    #expect(log.map(\.number.value) == [1, 2, 3, 4, 5])
    #expect(log.map(\.commit.value) == [1, 3, 3, 4, 4])
    #expect(log.allSatisfy { $0.stream == .course(record.patient.code) })
    #expect(log.map(\.content) == (0..<5).map { score(40 - $0) })
    #expect(log.map(\.record) == Array(repeating: record.store.recordID, count: 5))
    #expect(try record.store.entries(of: SessionNumber(1)).count == 1)
    #expect(try record.store.entries(of: SessionNumber(1)).first?.commit == CommitNumber(2))
  }

  @Test func `gives drafts the log as it is, and the moment inside the transaction`() throws {
    let record = try recordWithFive()
    var seen: [Entry] = []
    let appended = try record.store.append(
      toCourseOf: record.patient.code,
      at: { TemporaryRecord.moment(9) }
    ) { log, moment in
      seen = log
      #expect(moment == TemporaryRecord.moment(9))
      return [try record.draft(score(1), minutes: 8)]
    }
    #expect(seen.count == 5)
    #expect(appended.log.count == 6)
    #expect(appended.new.map(\.number.value) == [6])
    #expect(appended.new.first?.recorded == TemporaryRecord.moment(9).recorded)
    #expect(appended.new.first?.observed == TemporaryRecord.moment(8).recorded)
    #expect(try record.store.courseLog(of: record.patient.code) == appended.log)
  }

  @Test func `adds nothing where a draft is thrown over, refused or absent`() throws {
    struct Thrown: Error {}
    let record = try recordWithFive()
    let before = try record.store.courseLog(of: record.patient.code)
    #expect(throws: Thrown.self) {
      try record.store.append(
        toCourseOf: record.patient.code,
        at: { TemporaryRecord.moment(9) }
      ) { _, _ in throw Thrown() }
    }
    #expect(throws: RecordRefusal.notStorable(what: "note")) {
      try add([score(1), .note("belongs to a session")], to: record)
    }
    let known = try #require(before.first?.id)
    #expect(
      throws: RecordRefusal.alreadySaved(known, .course(record.patient.code), EntryNumber(1))
    ) {
      try record.store.append(
        toCourseOf: record.patient.code,
        at: { TemporaryRecord.moment(9) }
      ) { _, _ in [try record.draft(score(1)), try record.draft(score(2), id: known)] }
    }
    #expect(try add([], to: record).new.isEmpty)
    #expect(try record.store.courseLog(of: record.patient.code) == before)
  }

  @Test func `refuses a patient who is not in the record`() throws {
    let record = try TemporaryRecord()
    let nobody = try PatientCode("P-999")
    #expect(throws: RecordRefusal.noSuchPatient(nobody)) {
      try add([score(1)], to: record, patient: nobody)
    }
    #expect(try record.store.courseLog(of: nobody).isEmpty)
  }

  @Test func `takes every kind that belongs in a course and none besides`() throws {
    let taken: [Content] =
      try courseContents() + [
        score(3), .screening(.answers(try GateAnswers([.init(GateID("x"), .no)], source: .record))),
      ]
    let record = try TemporaryRecord()
    #expect(try add(taken, to: record).new.count == taken.count)
    #expect(try record.store.courseLog(of: record.patient.code).map(\.content) == taken)
    for content in try vectorContents() + aroundContents() where !content.belongsInCourse {
      #expect(throws: RecordRefusal.notStorable(what: content.kind.rawValue)) {
        try add([content], to: record)
      }
    }
  }

  @Test func `is chained from its own beginning, apart from every other stream`() throws {
    let record = try recordWithFive()
    let other = try record.addPatient().code
    try add([score(1)], to: record, patient: other, minutes: 9)
    let rows = try record.store.logRows(of: .course(record.patient.code))
    let others = try record.store.logRows(of: .course(other))
    #expect(
      rows.first?.prev == EntryStream.course(record.patient.code).genesis(in: record.store.recordID)
    )
    #expect(others.first?.prev == EntryStream.course(other).genesis(in: record.store.recordID))
    #expect(rows.first?.prev != others.first?.prev)
    for (before, after) in zip(rows, rows.dropFirst()) { #expect(after.prev == before.hash) }
    #expect(try record.store.brokenLink(in: .course(record.patient.code)) == nil)
    #expect(try record.store.brokenLink(in: .course(other)) == nil)
  }

  private func change(_ record: TemporaryRecord, _ sql: String) throws {
    try record.raw().writeWithoutTransaction { database in
      try database.execute(
        sql: "DROP TRIGGER entry_is_not_updated; DROP TRIGGER entry_is_not_deleted; \(sql)"
      )
    }
  }

  @Test(arguments: [
    "author = 'XX'", "observed_ms = observed_ms + 1", "body = CAST(body || x'00' AS BLOB)",
    "kind = 9", "source = 5", "source = 6, document = '118#17'", "hash = randomblob(32)",
  ])
  func `breaks at the entry that was changed`(_ assignment: String) throws {
    let record = try recordWithFive()
    try change(record, "UPDATE entry SET \(assignment) WHERE stream_kind = 2 AND number = 3")
    #expect(try record.store.brokenLink(in: .course(record.patient.code)) == EntryNumber(3))
    #expect(try record.store.brokenLink(in: .session(SessionNumber(1))) == nil)
  }

  @Test func `breaks where an entry is gone, and where it was given to another patient`() throws {
    let gone = try recordWithFive()
    try change(gone, "DELETE FROM entry WHERE stream_kind = 2 AND number = 2")
    #expect(try gone.store.brokenLink(in: .course(gone.patient.code)) == EntryNumber(2))
    let given = try recordWithFive()
    let other = try given.addPatient().code
    try change(given, "UPDATE entry SET stream_key = 'P-015' WHERE stream_kind = 2")
    #expect(try given.store.brokenLink(in: .course(other)) == EntryNumber(1))
  }

  @Test(arguments: [
    "UPDATE entry SET author = 'XX' WHERE stream_kind = 2",
    "DELETE FROM entry WHERE stream_kind = 2",
    "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE stream_kind = 2 AND number = 5",
    "INSERT INTO entry SELECT stream_kind, 15, number, randomblob(16), record, commit_number, "
      + "observed_ms, observed_offset, recorded_ms, recorded_offset, monotonic_ns, boot, author, "
      + "observer, source, device, document, room, kind, encoding, body, prev, hash "
      + "FROM entry WHERE stream_kind = 2 AND number = 1",
  ])
  func `is not changed by another program either`(_ sql: String) throws {
    let record = try recordWithFive()
    let before = try record.store.courseLog(of: record.patient.code)
    #expect(throws: DatabaseError.self) {
      try record.raw().writeWithoutTransaction { try $0.execute(sql: sql) }
    }
    #expect(try record.store.courseLog(of: record.patient.code) == before)
  }

  @Test func `names the entry that cannot be read`() throws {
    let record = try recordWithFive()
    try change(record, "UPDATE entry SET body = x'ff' WHERE stream_kind = 2 AND number = 4")
    let damage = RecordRefusal.damagedEntry(.course(record.patient.code), EntryNumber(4))
    #expect(throws: damage) { try record.store.courseLog(of: record.patient.code) }
    #expect(throws: damage) { try record.store.courses() }
    #expect(throws: damage) { try add([score(1)], to: record) }
  }
}
