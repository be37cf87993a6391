import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

/// Lets a transaction run and fails its commit.
private final class FailingCommit: TransactionObserver {
  private let error: DatabaseError
  init(_ error: DatabaseError) { self.error = error }
  func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }
  func databaseDidChange(with event: DatabaseEvent) {}
  func databaseWillCommit() throws { throw error }
  func databaseDidCommit(_ database: Database) {}
  func databaseDidRollback(_ database: Database) {}
}

@Suite("When SQLite fails")
struct CommitFailureTests {
  private let ioError = DatabaseError(resultCode: .SQLITE_IOERR_FSYNC)
  private let refused = RecordRefusal.notSaved(why: "the disk reported an error (1034)")

  @Test func `a commit that failed and left nothing is called not saved`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    let observer = FailingCommit(ioError)
    record.store.queue.add(transactionObserver: observer)
    let refusal = #expect(throws: RecordRefusal.self) {
      try record.append([.note("x")], to: session)
    }
    #expect(refusal?.kind == .notSaved)
    #expect(throws: RecordRefusal.self) {
      try record.store.add(
        patient: try PatientCode("P-015"),
        identity: try Identity(),
        at: TemporaryRecord.opened
      )
    }
    record.store.queue.remove(transactionObserver: observer)
    #expect(try record.store.entries(of: session).count == 1)
    #expect(try record.store.patients().count == 1)
    try record.append([.note("x")], to: session)
    #expect(try record.store.entries(of: session).count == 2)
    #expect(try record.store.brokenLink(in: .session(session)) == nil)
  }

  @Test func `a commit that failed and is there after all is called saved`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession(with: [.note("x")])
    let ids = try record.store.entries(of: session).map(\.id)
    let count = ids.count
    try record.store.confirm(after: refused, ids: ids) { database in
      let found = try Int.fetchOne(database, sql: "SELECT count(*) FROM entry") ?? 0
      return CommitPresence(found: found, of: count)
    }
  }

  @Test func `a commit that can no longer be looked for is called not confirmed, with its ids`()
    throws
  {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    let ids = try record.store.entries(of: session).map(\.id)
    try FileManager.default.removeItem(atPath: record.path)
    let refusal = #expect(throws: RecordRefusal.notConfirmed(ids)) {
      try record.store.confirm(after: refused, ids: ids) { _ in .all }
    }
    #expect(refusal?.kind == .notConfirmed)
    #expect(
      refusal?.description
        == "It could not be confirmed that this was saved. Look with vigil timeline whether it is "
        + "there; a line may be tried again with --id \(ids[0].uuid), which never saves it twice."
    )
    let many = RecordRefusal.notConfirmed(ids + ids)
    #expect(many.remedy?.contains("--id") == false, "an id names one line")
  }

  @Test func `half of a commit is never called saved`() throws {
    let record = try TemporaryRecord()
    #expect(throws: RecordRefusal.notConfirmed([])) {
      try record.store.confirm(after: refused, ids: []) { _ in CommitPresence(found: 1, of: 2) }
    }
  }

  @Test func `a full disk is said, and nothing of the commit is there`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    try record.store.queue.inDatabase { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let long = String(repeating: "long ", count: 20_000)
    #expect(throws: RecordRefusal.notSaved(why: "the disk is full")) {
      try record.append([.note("short"), .note(long)], to: session)
    }
    #expect(try record.store.entries(of: session).count == 1)
    try record.store.queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
    try record.append([.note(long)], to: session)
    #expect(try record.store.entries(of: session).count == 2)
  }

  @Test func `a record that another program holds is busy after the wait`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    try record.store.queue.inDatabase { try $0.execute(sql: "PRAGMA busy_timeout = 50") }
    let other = try record.raw()
    try other.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN EXCLUSIVE")
      #expect(throws: RecordRefusal.busy(path: record.path)) {
        try record.append([.note("x")], to: session)
      }
      #expect(throws: RecordRefusal.busy(path: record.path)) {
        try record.store.entries(of: session)
      }
      try database.execute(sql: "ROLLBACK")
    }
    // A reader that stays holds up the commit itself: still busy, still nothing stored.
    try other.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN")
      _ = try Row.fetchOne(database, sql: "SELECT * FROM record")
      #expect(throws: RecordRefusal.busy(path: record.path)) {
        try record.append([.note("x")], to: session)
      }
      try database.execute(sql: "ROLLBACK")
    }
    #expect(try record.store.entries(of: session).count == 1)
    try record.append([.note("x")], to: session)
  }

  @Test(arguments: [
    (ResultCode.SQLITE_BUSY, RefusalKind.busy), (.SQLITE_LOCKED, .busy),
    (.SQLITE_NOTADB, .damaged), (.SQLITE_CORRUPT, .damaged), (.SQLITE_FULL, .notSaved),
    (.SQLITE_READONLY, .notSaved), (.SQLITE_CANTOPEN, .cannotWrite),
    (.SQLITE_IOERR_WRITE, .notSaved), (.SQLITE_CONSTRAINT_CHECK, .notSaved),
    (.SQLITE_NOMEM, .notSaved),
  ])
  func `every error while writing has its kind and a whole sentence`(
    code: ResultCode,
    kind: RefusalKind
  ) {
    let refusal = RecordRefusal(DatabaseError(resultCode: code), .writing, path: "/r.vigil")
    #expect(refusal.kind == kind)
    #expect(refusal.problem.hasSuffix("."))
    #expect(refusal.remedy != nil)
  }
}
