import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

/// Why nothing could be read or stored is told as it is: a disk that fails is no damage and no want of rights.
@Suite struct SQLiteFailureTests {
  @Test(arguments: [
    (ResultCode.SQLITE_IOERR_READ, "the disk reported an error (266)"),
    (.SQLITE_IOERR_FSYNC, "the disk reported an error (1034)"),
    (.SQLITE_NOMEM, "there is too little memory"),
    (.SQLITE_CANTOPEN, "SQLite cannot open it, or its journal"),
  ])
  func `what cannot be read now is neither damaged nor forbidden`(code: ResultCode, why: String) {
    for act in [StoreAct.reading, .opening] {
      let refusal = RecordRefusal(DatabaseError(resultCode: code), act, path: "r.vigil")
      #expect(refusal == .notRead(path: "r.vigil", why: why))
      #expect(refusal.kind == .damaged)
      #expect(!refusal.problem.contains("damaged") && !refusal.problem.contains("by you"))
      #expect(refusal.remedy?.contains("restore") == false)
    }
  }

  @Test func `damage, a want of rights and what is not saved are called so`() {
    func refusal(_ code: ResultCode, _ act: StoreAct) -> RecordRefusal {
      RecordRefusal(DatabaseError(resultCode: code), act, path: "r.vigil")
    }
    #expect(refusal(.SQLITE_PERM, .reading) == .notReadable(path: "r.vigil"))
    #expect(refusal(.SQLITE_CANTOPEN, .writing) == .notWritable(path: "r.vigil"))
    #expect(refusal(.SQLITE_FULL, .writing) == .notSaved(why: "the disk is full"))
    #expect(
      refusal(.SQLITE_IOERR_FSYNC, .writing)
        == .notSaved(why: "the disk reported an error (1034)")
    )
    func refused(_ code: ResultCode, _ system: Int32) -> RecordRefusal {
      RecordRefusal(DatabaseError(resultCode: code), .writing, path: "r.vigil", system: system)
    }
    // A journal that cannot be made for want of room: no right is missing.
    #expect(refused(.SQLITE_CANTOPEN, ENOSPC) == .notSaved(why: "the disk is full"))
    #expect(refused(.SQLITE_CANTOPEN, EDQUOT) == .notSaved(why: "your share of the disk is full"))
    #expect(refused(.SQLITE_CANTOPEN, EMFILE) == .notSaved(why: "too many files are open"))
    #expect(refused(.SQLITE_CANTOPEN, EACCES) == .notWritable(path: "r.vigil"))
    #expect(
      refused(.SQLITE_IOERR_WRITE, EDQUOT) == .notSaved(why: "your share of the disk is full")
    )
    guard case .damaged = refusal(.SQLITE_CORRUPT, .reading) else {
      Issue.record("a file that SQLite calls malformed is damaged")
      return
    }
  }

  /// Who may write there is looked at when it is opened; a right that was there is not said to be missing later.
  @Test func `a file that SQLite does not write to is refused with what is so`() throws {
    let record = try TemporaryRecord()
    let file = RecordFile(path: record.path)
    for isMoved in [true, false] {
      #expect(file.whyNotWritten(isMoved: isMoved).kind == .notSaved)
    }
    // What a crash left has to be undone before anything is read, and the disk did not let it.
    let readOnly = DatabaseError(resultCode: .SQLITE_READONLY_ROLLBACK)
    #expect(
      RecordRefusal(readOnly, .opening, path: record.path)
        == .notRead(path: record.path, why: "the disk let it be opened for reading only")
    )
    #expect(rename(record.path, record.path + ".moved") == 0)
    #expect(
      file.whyNotWritten(isMoved: true)
        == .notSaved(why: "\(record.path) was moved or removed meanwhile")
    )
    #expect(rename(record.path + ".moved", record.path) == 0)
    #expect(file.whyNothingCanBeMadeBeside == ENOENT)
    #expect(RecordFile(path: "/proc/none/r.vigil").whyNothingCanBeMadeBeside != EACCES)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: record.folder.path)
        .allSatisfy { !$0.hasPrefix(".vigil-tried") }
    )
  }

  @Test func `what may not be read is not said to be for want of the right to write`() {
    #expect(SystemFailure.wordsOfReading(EACCES) == "you may not read it")
    #expect(SystemFailure.words(EACCES) == "you may not write there")
    #expect(SystemFailure.wordsOfReading(EIO) == SystemFailure.words(EIO))
    #expect(SystemFailure.isWantOfRights(EROFS) && !SystemFailure.isWantOfRights(ENOSPC))
  }
}
