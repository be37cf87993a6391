import GRDB
package import SessionRecord

extension RecordStore {
  /// Sessions by number: of one patient or of all, the open ones or all.
  package func sessions(of patient: PatientCode?, openOnly: Bool) throws -> [Session] {
    var condition = Condition()
    condition.require("s.patient", "=", patient?.text.databaseValue)
    if openOnly { condition.require("s.state = 1") }
    return try sessions(condition)
  }

  package func session(_ number: SessionNumber) throws -> Session? {
    var condition = Condition()
    condition.require("s.number", "=", number.value.databaseValue)
    return try sessions(condition).first
  }

  private func sessions(_ condition: Condition) throws -> [Session] {
    var rows = SessionRows()
    try reading { database in
      _ = try database.rows(RecordStore.sessionStatement(condition), condition.arguments) {
        try rows.take($0)
      }
    }
    let known = try rows.decoded(path: path)
    return rows.numbers.compactMap { known[$0] }
  }

  static func sessionStatement(_ condition: Condition) -> String {
    "SELECT \(SessionRows.columns) FROM session s\(condition.sql) ORDER BY s.number"
  }
}
