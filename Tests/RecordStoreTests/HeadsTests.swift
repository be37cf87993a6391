import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("The heads of a session's chain")
struct HeadsTests {
  private func hash(
    _ record: TemporaryRecord,
    _ session: SessionNumber,
    _ number: Int
  ) throws
    -> RecordDigest
  {
    let row = try record.store.logRows(of: .session(session))[number - 1]
    return try #require(RecordDigest(bytes: row.hash))
  }

  @Test func `are that of the last entry, and of the commit that closed it`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession(with: [.note("one")])
    let other = try record.openSession(patient: try record.addPatient())
    #expect(
      try record.store.heads(of: session)
        == ChainHeads(now: hash(record, session, 2), closed: nil)
    )
    // Another entry in the same commit, after the closing.
    try record.append([.closed, .note("with it")], to: session)
    try record.append([.closed], to: other)
    #expect(
      try record.store.heads(of: session)
        == ChainHeads(now: hash(record, session, 4), closed: hash(record, session, 4))
    )
    try record.append([.action("called the ward")], to: session)
    #expect(
      try record.store.heads(of: session)
        == ChainHeads(now: hash(record, session, 5), closed: hash(record, session, 4))
    )
    #expect(
      try record.store.heads(of: other)
        == ChainHeads(now: hash(record, other, 2), closed: hash(record, other, 2))
    )
  }

  @Test func `take a closing that was withdrawn for none`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    try record.append([.closed], to: session)
    try record.append(
      [.void(Voiding(of: EntryNumber(2), reason: .because("too early")))],
      to: session
    )
    #expect(
      try record.store.heads(of: session)
        == ChainHeads(now: hash(record, session, 3), closed: nil)
    )
    try record.append([.note("more")], to: session)
    try record.append([.closed], to: session)
    try record.append(
      [.void(Voiding(of: EntryNumber(4), reason: .because("of someone else")))],
      to: session
    )
    #expect(
      try record.store.heads(of: session)
        == ChainHeads(now: hash(record, session, 6), closed: hash(record, session, 5))
    )
  }

  @Test func `of a session that is not there are refused`() throws {
    let record = try TemporaryRecord()
    #expect(throws: RecordRefusal.noSuchSession(SessionNumber(9))) {
      try record.store.heads(of: SessionNumber(9))
    }
  }

  @Test func `are found by searches, never by reading the whole log`() throws {
    let record = try TemporaryRecord()
    let statements: [(String, StatementArguments, String)] = [
      (
        RecordStore.lastHashStatement, [1, 1],
        "SEARCH entry USING PRIMARY KEY (stream_kind=? AND stream_key=?)"
      ),
      (
        RecordStore.closingsStatement, [1, 1, 16, 17],
        "SEARCH entry USING PRIMARY KEY (stream_kind=? AND stream_key=?)"
      ),
      (
        RecordStore.lastHashOfCommitStatement, [3, 1, 1],
        "SEARCH entry USING INDEX entry_commit "
          + "(commit_number=? AND stream_kind=? AND stream_key=?)"
      ),
    ]
    for (sql, arguments, step) in statements {
      let plan = try record.store.queue.inDatabase { database in
        try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments)
          .map { $0["detail"] as String }
      }
      #expect(plan.contains { $0.contains(step) }, "\(sql): \(plan)")
      #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(sql): \(plan)")
    }
  }
}
