import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

/// From where an entry came, as the columns hold it.
@Suite("Sources of entries")
struct SourceTests {
  private func store(_ source: Source) throws -> (TemporaryRecord, Source?) {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    _ = try record.store.append(
      to: session,
      at: { TemporaryRecord.moment(1) },
      { _, moment in
        [
          Draft(
            id: EntryID(UUID()),
            observed: moment.recorded,
            author: try ClinicianCode("KO"),
            source: source,
            content: .note("from somewhere")
          )
        ]
      },
      assessing: { _ in .nothing }
    )
    return (record, try record.store.entries(of: session).last?.source)
  }

  @Test(arguments: [
    Source.typed, .imported(document: "118#17"), .device("cuff 2"), .page, .paper,
    .copy(of: SessionNumber(118), EntryNumber(17)), .copy(of: SessionNumber(1), EntryNumber(1)),
  ])
  func `come back as they were`(_ source: Source) throws {
    #expect(try store(source).1 == source)
  }

  @Test(arguments: [
    "", "118", "118#", "#17", "118#17#1", "0118#17", "118#017", "118#0", "0#17", "-1#17",
    "118 #17", "118#1x", "99999999999999999999#1",
  ])
  func `are refused as damage where a copy names no entry`(_ document: String) throws {
    let (record, _) = try store(.copy(of: SessionNumber(118), EntryNumber(17)))
    try record.raw().writeWithoutTransaction { database in
      try database.execute(
        sql: "DROP TRIGGER entry_is_not_updated; UPDATE entry SET document = ? WHERE number = 2",
        arguments: [document]
      )
    }
    #expect(throws: RecordRefusal.damagedEntry(.session(SessionNumber(1)), EntryNumber(2))) {
      try record.store.entries(of: SessionNumber(1))
    }
  }

  @Test(arguments: [
    "source = 5, document = 'x'", "source = 6", "source = 6, device = 'x', document = '1#1'",
    "source = 7",
  ])
  func `have the columns that belong to them and no others`(_ assignment: String) throws {
    let (record, _) = try store(.typed)
    #expect(throws: DatabaseError.self) {
      try record.raw().writeWithoutTransaction { database in
        try database.execute(
          sql: "DROP TRIGGER entry_is_not_updated; UPDATE entry SET \(assignment) WHERE number = 2"
        )
      }
    }
  }
}
