import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite("Backing up")
struct BackingUpTests {
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigil-backup-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test
  func `a copy has the flags that the rules make of its log, and the record says that it was made`()
    throws
  {
    let ward = try Ward()
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try ward.open()
    try ward.type("118/74 68 98%")
    try ward.at("13:40:00")
    try ward.type("186/112 128 91%", "nausea severe")
    try ward.know("P-015")
    _ = try ward.supervision.set(
      clinic: { _ in try Clinic(name: "Northgate", backupDays: 7) },
      by: ClinicianCode("LH"),
      in: Ward.berlin
    )
    #expect(try ward.supervision.backupAge()?.isOverdue == true)
    let path = folder.appending(path: "copy.vigil").path()
    let made = try ward.supervision.backUp(
      to: path,
      by: .clinician(ClinicianCode("AD"))
    ) { _, _, _ in }
    #expect(made.notLogged == nil)
    #expect(made.backup.verification.outcome != .damaged)
    #expect(made.backup.copy.openSessions == 1)
    let copy = try RecordStore.open(at: path, .reading, now: ward.hands.now)
    let flags = try ward.supervision.store.flags(FlagQuery()).map(\.flag)
    #expect(!flags.isEmpty)
    #expect(try copy.flags(FlagQuery()).map(\.flag) == flags)
    #expect(
      try copy.effects(EffectQuery()).map(\.effect)
        == ward.supervision.store.effects(EffectQuery()).map(\.effect)
    )
    let access = try #require(try ward.supervision.store.accesses().last)
    #expect(access.act == .backedUp)
    #expect(access.subject == "copy.vigil")
    #expect(access.digest == made.backup.digest)
    #expect(try ward.supervision.backupAge()?.isOverdue == false)
    #expect(try copy.lastVerifiedBackup() == nil)
  }

  @Test func `a session that is restored is the same session`() throws {
    let ward = try Ward()
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = try ward.open()
    try ward.type("118/74 68 98%", "186/112 128 91%")
    let file = folder.appending(path: "copy.vigil").path()
    let path = folder.appending(path: "again.vigil").path()
    _ = try ward.supervision.backUp(to: file, by: .account("ward")) { _, _, _ in }
    let restored = try Supervision.restore(
      file,
      to: path,
      passphrase: nil,
      by: .account("ward"),
      at: Stamp(ward.hands.now, offsetMinutes: 60),
      station: .unnamed
    ) { _, _, _ in }
    #expect(restored.record == ward.supervision.store.recordID)
    let again = Supervision(
      store: try RecordStore.open(at: path, .writing, now: ward.hands.now),
      clock: ward.supervision.clock
    )
    let (before, after) = try (ward.supervision.file(of: session), again.file(of: session))
    #expect(before.log == after.log)
    #expect(before.assessment.flags == after.assessment.flags)
    #expect(!after.assessment.flags.isEmpty)
  }
}
