import Foundation
import GRDB
import RecordStore
import SessionRecord
import Testing

/// Attempts of another program on the log, each of which the file itself refuses.
private let attempts: [(name: String, sql: String)] = [
  ("update a body", "UPDATE entry SET body = x'00' WHERE number = 2"),
  ("update an author", "UPDATE entry SET author = 'XX'"),
  ("delete one", "DELETE FROM entry WHERE number = 2"),
  ("delete all", "DELETE FROM entry"),
  (
    "replace by number",
    "INSERT OR REPLACE INTO entry SELECT stream_kind, stream_key, number, randomblob(16), record, "
      + "commit_number, observed_ms, observed_offset, recorded_ms, recorded_offset, monotonic_ns, "
      + "boot, 'XX', observer, source, device, document, room, kind, encoding, body, prev, hash "
      + "FROM entry WHERE number = 2"
  ),
  (
    "replace by id, as the next number",
    "INSERT OR REPLACE INTO entry SELECT stream_kind, stream_key, 4, (SELECT id FROM entry WHERE "
      + "number = 2), record, commit_number, observed_ms, observed_offset, recorded_ms, "
      + "recorded_offset, monotonic_ns, boot, author, observer, source, device, document, room, "
      + "kind, encoding, body, hash, randomblob(32) FROM entry WHERE number = 3"
  ),
  (
    "upsert",
    "INSERT INTO entry SELECT * FROM entry WHERE number = 2 "
      + "ON CONFLICT DO UPDATE SET author = 'XX'"
  ),
  ("insert the same again", "INSERT INTO entry SELECT * FROM entry WHERE number = 2"),
  (
    "leave a number out",
    "INSERT INTO entry SELECT stream_kind, stream_key, 5, randomblob(16), record, commit_number, "
      + "observed_ms, observed_offset, recorded_ms, recorded_offset, monotonic_ns, boot, author, "
      + "observer, source, device, document, room, kind, encoding, body, hash, randomblob(32) "
      + "FROM entry WHERE number = 3"
  ),
  (
    "break the chain",
    "INSERT INTO entry SELECT stream_kind, stream_key, 4, randomblob(16), record, commit_number, "
      + "observed_ms, observed_offset, recorded_ms, recorded_offset, monotonic_ns, boot, author, "
      + "observer, source, device, document, room, kind, encoding, body, prev, randomblob(32) "
      + "FROM entry WHERE number = 3"
  ),
  (
    "go back in commits",
    "INSERT INTO entry SELECT stream_kind, stream_key, 4, randomblob(16), record, 1, "
      + "observed_ms, observed_offset, recorded_ms, recorded_offset, monotonic_ns, boot, author, "
      + "observer, source, device, document, room, kind, encoding, body, hash, randomblob(32) "
      + "FROM entry WHERE number = 3"
  ),
  ("update a protocol", "UPDATE protocol SET text = x'7b7d'"),
  ("delete a protocol", "DELETE FROM protocol"),
  (
    "replace a protocol",
    "INSERT OR REPLACE INTO protocol SELECT digest, 'x', '2', x'7b7d', 0 FROM protocol"
  ),
  ("change an adoption", "UPDATE adoption SET version = '9'"),
  ("change who adopted", "UPDATE adoption SET clinician = 'XX'"),
  ("delete an adoption", "DELETE FROM adoption"),
  (
    "replace an adoption",
    "INSERT OR REPLACE INTO adoption SELECT number, id, version, protocol, 'XX', 0, 0, NULL FROM adoption"
  ),
  (
    "upsert an adoption",
    "INSERT INTO adoption SELECT * FROM adoption WHERE true ON CONFLICT DO UPDATE SET clinician = 'XX'"
  ),
  (
    "leave an adoption out",
    "INSERT INTO adoption SELECT 3, id, version, protocol, 'XX', 0, 0, NULL FROM adoption"
  ),
  (
    "adopt a text under another version",
    "INSERT INTO adoption SELECT 2, id, '9', protocol, 'XX', 0, 0, NULL FROM adoption"
  ),
  (
    "adopt a text that is not there",
    "INSERT INTO adoption SELECT 2, id, version, randomblob(32), 'XX', 0, 0, NULL FROM adoption"
  ),
  (
    "give an adopted version another text",
    "INSERT INTO protocol VALUES (zeroblob(32), 'iv-0.5-40', '1', x'7b7d', 0); "
      + "INSERT INTO adoption SELECT 2, id, version, zeroblob(32), 'XX', 0, 0, NULL FROM adoption"
  ),
  ("change the clinic", "UPDATE clinic SET name = 'Other'"),
  ("delete the clinic", "DELETE FROM clinic"),
  (
    "replace the clinic",
    "INSERT OR REPLACE INTO clinic (number, name, address, telephone, logo_kind, logo, paper, zone, "
      + "temperature, weight, clinician, set_ms, set_offset) SELECT number, 'Other', NULL, NULL, NULL, NULL, 1, NULL, 1, 1, 'XX', 0, 0 FROM clinic"
  ),
  (
    "upsert the clinic",
    "INSERT INTO clinic SELECT * FROM clinic WHERE true ON CONFLICT DO UPDATE SET name = 'Other'"
  ),
  (
    "leave a setting of the clinic out",
    "INSERT INTO clinic (number, name, address, telephone, logo_kind, logo, paper, zone, temperature, "
      + "weight, clinician, set_ms, set_offset) SELECT 3, 'Other', NULL, NULL, NULL, NULL, 1, NULL, 1, 1, 'XX', 0, 0 FROM clinic"
  ),
  ("change what the record is for", "UPDATE record SET purpose = 3"),
  ("update the record id", "UPDATE record SET id = randomblob(16)"),
  ("delete the record id", "DELETE FROM record"),
  ("replace the record id", "INSERT OR REPLACE INTO record VALUES (1, randomblob(16), 1, 0)"),
  ("delete a patient", "DELETE FROM patient"),
  (
    "replace a patient",
    "INSERT OR REPLACE INTO patient (code, name, salt, commitment, added_ms) "
      + "SELECT code, 'Other', salt, commitment, 0 FROM patient"
  ),
  ("change a commitment", "UPDATE patient SET commitment = randomblob(32)"),
]

@Suite("The file itself refuses")
struct AppendOnlyTests {
  @Test(arguments: attempts.indices, [true, false])
  func `every attempt to change what was written`(attempt: Int, recursive: Bool) throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    try record.append([.note("one")], to: session)
    try record.append([.note("two")], to: session)
    let adopted = try record.adopt().adoption
    let clinic = try record.store.set(
      clinic: { _ in try Clinic(name: "Northgate") },
      by: ClinicianCode("LH"),
      at: TemporaryRecord.moment(0).recorded
    ).setting
    let before = try record.store.entries(of: session)
    let raw = try record.raw()
    try raw.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA recursive_triggers = \(recursive ? "ON" : "OFF")")
      let error = #expect(throws: DatabaseError.self, "\(attempts[attempt].name)") {
        try database.execute(sql: attempts[attempt].sql)
      }
      #expect(
        error?.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER,
        "\(String(describing: error))"
      )
    }
    #expect(try record.store.entries(of: session) == before)
    #expect(try record.store.brokenLink(in: .session(session)) == nil)
    #expect(try record.store.clinics() == [clinic])
    #expect(try record.store.patient(record.patient.code) == record.patient)
    #expect(try record.store.protocolText(record.reference.digest) != nil)
    #expect(try record.store.adoptions() == [adopted])
  }

  @Test func `every attempt but one column would be a good row`() throws {
    // The negative control: the same form of statement, with everything right, is taken.
    let record = try TemporaryRecord()
    let session = try record.openSession()
    try record.append([.note("one")], to: session)
    try record.raw().writeWithoutTransaction { database in
      try database.execute(
        sql: """
          INSERT INTO entry SELECT stream_kind, stream_key, 3, randomblob(16), record,
            commit_number, observed_ms, observed_offset, recorded_ms, recorded_offset,
            monotonic_ns, boot, author, observer, source, device, document, room, kind, encoding,
            body, hash, randomblob(32) FROM entry WHERE number = 2
          """
      )
    }
    #expect(try record.store.entries(of: session).count == 3)
    #expect(try record.store.brokenLink(in: .session(session)) == EntryNumber(3))
  }

  @Test func `every adoption but one column would be a good row`() throws {
    let record = try TemporaryRecord()
    try record.adopt()
    try record.raw().writeWithoutTransaction { database in
      try database.execute(
        sql: "INSERT INTO adoption SELECT 2, id, version, protocol, 'XX', 0, 0, NULL FROM adoption"
      )
    }
    #expect(try record.store.adoptions().map(\.by.text) == ["KO", "XX"])
  }

  @Test(arguments: ["seal", "access"])
  func `changes of seals and of the access log`(table: String) throws {
    let record = try TemporaryRecord(sealing: true)
    try record.openSession(with: [.closed])
    try record.raw().writeWithoutTransaction { database in
      let last = try Int.fetchOne(database, sql: "SELECT max(number) FROM \(table)") ?? 0
      let row = try #require(
        try Row.fetchOne(
          database,
          sql: "SELECT * FROM \(table) WHERE number = ?",
          arguments: [last]
        )
      )
      func insert(_ number: Int, prev: DatabaseValue) throws {
        var values = Dictionary(row.map { ($0, $1) }) { first, _ in first }
        values["number"] = number.databaseValue
        values["prev"] = prev
        let names = row.columnNames.joined(separator: ", ")
        let marks = row.columnNames.map { _ in "?" }.joined(separator: ", ")
        try database.execute(
          sql: "INSERT OR REPLACE INTO \(table) (\(names)) VALUES (\(marks))",
          arguments: StatementArguments(row.columnNames.map { values[$0] ?? .null })
        )
      }
      let hash: DatabaseValue = row["hash"]
      // Each but the one that follows: a number that is there, one too far, and another's hash before it.
      for number in [last, 1, last + 2] {
        #expect(throws: DatabaseError.self) { try insert(number, prev: hash) }
      }
      #expect(throws: DatabaseError.self) { try insert(last + 1, prev: row["prev"]) }
      #expect(throws: DatabaseError.self) { try database.execute(sql: "DELETE FROM \(table)") }
      #expect(throws: DatabaseError.self) {
        try database.execute(sql: "UPDATE \(table) SET prev = zeroblob(32)")
      }
      try insert(last + 1, prev: hash)
    }
  }
}
