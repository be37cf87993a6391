import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("Copies on a disk that fails")
struct FailingDiskTests {
  @Test(arguments: [
    ResultCode.SQLITE_BUSY, .SQLITE_NOMEM, .SQLITE_CANTOPEN, .SQLITE_IOERR_FSTAT,
    .SQLITE_IOERR_LOCK,
    .SQLITE_IOERR_ACCESS, .SQLITE_IOERR_UNLOCK, .SQLITE_IOERR_CHECKRESERVEDLOCK,
  ])
  func `what the machine refuses says nothing of the file`(code: ResultCode) {
    #expect(DatabaseError(resultCode: code).isOfTheMachine)
  }

  @Test(arguments: [
    ResultCode.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_CORRUPT, .SQLITE_NOTADB,
    .SQLITE_ERROR,
  ])
  func `what cannot be read of the file is its own`(code: ResultCode) {
    #expect(!DatabaseError(resultCode: code).isOfTheMachine)
  }

  @Test func `a copy that cannot be looked at again is not called damaged`() throws {
    let bench = try BackupBench(sessions: 1)
    let why = "the disk reported an error (1802)"
    let path = bench.path("copy.vigil")
    #expect(throws: BackupRefusal.notVerified(path, why: why)) {
      try bench.record.store.backUp(
        to: path,
        assessing: { _, _ in .nothing },
        verifying: { throw RecordRefusal.notRead(path: $0.path, why: why) },
        progress: { _, _, _ in }
      )
    }
    #expect(try bench.names().isEmpty)
  }

  @Test func `what is left of a copy is named where it could not be taken away`() throws {
    let bench = try BackupBench(sessions: 1)
    let folder = bench.path("folder")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let part = try PartFile(for: "\(folder)/copy.vigil")
    // A name that leads in a circle is told as nothing else is: not as one that is gone.
    #expect(rename(folder, bench.path("elsewhere")) == 0)
    #expect(symlink(folder, folder) == 0)
    let refusal = BackupRefusal.interrupted("\(folder)/copy.vigil")
    let told = try #require(part.discarded(after: refusal) as? any Refusal)
    #expect(told.kind == refusal.kind)
    #expect(told.remedy == refusal.remedy)
    #expect(told.problem.hasPrefix(refusal.problem))
    #expect(told.problem.hasSuffix("rm -- '\(folder)/copy.vigil.part'"))
    unlink(folder)
    #expect(rename(bench.path("elsewhere"), folder) == 0)
    #expect(part.discarded(after: refusal) as? BackupRefusal == refusal)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }
}
