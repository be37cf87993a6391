import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

/// What is changed in row 3, each column in its turn, with the triggers dropped.
private let changes = [
  "id = randomblob(16)", "record = randomblob(16)", "commit_number = commit_number + 1",
  "observed_ms = observed_ms + 1", "observed_offset = observed_offset + 1",
  "recorded_ms = recorded_ms + 1", "recorded_offset = recorded_offset + 1",
  "monotonic_ns = monotonic_ns + 1", "boot = randomblob(16)", "author = 'XX'",
  "observer = 'XX'", "source = 4", "source = 2, document = 'f.csv'",
  "source = 3, device = 'monitor'", "room = ''", "room = '2'", "kind = 9", "encoding = 2",
  "body = CAST(body || x'00' AS BLOB)",
  "body = CAST(substr(body, 1, length(body) - 1) || x'7a' AS BLOB)",
  "prev = randomblob(32)", "hash = randomblob(32)",
]

@Suite("The chain")
struct ChainTests {
  private func recordWithFive() throws -> (TemporaryRecord, SessionNumber) {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    for minute in 1...4 {
      try record.append([.note("note \(minute)")], to: session, minutes: minute)
    }
    return (record, session)
  }

  private func change(_ record: TemporaryRecord, _ sql: String) throws {
    try record.raw().writeWithoutTransaction { database in
      try database.execute(
        sql: "DROP TRIGGER entry_is_not_updated; DROP TRIGGER entry_is_not_deleted; \(sql)"
      )
    }
  }

  @Test func `holds for what was appended`() throws {
    let (record, session) = try recordWithFive()
    #expect(try record.store.entries(of: session).count == 5)
    #expect(try record.store.brokenLink(in: .session(session)) == nil)
  }

  @Test(arguments: changes)
  func `breaks at the entry of which any column was changed`(change assignment: String) throws {
    let (record, session) = try recordWithFive()
    try change(record, "UPDATE entry SET \(assignment) WHERE number = 3")
    #expect(try record.store.brokenLink(in: .session(session)) == EntryNumber(3))
  }

  @Test func `breaks where an entry is gone from the middle or the beginning`() throws {
    for number in [1, 3] {
      let (record, session) = try recordWithFive()
      try change(record, "DELETE FROM entry WHERE number = \(number)")
      #expect(try record.store.brokenLink(in: .session(session)) == EntryNumber(number))
    }
  }

  @Test func `breaks after an entry that was rewritten with a good hash of its own`() throws {
    let (record, session) = try recordWithFive()
    let rows = try record.store.logRows(of: .session(session))
    let old = try rows[2].entry()
    let forged = LogRow(
      Entry(
        Draft(id: old.id, observed: old.observed, author: old.author, content: .note("forged")),
        stream: old.stream,
        number: old.number,
        commit: old.commit,
        recorded: old.recorded,
        monotonic: old.monotonic,
        record: old.record
      ),
      prev: rows[2].prev
    )
    try record.raw().writeWithoutTransaction { database in
      try database.execute(sql: "DROP TRIGGER entry_is_not_updated")
      try database.execute(
        sql: "UPDATE entry SET body = ?, hash = ? WHERE number = 3",
        arguments: [Data(forged.body), Data(forged.hash)]
      )
    }
    #expect(try record.store.brokenLink(in: .session(session)) == EntryNumber(4))
  }

  @Test func `of a session moved to another number, or another record, breaks at its first entry`()
    throws
  {
    let (record, _) = try recordWithFive()
    try change(record, "UPDATE entry SET stream_key = 8")
    #expect(try record.store.brokenLink(in: .session(SessionNumber(8))) == EntryNumber(1))
    let stream = EntryStream.session(SessionNumber(1))
    #expect(stream.genesis(in: UUID()) != stream.genesis(in: UUID()))
  }

  @Test func `holds after the identity was erased`() throws {
    let (record, session) = try recordWithFive()
    try record.raw().writeWithoutTransaction { database in
      try database.execute(
        sql: """
          UPDATE patient SET name = NULL, birth_date = NULL, medical_record_number = NULL,
            allergies = NULL, salt = NULL, erased_ms = 1 WHERE code = 'P-014'
          """
      )
    }
    let patient = try #require(try record.store.patient(record.patient.code))
    #expect(patient.identity == nil)
    #expect(patient.commitment == record.patient.commitment)
    #expect(try record.store.brokenLink(in: .session(session)) == nil)
    #expect(try record.store.session(session)?.opening.identity == patient.commitment)
    let file = try Data(contentsOf: URL(fileURLWithPath: record.path))
    #expect(file.range(of: Data("Ada Example".utf8)) == nil)
  }

  @Test func `a damaged body is named as such, and only its own session cannot be read`() throws {
    let (record, session) = try recordWithFive()
    let other = try record.openSession(minutes: 9, patient: record.addPatient())
    try change(record, "UPDATE entry SET body = x'05ffffffff' WHERE stream_key = 1 AND number = 3")
    #expect(throws: RecordRefusal.damagedEntry(.session(session), EntryNumber(3))) {
      try record.store.entries(of: session)
    }
    #expect(throws: RecordRefusal.damagedEntry(.session(session), EntryNumber(3))) {
      try record.append([.note("more")], to: session, minutes: 9)
    }
    #expect(try record.store.entries(of: other).count == 1)
  }
}
