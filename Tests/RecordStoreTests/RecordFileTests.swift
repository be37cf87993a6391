import Foundation
import GRDB
import RecordStore
import SessionRecord
import Testing

@Suite("The file")
struct RecordFileTests {
  private let now = TemporaryRecord.opened

  private func permissions(_ url: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
  }

  @Test func `is made for its owner only, with its folders, under any umask`() throws {
    let folder = try TemporaryRecord.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let outer = folder.appendingPathComponent("share")
    let inner = outer.appendingPathComponent("vigil")
    let file = inner.appendingPathComponent("record.vigil")
    let before = umask(0)
    defer { umask(before) }
    _ = try RecordStore.open(at: file.path, .creating, now: now)
    #expect(try permissions(outer) == 0o700)
    #expect(try permissions(inner) == 0o700)
    #expect(try permissions(file) == 0o600)
  }

  @Test func `keeps its id from one opening to the next, and two files have two ids`() throws {
    let record = try TemporaryRecord()
    let again = try RecordStore.open(at: record.path, .reading, now: now)
    #expect(again.recordID == record.store.recordID)
    #expect(try TemporaryRecord().store.recordID != record.store.recordID)
  }

  @Test(arguments: [RecordStore.Mode.reading, .writing])
  func `that is not there is refused and not made`(mode: RecordStore.Mode) throws {
    let folder = try TemporaryRecord.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("record.vigil").path
    #expect(throws: RecordRefusal.noRecord(path: path)) {
      try RecordStore.open(at: path, mode, now: now)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `that is a folder is refused`() throws {
    let folder = try TemporaryRecord.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for mode in [RecordStore.Mode.reading, .writing, .creating] {
      #expect(throws: RecordRefusal.isFolder(path: folder.path)) {
        try RecordStore.open(at: folder.path, mode, now: now)
      }
    }
  }

  @Test func `that no disk can have a name for is refused as not there`() throws {
    let path = NSTemporaryDirectory() + String(repeating: "n", count: 300)
    for mode in [RecordStore.Mode.reading, .writing, .creating] {
      #expect(throws: RecordRefusal.nameTooLong(path: path)) {
        try RecordStore.open(at: path, mode, now: now)
      }
    }
  }

  @Test func `in a folder that leads back out of one that is not there makes none`() throws {
    let folder = try TemporaryRecord.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = "\(folder.path)/x/../y"
    #expect(throws: RecordRefusal.folderNotMade(path: place, why: "there is no such folder")) {
      try RecordStore.open(at: "\(place)/record.vigil", .creating, now: now)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test(arguments: ["x", String(repeating: "not a database\n", count: 400)])
  func `that is not SQLite is refused and left as it is`(text: String) throws {
    let folder = try TemporaryRecord.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("notes.txt")
    try Data(text.utf8).write(to: file)
    for mode in [RecordStore.Mode.reading, .writing, .creating] {
      #expect(throws: RecordRefusal.notARecord(path: file.path)) {
        try RecordStore.open(at: file.path, mode, now: now)
      }
    }
    #expect(try Data(contentsOf: file) == Data(text.utf8))
  }

  @Test func `that is empty is said to be so, and a record is made in it`() throws {
    let folder = try TemporaryRecord.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("record.vigil")
    try Data().write(to: file)
    for mode in [RecordStore.Mode.reading, .writing] {
      #expect(throws: RecordRefusal.emptyFile(path: file.path)) {
        try RecordStore.open(at: file.path, mode, now: now)
      }
    }
    #expect(try Data(contentsOf: file).isEmpty)
    _ = try RecordStore.open(at: file.path, .creating, now: now)
    _ = try RecordStore.open(at: file.path, .reading, now: now)
  }

  @Test(arguments: ["DELETE", "WAL"])
  func `that is another program's database is refused and left as it is`(journal: String) throws {
    let folder = try TemporaryRecord.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("other.db")
    let other = try DatabaseQueue(path: file.path)
    try other.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = \(journal)") }
    try other.inDatabase { try $0.execute(sql: "CREATE TABLE entry (x); PRAGMA user_version = 1") }
    try other.close()
    let before = try Data(contentsOf: file)
    for mode in [RecordStore.Mode.reading, .writing, .creating] {
      #expect(throws: RecordRefusal.notARecord(path: file.path)) {
        try RecordStore.open(at: file.path, mode, now: now)
      }
    }
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func `that a newer version made is refused and left as it is`() throws {
    let record = try TemporaryRecord()
    try record.raw().inDatabase { try $0.execute(sql: "PRAGMA user_version = 7") }
    let file = URL(fileURLWithPath: record.path)
    let before = try Data(contentsOf: file)
    for mode in [RecordStore.Mode.reading, .writing, .creating] {
      #expect(throws: RecordRefusal.newerRecord(path: record.path, version: 7)) {
        try RecordStore.open(at: record.path, mode, now: now)
      }
    }
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func `that was torn is refused as damaged`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession(with: [.note(String(repeating: "long ", count: 4_000))])
    let file = URL(fileURLWithPath: record.path)
    var bytes = try Data(contentsOf: file)
    for page in 1..<bytes.count / 4_096 {
      bytes.replaceSubrange(
        page * 4_096..<page * 4_096 + 100,
        with: Data(repeating: 0xA5, count: 100)
      )
    }
    let torn = record.folder.appendingPathComponent("torn.vigil")
    try bytes.write(to: torn)
    let refusal = #expect(throws: RecordRefusal.self) {
      let store = try RecordStore.open(at: torn.path, .reading, now: now)
      _ = try store.entries(of: session)
    }
    #expect(refusal?.kind == .damaged)
  }

  @Test func `in a place where nothing can be made is refused with the reason`() throws {
    let refusal = #expect(throws: RecordRefusal.self) {
      try RecordStore.open(at: "/proc/vigil/record.vigil", .creating, now: now)
    }
    #expect(refusal?.kind == .cannotWrite)
    #expect(refusal?.remedy != nil)
    let inTheWay = #expect(throws: RecordRefusal.self) {
      try RecordStore.open(at: "/dev/null/vigil/record.vigil", .creating, now: now)
    }
    #expect(inTheWay?.kind == .cannotWrite)
  }

  @Test(
    .disabled(if: geteuid() == 0, "root may write everywhere, so there is nothing to refuse"),
    arguments: [true, false]
  )
  func `in a read-only folder can be read and not be written`(lockFile: Bool) throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    let (locked, mode) =
      lockFile ? (record.path, 0o400) : (record.folder.path, 0o500)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: locked)
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700],
        ofItemAtPath: locked
      )
    }
    let reading = try RecordStore.open(at: record.path, .reading, now: now)
    #expect(try reading.entries(of: session).count == 1)
    #expect(throws: RecordRefusal.notWritable(path: record.path)) {
      try RecordStore.open(at: record.path, .writing, now: now)
    }
  }

  @Test func `opened for reading takes nothing`() throws {
    let record = try TemporaryRecord()
    let reading = try RecordStore.open(at: record.path, .reading, now: now)
    let refusal = #expect(throws: RecordRefusal.self) {
      try reading.add(patient: try PatientCode("P-015"), identity: try Identity(), at: now)
    }
    #expect(refusal?.kind == .cannotWrite)
  }

  @Test func `left in the middle of a commit is read as it was before it`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    let crashed = try crash(record)
    let store = try RecordStore.open(at: crashed.path, .reading, now: now)
    #expect(try store.entries(of: session).count == 1)
    #expect(!FileManager.default.fileExists(atPath: crashed.path + "-journal"))
    #expect(try cliniciansCount(crashed) == 0)
  }

  @Test func `left in the middle of a commit after it was opened is read as it was before it`()
    throws
  {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    let crashed = try crash(record)
    let reading = try RecordStore.open(at: record.path, .reading, now: now)
    #expect(try reading.entries(of: session).count == 1)
    // Another program crashes now: its half commit and its journal are there.
    let file = URL(fileURLWithPath: record.path)
    try Data(contentsOf: crashed).write(to: file)
    let journal = URL(fileURLWithPath: crashed.path + "-journal")
    try Data(contentsOf: journal).write(to: URL(fileURLWithPath: record.path + "-journal"))
    #expect(try reading.entries(of: session).count == 1)
    #expect(!FileManager.default.fileExists(atPath: record.path + "-journal"))
    #expect(try cliniciansCount(file) == 0)
  }

  private func cliniciansCount(_ file: URL) throws -> Int? {
    try DatabaseQueue(path: file.path).inDatabase {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM clinician")
    }
  }

  /// A copy of the record and its journal as a crash leaves them: changed pages written, the journal
  /// still there.
  private func crash(_ record: TemporaryRecord) throws -> URL {
    let crashed = record.folder.appendingPathComponent("crashed.vigil")
    let raw = try record.raw()
    try raw.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA cache_size = 1")
      try database.inTransaction(.immediate) {
        for number in 1...300 {
          try database.execute(
            sql: """
              INSERT INTO clinician (number, code, name, roles, listed, clinician, set_ms, set_offset)
              VALUES (?, ?, ?, 1, 1, 'LH', 0, 0)
              """,
            arguments: [number, "C\(number)", String(repeating: "n", count: 300)]
          )
        }
        try FileManager.default.copyItem(atPath: record.path, toPath: crashed.path)
        try FileManager.default.copyItem(
          atPath: record.path + "-journal",
          toPath: crashed.path + "-journal"
        )
        return .rollback
      }
    }
    #expect(FileManager.default.fileExists(atPath: crashed.path + "-journal"))
    return crashed
  }
}
