import GRDB
package import SessionRecord

/// A patient's session with what was counted of it, as of its last entry.
package struct PatientTally {
  package let session: Session
  /// Nil for a session that was struck out, and for an open one, of which now says more.
  package let tally: SessionTally?
}

extension RecordStore {
  /// Every session of a patient by number, struck out or not, with what was counted of it.
  package func tallies(of patient: PatientCode) throws -> [PatientTally] {
    var rows = SessionRows()
    let bodies = try reading { database in
      try database.rows(RecordStore.patientTallyStatement, [patient.text]) { row in
        try rows.takeNew(row)
        return try row.optionalBytes(8)
      }
    }
    return try zip(rows.sessions(path: path), bodies).map { session, body in
      PatientTally(
        session: session,
        tally: try SessionTally.stored(
          body,
          of: session.number.value,
          session.state,
          path: path
        )
      )
    }
  }

  static let patientTallyStatement = """
    SELECT \(SessionRows.columns), t.body
    FROM session s LEFT JOIN tally t ON t.session = s.number
    WHERE s.patient = ? ORDER BY s.number
    """
}
