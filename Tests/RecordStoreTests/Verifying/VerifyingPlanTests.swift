import GRDB
import SessionRecord
import Testing

@testable import RecordStore

/// What verifying asks for each session is found by a key, and what it walks through, in the key's order.
@Suite("Query plans of verifying")
struct VerifyingPlanTests {
  @Test(arguments: [
    (
      LogScan.boundedStatement,
      "SEARCH entry USING PRIMARY KEY (stream_kind=? AND (stream_key,number)>(?,?) AND stream_key<?)"
    ),
    (
      LogScan.openStatement,
      "SEARCH entry USING PRIMARY KEY (stream_kind=? AND (stream_key,number)>(?,?))"
    ),
    (
      ReadModelCheck.sealStatement,
      "SEARCH seal USING INDEX seal_stream (stream_kind=? AND stream_key=? AND entry=?)"
    ),
    (SealCheck.statement, "SEARCH seal USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"),
    (AccessCheck.statement(2), "SEARCH access USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"),
    (BindingAccess.statement, "SEARCH access USING INDEX access_act (act=? AND number>?)"),
    (
      StoredModel.statement(of: "session"),
      "SEARCH session USING INTEGER PRIMARY KEY (rowid=?)"
    ),
    (StoredModel.statement(of: "reading"), "SEARCH reading USING PRIMARY KEY (session=?)"),
    (StoredModel.statement(of: "flag"), "SEARCH flag USING PRIMARY KEY (session=?)"),
    (StoredModel.statement(of: "effect"), "SEARCH effect USING PRIMARY KEY (session=?)"),
    (StoredModel.statement(of: "tally"), "SEARCH tally USING INTEGER PRIMARY KEY (rowid=?)"),
    (
      HashQuestion.ofStream,
      "SEARCH entry USING PRIMARY KEY (stream_kind=? AND stream_key=? AND number>?)"
    ),
    (RecordStore.newestStatement, "SCAN entry USING INDEX entry_commit"),
  ])
  func `go by the key alone`(_ sql: String, _ expected: String) throws {
    let record = try TemporaryRecord()
    let plan = try record.store.queue.inDatabase { database in
      let arguments = StatementArguments(sql.filter { $0 == "?" }.map { _ in 1 })
      return try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments)
        .map { $0["detail"] as String }
    }
    #expect(plan == [expected])
  }
}
