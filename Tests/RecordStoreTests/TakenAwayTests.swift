import Foundation
import RecordStore
import SessionRecord
import TestSupport
import Testing

/// A file is written to its end whatever becomes of its name.
@Suite struct TakenAwayTests {
  /// Adds a note, and lets something happen to the file between its writing and its commit.
  private func refusal(
    _ record: TemporaryRecord,
    whenMeanwhile change: () throws -> Void
  ) throws -> RecordRefusal? {
    let session = try record.openSession()
    let id = EntryID(UUID())
    do {
      _ = try record.store.append(
        to: session,
        at: { TemporaryRecord.moment(1) },
        { _, _ in [try record.draft(.note("x"), id: id, minutes: 1)] },
        assessing: { _ in
          try change()
          return .nothing
        }
      )
      return nil
    } catch let refusal as RecordRefusal {
      #expect(refusal == .takenAway(path: record.path, [id]))
      #expect(refusal.kind == .notConfirmed)
      #expect(refusal.remedy?.contains("--id \(id.uuid)") == true)
      return refusal
    }
  }

  @Test func `an entry is not said to be saved where the record was renamed meanwhile`() throws {
    let record = try TemporaryRecord()
    let aside = record.path + ".aside"
    let refusal = try refusal(record) {
      try FileManager.default.moveItem(atPath: record.path, toPath: aside)
    }
    #expect(refusal != nil)
    let there = try RecordStore.open(at: aside, .reading, now: TemporaryRecord.opened)
    #expect(try there.entries(of: SessionNumber(1)).count == 2)
  }

  @Test func `nor where another stands in its place`() throws {
    let record = try TemporaryRecord()
    let refusal = try refusal(record) {
      let copy = try Data(contentsOf: URL(fileURLWithPath: record.path))
      try FileManager.default.removeItem(atPath: record.path)
      try copy.write(to: URL(fileURLWithPath: record.path))
    }
    #expect(refusal != nil)
  }

  @Test func `one that stays where it is has it`() throws {
    #expect(try refusal(TemporaryRecord()) {} == nil)
  }
}
