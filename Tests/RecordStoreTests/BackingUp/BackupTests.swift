import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("Backups")
struct BackupTests {
  @Test func `a backup has every row of the record, and read models of its own`() throws {
    let bench = try BackupBench()
    let backup = try bench.backUp()
    let (original, copied) = try (
      BackupBench.rows(at: bench.record.path), BackupBench.rows(at: backup.path)
    )
    for (table, rows) in original { #expect(copied[table] == rows, "\(table)") }
    #expect(backup.copy.sessions == 3)
    #expect(backup.copy.openSessions == 0)
    #expect(backup.copy.entries == original["entry"]?.count)
    #expect(backup.verification.outcome == .holds)
    #expect(backup.digest == backup.copy.digest)
    #expect(try bench.names() == ["copy.vigil"])
  }

  @Test func `the file is its owner's alone, and SQLite's own kind`() throws {
    let bench = try BackupBench()
    let mask = umask(0)
    defer { umask(mask) }
    try bench.backUp()
    var status = stat()
    #expect(stat(bench.path("copy.vigil"), &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o600)
    #expect(status.st_nlink == 1)
  }

  @Test func `a read model that was changed is derived again, and not copied`() throws {
    let bench = try BackupBench(sealing: false)
    let before = try BackupBench.rows(at: bench.record.path)
    try bench.record.raw().write { try $0.execute(sql: "UPDATE reading SET value = value + 1000") }
    try bench.backUp()
    #expect(try BackupBench.rows(at: bench.path("copy.vigil"))["reading"] == before["reading"])
  }

  @Test func `what a seal says of a session is kept where this Vigil derives it otherwise`() throws
  {
    let bench = try BackupBench()
    let sealed = try BackupBench.rows(at: bench.record.path)
    let other = Assessed(flags: [], tally: SessionTally(retractedClinical: 1))
    let part = try PartFile(for: bench.path("copy.vigil"))
    defer { part.discard() }
    _ = try bench.record.store.copy(into: part, assessing: { _, _ in other }) { _, _, _ in }
    #expect(try BackupBench.rows(at: part.part)["tally"] == sealed["tally"])
    // Without a seal that says otherwise, it is as it is derived.
    let unsealed = try BackupBench(sealing: false)
    let second = try PartFile(for: unsealed.path("copy.vigil"))
    defer { second.discard() }
    _ = try unsealed.record.store.copy(into: second, assessing: { _, _ in other }) { _, _, _ in }
    #expect(try BackupBench.rows(at: second.part)["tally"] != sealed["tally"])
  }

  @Test func `nothing is written over, whatever is in the way`() throws {
    let bench = try BackupBench(sessions: 1)
    let manager = FileManager.default
    for (name, refused) in [
      ("copy.vigil", BackupRefusal.fileExists(bench.path("copy.vigil"))),
      ("copy.vigil.part", .partExists(bench.path("copy.vigil.part"))),
      (
        "copy.vigil-journal",
        .leftover(bench.path("copy.vigil"), companion: bench.path("copy.vigil-journal"))
      ),
    ] {
      try Data("mine".utf8).write(to: URL(fileURLWithPath: bench.path(name)))
      #expect(throws: refused) { try bench.backUp() }
      #expect(manager.contents(atPath: bench.path(name)) == Data("mine".utf8))
      try manager.removeItem(atPath: bench.path(name))
      // The same name as a link that leads nowhere.
      try manager.createSymbolicLink(atPath: bench.path(name), withDestinationPath: "elsewhere")
      #expect(throws: refused) { try bench.backUp() }
      #expect(!manager.fileExists(atPath: bench.path("elsewhere")))
      try manager.removeItem(atPath: bench.path(name))
    }
    #expect(throws: BackupRefusal.isFolder(bench.folder.path)) {
      try PartFile.requireFree(bench.folder.path)
    }
    #expect(throws: BackupRefusal.emptyPath) { try PartFile.requireFree("") }
    #expect(throws: BackupRefusal.fileExists(bench.record.path)) {
      try PartFile.requireFree(bench.record.path)
    }
    #expect(try bench.names() == [])
  }

  @Test func `a file that takes the name meanwhile is kept`() throws {
    let bench = try BackupBench(sessions: 1)
    let taken = URL(fileURLWithPath: bench.path("copy.vigil"))
    #expect(throws: BackupRefusal.fileExists(taken.path)) {
      try bench.backUp(progress: { step, _, _ in
        if step == .deriving { try Data("mine".utf8).write(to: taken) }
      })
    }
    #expect(FileManager.default.contents(atPath: taken.path) == Data("mine".utf8))
    #expect(try bench.names() == ["copy.vigil"])
  }

  @Test func `interrupted at any step, nothing is left`() throws {
    struct Ended: Error {}
    let bench = try BackupBench(sessions: 2)
    for (passphrase, steps) in [
      (nil, [BackupStep.copying, .deriving]),
      (try Passphrase.ofTests, [.copying, .deriving, .encrypting]),
    ] {
      for step in steps {
        var isReached = false
        #expect(throws: Ended.self) {
          try bench.backUp(
            with: passphrase,
            progress: { now, _, _ in
              guard now == step else { return }
              isReached = true
              throw Ended()
            }
          )
        }
        #expect(isReached, "\(step)")
        #expect(try bench.names() == [])
      }
    }
  }

  @Test func `no disk, no folder and no right to write are said`() throws {
    let bench = try BackupBench(sessions: 1)
    #expect(
      throws: BackupRefusal.notWritten(bench.path("no/copy.vigil"), why: "there is no such folder")
    ) {
      try bench.backUp(to: "no/copy.vigil")
    }
    #expect(
      throws: BackupRefusal.notWritten(
        bench.path("record.vigil/copy.vigil"),
        why: "part of its path is a file"
      )
    ) {
      try bench.backUp(to: "record.vigil/copy.vigil")
    }
  }
}
