import Crypto
import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("A record of version 1")
struct MigrationTests {
  private let backupName = "record.vigil.v1-2026-11-26.backup"

  @Test func `is read as it is, and reading never carries it over`() throws {
    let golden = try GoldenRecord()
    let before = try golden.bytes()
    let store = try golden.open(.reading)
    #expect(store.version == 1)
    #expect(try store.sessions(of: nil, openOnly: false).count == 5)
    #expect(try store.entries(of: SessionNumber(1)).count == 14)
    #expect(try store.accesses().map(\.act) == [.erased])
    #expect(try store.seals().isEmpty)
    #expect(try store.keysInUse().isEmpty)
    #expect(try golden.bytes() == before)
    #expect(try golden.names() == ["record.vigil"])
  }

  @Test func `is carried over when it is opened for writing, after a verified copy beside it`()
    throws
  {
    let golden = try GoldenRecord()
    let beside = ["adoption", "clinic", "clinician", "patient", "protocol", "record", "entry"]
    let derived = ["session", "reading", "flag", "effect", "tally"]
    let tables = beside + derived
    let before = try tables.map { try golden.rows("SELECT * FROM \($0)") }
    let store = try golden.open(.writing)
    #expect(store.version == 2)
    #expect(try tables.map { try golden.rows("SELECT * FROM \($0)") } == before)
    #expect(try golden.rows("PRAGMA user_version") == ["2"])
    #expect(try golden.rows("PRAGMA integrity_check") == ["\"ok\""])
    let fresh = try RecordStore.open(
      at: golden.folder.appendingPathComponent("fresh.vigil").path,
      .creating,
      now: GoldenRecord.now
    )
    let schema = try store.queue.inDatabase { try StoredSchema($0) }
    #expect(schema.isThat(of: 2))
    let made = try fresh.queue.inDatabase { try StoredSchema($0).fingerprint }
    #expect(schema.fingerprint == made)

    let backup = golden.folder.appendingPathComponent(backupName).path
    #expect(
      store.takeNotices() == [
        .carriedOver(record: golden.path, from: 1, to: 2, copy: backup, notSealed: nil)
      ]
    )
    #expect(try golden.rows("PRAGMA user_version", at: backup) == ["1"])
    let all = tables + ["access", "seal"]
    let old = try GoldenRecord()
    for table in all {
      let sql = "SELECT * FROM \(table)"
      #expect(try golden.rows(sql, at: backup) == (try old.rows(sql)), "\(table)")
    }
    let mode = try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `says so on a standard line that names both versions and the copy`() {
    let notice = StoreNotice.carriedOver(
      record: "/r.vigil",
      from: 1,
      to: 2,
      copy: "/r.vigil.v1-2026-11-26.backup",
      notSealed: nil
    )
    #expect(
      notice.text
        == "/r.vigil was carried over from version 1 to 2; the copy before it is "
        + "/r.vigil.v1-2026-11-26.backup."
    )
  }

  @Test func `keeps its accesses with their hashes, and binds what lies beside the log`() throws {
    let golden = try GoldenRecord()
    let first = try golden.rows("SELECT number, at_ms, who, act, subject, prev, hash FROM access")
    let store = try golden.open(.writing)
    #expect(
      try golden.rows(
        "SELECT number, at_ms, who, act, subject, prev, hash FROM access WHERE form = 1"
      ) == first
    )
    let accesses = try store.accesses()
    let backup = try golden.bytes(of: golden.folder.appendingPathComponent(backupName).path)
    let carried = accesses[1]
    #expect(carried.act == .carriedOver)
    #expect(carried.subject == "1 to 2")
    #expect(carried.digest?.bytes == Array(SHA256.hash(data: backup)))
    #expect(carried.by == .account("clinic"))
    #expect(carried.at == Stamp(GoldenRecord.now, offsetMinutes: 0))
    let counts = try ["patient", "protocol", "adoption", "clinic", "clinician"].map {
      Int(try golden.rows("SELECT count(*) FROM \($0)")[0])
    }
    let acts: [AccessAct] = [
      .patientAdded, .protocolKept, .protocolAdopted, .clinicSet, .clinicianSet,
    ]
    #expect(acts.map { act in accesses.filter { $0.act == act }.count } == counts)
    #expect(accesses.filter { $0.act == .contactSet }.map(\.subject) == ["P-014", "P-015"])
    // The chain goes on from what version 1 wrote.
    let rows = try store.queue.inDatabase { database in
      try database.rows("SELECT \(AccessRow.columns) FROM access ORDER BY number") {
        (try AccessRow($0), try $0.bytes(10))
      }
    }
    var prev = AccessRow.genesis(in: store.recordID)
    for (row, hash) in rows {
      #expect(row.prev == prev)
      #expect(row.hash == hash)
      prev = hash
    }
  }

  @Test func `has every closed session and every course sealed, and no open one`() throws {
    let golden = try GoldenRecord()
    let store = try golden.open(.writing)
    let heads = try store.seals().compactMap { seal -> EntryStream? in
      guard case .head(let stream, let entry, _, derived: _) = seal.act else { return nil }
      #expect(seal.owner == nil)
      #expect(seal.enteredAs == .account("clinic"))
      let count = try store.logRows(of: stream).count
      #expect(entry.value == count)
      return stream
    }
    #expect(
      heads == [
        .session(SessionNumber(1)), .session(SessionNumber(2)), .session(SessionNumber(3)),
        .session(SessionNumber(4)), .course(try PatientCode("P-014")),
        .course(try PatientCode("P-015")), .course(try PatientCode("P-016")),
      ]
    )
    #expect(try store.keysInUse().count == 1)
    #expect(store.station.keyring?.witness(of: store.recordID)?.number == 8)
  }

  @Test func `is not sealed where no key is wanted, and told where the key cannot be used`() throws
  {
    let without = try GoldenRecord()
    let store = try RecordStore.open(at: without.path, .writing, now: GoldenRecord.now)
    #expect(store.version == 2)
    #expect(try store.seals().isEmpty)
    let golden = try GoldenRecord()
    // A file is in the way of the keys' folder.
    try Data().write(to: URL(fileURLWithPath: golden.keys))
    let kept = try golden.open(.writing)
    #expect(kept.version == 2)
    #expect(try kept.seals().isEmpty)
    let said = kept.takeNotices().map(\.text)
    #expect(said.count == 1)
    #expect(said.first?.contains("\nNone of its sessions is sealed yet: ") == true)
  }

  @Test func `is carried over once, and written like any other after that`() throws {
    let golden = try GoldenRecord()
    _ = try golden.open(.writing)
    let names = try golden.names()
    #expect(names == ["record.vigil", backupName])
    let again = try golden.open(.writing)
    #expect(again.takeNotices().isEmpty)
    #expect(try golden.names() == names)
    try again.log(
      Access(
        .printed,
        of: "P-014",
        by: .account("clinic"),
        at: Stamp(GoldenRecord.now, offsetMinutes: 0)
      )
    )
    #expect(try again.accesses().last?.act == .printed)
    for session in 1...5 {
      #expect(try again.brokenLink(in: .session(SessionNumber(session))) == nil)
    }
  }

  @Test func `never has its copy written over another file, and what a kill left is swept`() throws
  {
    let golden = try GoldenRecord()
    let taken = golden.folder.appendingPathComponent(backupName)
    try Data("another".utf8).write(to: taken)
    let part = golden.folder.appendingPathComponent("record.vigil.v1-2026-11-25.backup.part")
    try Data("half".utf8).write(to: part)
    let own = golden.folder.appendingPathComponent("record.vigil.v1-notes.txt")
    try Data("own".utf8).write(to: own)
    _ = try golden.open(.writing)
    #expect(try Data(contentsOf: taken) == Data("another".utf8))
    #expect(
      try golden.names() == [
        "record.vigil", "record.vigil.v1-2026-11-26-2.backup", backupName, own.lastPathComponent,
      ]
    )
  }
}
