import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("Verifying a record that was changed")
struct DamageTests {
  /// What is done to the record, and what has to be found, at which level already.
  struct Damage: Sendable, CustomTestStringConvertible {
    let statement: String
    let place: VerificationPlace
    let fault: VerificationFault
    var level = VerificationLevel.chains
    /// Sessions that stay whole.
    var whole = [1, 2, 3, 5]

    var testDescription: String { statement }
  }

  static let ofStreams: [Damage] = [
    Damage(
      statement: "UPDATE entry SET author = 'MB' WHERE stream_key = 1 AND number = 2",
      place: entry(1, 2),
      fault: .broken(.altered, after: LinksAfter(rows: 4, linking: 4)),
      whole: [2, 3, 5]
    ),
    Damage(
      statement: "UPDATE entry SET prev = hash WHERE stream_key = 1 AND number = 3",
      place: entry(1, 3),
      fault: .broken(.notChained, after: LinksAfter(rows: 3, linking: 3)),
      whole: [2, 3, 5]
    ),
    Damage(
      statement: """
        UPDATE entry SET hash = randomblob(32) WHERE stream_key = 1 AND number = 4
        """,
      place: entry(1, 4),
      fault: .broken(.altered, after: LinksAfter(rows: 2, linking: 1)),
      whole: [2, 3, 5]
    ),
    Damage(
      statement: "DELETE FROM entry WHERE stream_key = 1 AND number = 3",
      place: entry(1, 4),
      fault: .broken(.insteadOf(3), after: LinksAfter(rows: 2, linking: 2)),
      whole: [2, 3, 5]
    ),
    Damage(
      statement: "DELETE FROM entry WHERE stream_key = 2 AND number = 6",
      place: .seal(3, over: session(2)),
      fault: .headGone(last: 5),
      whole: [1, 3, 5]
    ),
    Damage(
      statement: "DELETE FROM entry WHERE stream_key = 2",
      place: .log,
      fault: .sessionsMissing(first: 2, last: 2),
      whole: [1, 3, 5]
    ),
    Damage(
      statement: "DELETE FROM entry WHERE stream_kind = 1 AND stream_key = 4",
      place: .log,
      fault: .sessionsMissing(first: 4, last: 4)
    ),
    Damage(
      statement: "UPDATE entry SET stream_kind = 7 WHERE stream_key = 4",
      place: .strayEntries(kind: "7", key: "4"),
      fault: .misplaced
    ),
    Damage(
      statement: "UPDATE entry SET kind = 10 WHERE stream_key = 2 AND number = 1",
      place: .stream(session(2)),
      fault: .notOpened,
      whole: [1, 3, 5]
    ),
  ]

  static let ofSeals: [Damage] = [
    Damage(
      statement: "UPDATE seal SET entered_as = 'X' WHERE number = 3",
      place: .seal(3, over: session(2)),
      fault: .notTheSignature,
      whole: [1, 3, 5]
    ),
    Damage(
      statement: "UPDATE seal SET signature = randomblob(64) WHERE number = 2",
      place: .seal(2, over: session(1)),
      fault: .notTheSignature,
      whole: [2, 3, 5]
    ),
    Damage(
      statement: "UPDATE seal SET head = randomblob(32) WHERE number = 2",
      place: .seal(2, over: session(1)),
      fault: .headOther,
      whole: [2, 3, 5]
    ),
    Damage(
      statement: "UPDATE seal SET owner = 'LH' WHERE number = 3",
      place: .seal(3, over: session(2)),
      fault: .notAllowedToSign,
      whole: [1, 3, 5]
    ),
    Damage(
      statement: "UPDATE seal SET commit_number = commit_number + 1000 WHERE number = 3",
      place: .seal(4, over: session(3)),
      fault: .reachFell,
      whole: [1, 5]
    ),
    Damage(
      statement: "UPDATE seal SET access_hash = randomblob(32) WHERE number = 3",
      place: .seal(3, over: session(2)),
      fault: .notTheSignature,
      whole: [1, 3, 5]
    ),
  ]

  static let besideTheLog: [Damage] = [
    Damage(
      statement: "UPDATE clinic SET telephone = '0302' WHERE number = 1",
      place: .row(table: "clinic", number: 1),
      fault: .notAsWritten
    ),
    Damage(
      statement: "DELETE FROM clinician WHERE number = 2",
      place: .table("clinician"),
      fault: .rowsWritten(2, found: 1)
    ),
    Damage(
      statement: "UPDATE adoption SET remark = NULL WHERE number = 2",
      place: .row(table: "adoption", number: 2),
      fault: .notAsWritten
    ),
    Damage(
      statement: "UPDATE patient SET name = 'Ada Other' WHERE code = 'P-014'",
      place: .patient("P-014"),
      fault: .identityOther,
      whole: [2, 3]
    ),
    Damage(
      statement: "UPDATE patient SET address = NULL WHERE code = 'P-014'",
      place: .patient("P-014"),
      fault: .contactOther,
      whole: [2, 3]
    ),
    Damage(
      statement: "UPDATE patient SET emergency_number = '110' WHERE code = 'P-015'",
      place: .patient("P-015"),
      fault: .contactOther,
      whole: [1, 3, 5]
    ),
    Damage(
      statement: "UPDATE patient SET added_ms = added_ms + 1 WHERE code = 'P-015'",
      place: .patient("P-015"),
      fault: .notAddedSo,
      whole: [1, 3, 5]
    ),
    Damage(
      statement: "UPDATE patient SET commitment = randomblob(32) WHERE code = 'P-015'",
      place: .patient("P-015"),
      fault: .commitmentOther(session(2)),
      whole: [1, 3, 5]
    ),
    Damage(
      statement: "UPDATE patient SET erased_ms = erased_ms + 1 WHERE code = 'P-016'",
      place: .patient("P-016"),
      fault: .notErasedSo,
      whole: [1, 2, 5]
    ),
    Damage(
      statement: "DELETE FROM patient WHERE code = 'P-016'",
      place: .patient("P-016"),
      fault: .gone,
      whole: [1, 2, 5]
    ),
    Damage(
      statement: "INSERT INTO record VALUES (2, randomblob(16), 1, 0)",
      place: .record,
      fault: .notTheOneRow
    ),
  ]

  static let ofReadModels: [Damage] = [
    Damage(
      statement: "UPDATE flag SET priority = 1 WHERE session = 1 AND number = 1",
      place: .readModel(SessionNumber(1)),
      fault: .notAsSealed(seal: 2),
      level: .full,
      whole: [2, 3, 5]
    ),
    Damage(
      statement: "DELETE FROM effect WHERE session = 2",
      place: .readModel(SessionNumber(2)),
      fault: .notAsSealed(seal: 3),
      level: .full,
      whole: [1, 3, 5]
    ),
    Damage(
      statement:
        "UPDATE reading SET value = value + 1 WHERE session = 4 AND entry = 2 AND sign = 1",
      place: .readModel(SessionNumber(4)),
      fault: .notAsDerived(
        table: "reading",
        rows: RowDifference(missing: 0, surplus: 0, other: 1)
      ),
      level: .full
    ),
    Damage(
      statement: "DELETE FROM flag WHERE session = 6 AND number = 2",
      place: .readModel(SessionNumber(6)),
      fault: .notAsDerived(table: "flag", rows: RowDifference(missing: 1, surplus: 0, other: 0)),
      level: .full
    ),
    Damage(
      statement: "INSERT INTO reading VALUES (4, 99, 1, 1, 1, 1, 1)",
      place: .readModel(SessionNumber(4)),
      fault: .notAsDerived(
        table: "reading",
        rows: RowDifference(missing: 0, surplus: 1, other: 0)
      ),
      level: .full
    ),
    Damage(
      statement: "DELETE FROM session WHERE number = 4",
      place: .readModel(SessionNumber(4)),
      fault: .notListed,
      level: .full
    ),
    Damage(
      statement: "INSERT INTO tally VALUES (77, x'00')",
      place: .readModel(SessionNumber(77)),
      fault: .rowsWithoutLog(table: "tally"),
      level: .full
    ),
    Damage(
      statement:
        "INSERT INTO effect SELECT 0, onset, name, worst, began_ms, reviewed, body FROM effect LIMIT 1",
      place: .readModel(SessionNumber(0)),
      fault: .rowsWithoutLog(table: "effect"),
      level: .full
    ),
  ]

  @Test(arguments: ofStreams + ofSeals + besideTheLog + ofReadModels)
  func `names the place, and what still holds`(_ damage: Damage) throws {
    let record = try AttackedRecord.fresh()
    try record.unguarded(damage.statement)
    let found = try record.verified(.record, damage.level)
    #expect(found.outcome == .damaged)
    #expect(found.has(damage.place, damage.fault), "\(found.said)")
    #expect(found.wholeSessions.map(\.value) == damage.whole, "\(found.said)")
    #expect(try record.verified().outcome == .damaged)
  }

  @Test(arguments: ofReadModels)
  func `read models are looked at by the full level alone`(_ damage: Damage) throws {
    let record = try AttackedRecord.fresh()
    try record.unguarded(damage.statement)
    #expect(try record.verified(.record, .chains).outcome == .holds)
  }

  @Test func `an access that was changed is named, and those after it still link`() throws {
    let record = try AttackedRecord.fresh()
    let all = try record.verified().extent.accesses
    try record.unguarded("UPDATE access SET who = 'XX' WHERE number = 3")
    let found = try record.verified(.record, .chains)
    let after = LinksAfter(rows: all - 3, linking: all - 3)
    #expect(found.has(.access(3), .broken(.altered, after: after)), "\(found.said)")
    #expect(found.wholeSessions.count == 4)
  }

  @Test func `the form of the newest access is what its hash was made in`() throws {
    let record = try AttackedRecord.fresh()
    let last = try record.verified().extent.accesses
    try record.unguarded("UPDATE access SET form = 3 WHERE number = \(last)")
    let found = try record.verified(.record, .chains)
    let after = LinksAfter(rows: 0, linking: 0)
    #expect(found.has(.access(last), .broken(.altered, after: after)), "\(found.said)")
  }

  @Test func `a protocol's text that is another is named by its digest`() throws {
    let record = try AttackedRecord.fresh()
    try record.unguarded("UPDATE protocol SET text = x'7B7D' WHERE id = 'im'")
    let found = try record.verified()
    #expect(found.outcome == .damaged)
    let places = Set(found.damages.map(\.place.code))
    #expect(places == ["protocol", "table"], "\(found.said)")
    #expect(found.damages.contains { $0.fault == .textOther })
    #expect(found.damages.contains { $0.fault == .notAsWritten })
    // No session was opened with it.
    #expect(found.wholeSessions.count == 4)
  }

  @Test func `the columns of a protocol beside its text are what its access says`() throws {
    let record = try AttackedRecord.fresh()
    try record.unguarded("UPDATE protocol SET version = '9' WHERE id = 'im'")
    let found = try record.verified(.record, .chains)
    #expect(found.damages.contains { $0.place.code == "protocol" && $0.fault == .notAsWritten })
  }

  @Test func `a text with which sessions were opened is missed by each of them`() throws {
    let record = try AttackedRecord.fresh()
    try record.unguarded("DELETE FROM protocol WHERE id = 'iv-0.5-40'")
    let found = try record.verified()
    let missed = found.damages.filter { if case .textGone = $0.fault { true } else { false } }
    #expect(missed.count == 6)
    #expect(found.wholeSessions.isEmpty)
  }

  @Test(arguments: [
    (
      "DROP TRIGGER entry_is_not_deleted", "trigger entry_is_not_deleted",
      VerificationFault.objectMissing
    ),
    ("CREATE TABLE more (x)", "table more", .objectUnknown),
    ("CREATE INDEX more ON flag (body)", "index more", .objectUnknown),
    (
      """
      DROP TRIGGER seal_follows;
      CREATE TRIGGER seal_follows BEFORE INSERT ON seal BEGIN SELECT 1; END
      """, "trigger seal_follows", .objectOther
    ),
  ])
  func `an object of the schema is named`(
    _ sql: String,
    _ name: String,
    _ fault: VerificationFault
  )
    throws
  {
    let record = try AttackedRecord.fresh()
    try record.sql(sql)
    let found = try record.verified(.record, .chains)
    #expect(found.findings == [VerificationFinding(.schemaObject(name), fault)], "\(found.said)")
  }

  @Test func `a setting of the file is named`() throws {
    let record = try AttackedRecord.fresh()
    try record.sql("PRAGMA journal_mode = WAL")
    let found = try record.verified(.record, .chains)
    #expect(
      found.has(.setting("journal_mode"), .setTo("wal", insteadOf: "delete")),
      "\(found.said)"
    )
  }

  @Test func `an index that lacks a row is found by SQLite's own check`() throws {
    let record = try AttackedRecord.fresh()
    try record.raw { database in
      try database.execute(
        sql: """
          PRAGMA writable_schema = ON;
          UPDATE sqlite_schema SET sql = 'CREATE INDEX session_open ON session (number) WHERE state = 3'
          WHERE name = 'session_open';
          PRAGMA writable_schema = RESET;
          REINDEX session_open;
          PRAGMA writable_schema = ON;
          UPDATE sqlite_schema SET sql = 'CREATE INDEX session_open ON session (number) WHERE state = 1'
          WHERE name = 'session_open';
          """
      )
    }
    #expect(try record.verified(.record, .chains).outcome == .holds)
    let found = try record.verified()
    #expect(found.damages.map(\.place) == Array(repeating: .file, count: found.damages.count))
    #expect(found.outcome == .damaged)
  }
}
