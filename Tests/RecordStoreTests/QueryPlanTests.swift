import GRDB
import SessionRecord
import Testing

@testable import RecordStore

/// How SQLite answers what people wait for: by an index, never by reading a whole table.
@Suite("Query plans")
struct QueryPlanTests {
  private func plan(
    _ record: TemporaryRecord,
    _ sql: String,
    _ arguments: StatementArguments = []
  ) throws -> [String] {
    try record.store.queue.inDatabase { database in
      try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments)
        .map { $0["detail"] as String }
    }
  }

  private func flagPlan(_ record: TemporaryRecord, _ query: FlagQuery) throws -> [String] {
    let (sql, arguments) = query.statement
    return try plan(record, sql, arguments)
  }

  private func effectPlan(_ record: TemporaryRecord, _ query: EffectQuery) throws -> [String] {
    let (sql, arguments) = query.statement
    return try plan(record, sql, arguments)
  }

  @Test func `of flags go by time, rule, priority, state, acknowledgement or patient`() throws {
    let record = try TemporaryRecord()
    let now = TemporaryRecord.opened
    let queries: [(FlagQuery, String)] = [
      (FlagQuery(since: now), "SEARCH f USING INDEX flag_raised (raised_ms>?)"),
      (
        FlagQuery(since: now, until: now),
        "SEARCH f USING INDEX flag_raised (raised_ms>? AND raised_ms<?)"
      ),
      (FlagQuery(rule: RuleID("x")), "SEARCH f USING INDEX flag_rule (rule=?)"),
      (
        FlagQuery(since: now, rule: RuleID("x")),
        "SEARCH f USING INDEX flag_rule (rule=? AND raised_ms>?)"
      ),
      (FlagQuery(priority: .high), "SEARCH f USING INDEX flag_priority (priority=?)"),
      (
        FlagQuery(since: now, priority: .medium),
        "SEARCH f USING INDEX flag_priority (priority=? AND raised_ms>?)"
      ),
      (FlagQuery(states: [.open]), "SEARCH f USING INDEX flag_state (state=?)"),
      (
        FlagQuery(since: now, states: [.unconfirmed]),
        "SEARCH f USING INDEX flag_state (state=? AND raised_ms>?)"
      ),
      (FlagQuery(unacknowledgedOnly: true), "USING INDEX flag_unacknowledged"),
      (FlagQuery(unreviewedOnly: true), "USING INDEX flag_unreviewed"),
      (
        FlagQuery(since: now, unreviewedOnly: true),
        "SEARCH f USING INDEX flag_unreviewed (raised_ms>?)"
      ),
      (
        FlagQuery(since: now, until: now, unreviewedOnly: true),
        "SEARCH f USING INDEX flag_unreviewed (raised_ms>? AND raised_ms<?)"
      ),
      (FlagQuery(patient: record.patient.code), "SEARCH s USING INDEX session_patient (patient=?)"),
    ]
    for (query, step) in queries {
      let plan = try flagPlan(record, query)
      #expect(plan.contains { $0.contains(step) }, "\(query): \(plan)")
      #expect(plan.allSatisfy { !$0.hasPrefix("SCAN s") }, "\(query): \(plan)")
      #expect(
        plan.allSatisfy { !$0.hasPrefix("SCAN f") || $0.contains("USING INDEX") },
        "\(query): \(plan)"
      )
    }
  }

  @Test func `of all flags read them in the order in which they are shown`() throws {
    let record = try TemporaryRecord()
    let plan = try flagPlan(record, FlagQuery())
    #expect(plan.contains { $0.contains("SCAN f USING INDEX flag_raised") }, "\(plan)")
    #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
  }

  @Test func `of what a week has left to review read nothing that is reviewed`() throws {
    let record = try TemporaryRecord()
    let now = TemporaryRecord.opened
    let flags = try flagPlan(record, FlagQuery(unreviewedOnly: true))
    #expect(flags.contains("SCAN f USING INDEX flag_unreviewed"), "\(flags)")
    let effects = try effectPlan(record, EffectQuery(unreviewedOnly: true))
    #expect(effects.contains("SCAN e USING INDEX effect_unreviewed"), "\(effects)")
    let week = try effectPlan(record, EffectQuery(since: now, until: now, unreviewedOnly: true))
    #expect(
      week.contains("SEARCH e USING INDEX effect_unreviewed (began_ms>? AND began_ms<?)"),
      "\(week)"
    )
    for plan in [flags, effects, week] {
      #expect(plan.allSatisfy { !$0.hasPrefix("SCAN s") }, "\(plan)")
    }
  }

  @Test func `of side effects go by time, kind, severity or patient`() throws {
    let record = try TemporaryRecord()
    let now = TemporaryRecord.opened
    let nausea = EffectName("nausea")
    let queries: [(EffectQuery, String)] = [
      (EffectQuery(since: now), "SEARCH e USING INDEX effect_began (began_ms>?)"),
      (EffectQuery(kind: nausea), "SEARCH e USING INDEX effect_name (name=?)"),
      (
        EffectQuery(since: now, kind: nausea),
        "SEARCH e USING INDEX effect_name (name=? AND began_ms>?)"
      ),
      (EffectQuery(severity: .severe), "SEARCH e USING INDEX effect_worst (worst=?)"),
      (
        EffectQuery(patient: record.patient.code),
        "SEARCH s USING INDEX session_patient (patient=?)"
      ),
    ]
    for (query, step) in queries {
      let plan = try effectPlan(record, query)
      #expect(plan.contains { $0.contains(step) }, "\(query): \(plan)")
      #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") }, "\(query): \(plan)")
    }
  }

  @Test func `of the log, of ids and of sessions are searches`() throws {
    let record = try TemporaryRecord()
    var open = Condition()
    open.require("s.state = 1")
    var ofPatient = Condition()
    ofPatient.require("s.patient", "=", "P-014".databaseValue)
    let statements: [(String, StatementArguments, String)] = [
      (
        "SELECT \(LogRow.columns) FROM entry WHERE stream_kind = ? AND stream_key = ? ORDER BY number",
        [1, 1], "SEARCH entry USING PRIMARY KEY (stream_kind=? AND stream_key=?)"
      ),
      ("SELECT number FROM entry WHERE id = ?", [1], "entry_id (id=?)"),
      (
        "SELECT max(commit_number) FROM entry", [], "SEARCH entry USING COVERING INDEX entry_commit"
      ),
      (
        "SELECT stream_key FROM entry WHERE stream_kind = 1 ORDER BY stream_key DESC LIMIT 1", [],
        "SEARCH entry USING PRIMARY KEY (stream_kind=?)"
      ),
      (RecordStore.sessionStatement(open), [], "USING INDEX session_open"),
      (RecordStore.sessionStatement(ofPatient), ofPatient.arguments, "session_patient (patient=?)"),
      (
        "SELECT number, body FROM flag WHERE session = ?", [1],
        "SEARCH flag USING PRIMARY KEY (session=?)"
      ),
      (
        "DELETE FROM reading WHERE session = ? AND entry = ?", [1, 2],
        "USING PRIMARY KEY (session=? AND entry=?)"
      ),
    ]
    for (sql, arguments, step) in statements {
      let plan = try plan(record, sql, arguments)
      #expect(plan.contains { $0.contains(step) }, "\(sql): \(plan)")
      #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(sql): \(plan)")
    }
  }

  @Test func `of what is counted go by when sessions were opened`() throws {
    let record = try TemporaryRecord()
    let asked = try plan(record, RecordStore.tallyStatement, [9, 1, 2, 3])
    #expect(
      asked.contains {
        $0.hasPrefix("SEARCH s USING INDEX session_opened (opened_ms>? AND opened_ms<?)")
      },
      "\(asked)"
    )
    #expect(
      asked.contains { $0.hasPrefix("SEARCH t USING INTEGER PRIMARY KEY (rowid=?)") },
      "\(asked)"
    )
    #expect(!asked.contains { $0.contains("TEMP B-TREE") || $0.hasPrefix("SCAN") }, "\(asked)")
    let counted = try plan(record, RecordStore.sessionCountStatement, [1, 9])
    #expect(
      counted == [
        "SEARCH session USING COVERING INDEX session_opened (opened_ms>? AND opened_ms<?)"
      ]
    )
    // Written by its key, without looking at any other row.
    #expect(try plan(record, ReadModels.tallyStatement, [1, "x"]) == [])
  }
}
