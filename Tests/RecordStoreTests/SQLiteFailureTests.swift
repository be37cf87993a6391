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
    guard case .damaged = refusal(.SQLITE_CORRUPT, .reading) else {
      Issue.record("a file that SQLite calls malformed is damaged")
      return
    }
  }
}
