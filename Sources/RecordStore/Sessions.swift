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
    try reading { try $0.sessionRows(condition) }.sessions(path: path)
  }

  static func sessionStatement(_ condition: Condition) -> String {
    "SELECT \(SessionRows.columns) FROM session s\(condition.sql) ORDER BY s.number"
  }
}

extension Database {
  func sessionRows(_ condition: Condition) throws -> SessionRows {
    var rows = SessionRows()
    _ = try self.rows(RecordStore.sessionStatement(condition), condition.arguments) {
      try rows.takeNew($0)
    }
    return rows
  }
}
