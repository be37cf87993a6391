import GRDB
import SessionRecord

extension RecordStore {
  /// Flags across sessions as they were stored, by the time they were raised; sessions that are
  /// struck out are left out.
  package func flags(_ query: FlagQuery) throws -> [StoredFlag] {
    let (sql, arguments) = query.statement
    var sessions = SessionRows()
    let found = try reading { database in
      try database.rows(sql, arguments) { row in
        (try sessions.take(row), try row.integer(8), try row.bytes(9))
      }
    }
    let known = try sessions.decoded(path: path)
    return try found.map { number, offset, body in
      guard let session = known[number], let flag = try? Flag(body: body),
        CanonicalReader.offsets.contains(offset)
      else {
        throw RecordRefusal.damaged(
          path: path,
          what: "a stored flag of session \(number) cannot be read"
        )
      }
      return StoredFlag(session: session, flag: flag, offsetMinutes: offset)
    }
  }
}

extension FlagQuery {
  /// One statement, served by an index whatever is asked for.
  var statement: (sql: String, arguments: StatementArguments) {
    var condition = Condition()
    condition.require("f.raised_ms", ">=", since?.milliseconds.databaseValue)
    condition.require("f.raised_ms", "<=", until?.milliseconds.databaseValue)
    condition.require(
      "f.priority",
      in: priority.map { least in Priority.allCases.filter { $0 >= least }.map(\.rawValue) }
    )
    condition.require("f.rule", "=", rule?.text.databaseValue)
    condition.require("s.patient", "=", patient?.text.databaseValue)
    condition.require("f.state", in: concreteStates.map { $0.map(\.number) })
    if unacknowledgedOnly { condition.require("f.acknowledged = 0") }
    if unreviewedOnly { condition.require("f.reviewed = 0 AND f.state < 5") }
    condition.require("s.state <> 4")
    return (
      """
      SELECT \(SessionRows.columns), f.raised_offset, f.body
      FROM flag f JOIN session s ON s.number = f.session\(condition.sql)
      ORDER BY f.raised_ms, f.session, f.number
      """, condition.arguments
    )
  }
}
