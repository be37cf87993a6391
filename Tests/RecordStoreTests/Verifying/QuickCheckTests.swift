import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("What is looked at whenever a record is opened")
struct QuickCheckTests {
  private func notices(
    _ record: AttackedRecord,
    _ mode: RecordStore.Mode = .writing
  ) throws
    -> [StoreNotice]
  {
    let store = try record.store(mode)
    defer { try? store.queue.close() }
    return store.takeNotices()
  }

  @Test(arguments: [RecordStore.Mode.writing, .reading])
  func `says nothing of a record that nobody changed`(_ mode: RecordStore.Mode) throws {
    #expect(try notices(try AttackedRecord.fresh(), mode).isEmpty)
  }

  @Test(arguments: [RecordStore.Mode.writing, .reading])
  func `tells a newest entry that was changed, and goes on`(_ mode: RecordStore.Mode) throws {
    let record = try AttackedRecord.fresh()
    try record.unguarded(
      "UPDATE entry SET author = 'MB' WHERE stream_kind = 1 AND stream_key = 6 AND number IN (2, 3)"
    )
    #expect(try notices(record, mode) == [.entriesDamaged(entry(6, 3), others: 1)])
    // Recording goes on: the patient is there.
    let store = try record.store(.writing)
    _ = try store.append(
      to: SessionNumber(4),
      at: { TemporaryRecord.moment(50) },
      { _, moment in
        [
          Draft(
            id: EntryID(UUID()),
            observed: moment.recorded,
            author: try ClinicianCode("KO"),
            content: .note("still here")
          )
        ]
      },
      assessing: SealedRecord.assessed
    )
    #expect(try store.entries(of: SessionNumber(4)).last?.content == .note("still here"))
  }

  @Test func `looks at the last 32 entries and no further`() throws {
    let record = try AttackedRecord.fresh()
    try record.unguarded("UPDATE entry SET author = 'MB' WHERE stream_key = 1 AND number = 2")
    #expect(try notices(record).isEmpty)
    #expect(try record.verified(.record, .chains).outcome == .damaged)
  }

  @Test(arguments: [
    "UPDATE seal SET entered_as = 'X' WHERE number = (SELECT max(number) FROM seal)",
    "UPDATE seal SET signature = randomblob(64) WHERE number = (SELECT max(number) FROM seal)",
    "UPDATE seal SET hash = randomblob(32) WHERE number = (SELECT max(number) FROM seal)",
    "UPDATE seal SET hash = randomblob(32) WHERE number = (SELECT max(number) - 1 FROM seal)",
  ])
  func `tells a newest seal that does not hold`(_ statement: String) throws {
    let record = try AttackedRecord.fresh()
    let newest = try #require(try record.store().newestSeal()).number
    try record.unguarded(statement)
    #expect(try notices(record) == [.sealDamaged(newest)])
  }

  @Test func `tells a newest seal whose entry was changed with its hash`() throws {
    let record = try AttackedRecord.fresh()
    let newest = try #require(try record.store().newestSeal()).number
    try record.unguarded { database in
      let row = try #require(try database.newestSealRow())
      try database.execute(
        sql: "UPDATE entry SET author = 'MB' WHERE stream_key = ? AND number = ?",
        arguments: [row.streamKey, row.entry]
      )
      try database.hashAgain(session(5), try #require(row.entry))
    }
    #expect(try notices(record) == [.sealDamaged(newest)])
  }

  @Test func `another schema is refused for writing, and told to whoever reads`() throws {
    let record = try AttackedRecord.fresh()
    try record.sql("DROP TRIGGER entry_is_not_deleted")
    #expect(throws: RecordRefusal.self) { try notices(record) }
    #expect(try notices(record, .reading) == [.schemaOther])
  }

  @Test func `every notice is a sentence that says what to type`() {
    for notice in [
      StoreNotice.schemaOther, .entriesDamaged(entry(6, 3), others: 0),
      .entriesDamaged(entry(6, 3), others: 2), .sealDamaged(4),
      .newestUnreadable(what: "the newest seal"),
    ] {
      #expect(notice.text.hasPrefix("Th"))
      #expect(notice.text.contains("vigil verify"))
    }
  }
}
