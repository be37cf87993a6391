import Foundation
import GRDB
package import SessionRecord

/// A side effect of a session, from onset to end.
package struct StoredEffect {
  package let session: Session
  package let effect: EffectEpisode
}

/// Which side effects are asked for, across sessions; what is nil does not narrow.
package struct EffectQuery: Hashable, Sendable {
  /// Begun at or after.
  package var since: Instant?
  /// Begun at or before.
  package var until: Instant?
  package var kind: EffectName?
  /// At its worst at least this.
  package var severity: Severity?
  package var patient: PatientCode?
  package var unreviewedOnly: Bool

  package init(
    since: Instant? = nil,
    until: Instant? = nil,
    kind: EffectName? = nil,
    severity: Severity? = nil,
    patient: PatientCode? = nil,
    unreviewedOnly: Bool = false
  ) {
    self.since = since
    self.until = until
    self.kind = kind
    self.severity = severity
    self.patient = patient
    self.unreviewedOnly = unreviewedOnly
  }

  var statement: (sql: String, arguments: StatementArguments) {
    var condition = Condition()
    condition.require("e.began_ms", ">=", since?.milliseconds.databaseValue)
    condition.require("e.began_ms", "<=", until?.milliseconds.databaseValue)
    condition.require("e.name", "=", kind?.text.databaseValue)
    condition.require(
      "e.worst",
      in: severity.map { least in Severity.allCases.filter { $0 >= least }.map(\.rawValue) }
    )
    condition.require("s.patient", "=", patient?.text.databaseValue)
    if unreviewedOnly { condition.require("e.reviewed = 0") }
    condition.require("e.name", notIn: EffectName.circumstances.map(\.text.databaseValue))
    condition.require("s.state <> 4")
    return (
      """
      SELECT \(SessionRows.columns), e.body
      FROM effect e JOIN session s ON s.number = e.session\(condition.sql)
      ORDER BY e.began_ms, e.session, e.onset
      """, condition.arguments
    )
  }
}

extension RecordStore {
  /// Side effects across sessions, by onset.
  ///
  /// Sessions that are struck out are left out, and so is what goes on around a remote patient, which
  /// is no side effect.
  package func effects(_ query: EffectQuery) throws -> [StoredEffect] {
    let (sql, arguments) = query.statement
    var sessions = SessionRows()
    let found = try reading { database in
      try database.rows(sql, arguments) { (try sessions.take($0), try $0.bytes(8)) }
    }
    let known = try sessions.decoded(path: path)
    return try found.map { number, body in
      guard let session = known[number], let effect = try? EffectEpisode(body: body) else {
        throw RecordRefusal.damaged(
          path: path,
          what: "a stored side effect of session \(number) cannot be read"
        )
      }
      return StoredEffect(session: session, effect: effect)
    }
  }
}

extension ReadModels {
  /// Writes the episodes that changed.
  func storeEffects(_ episodes: [EffectEpisode], before: [EffectEpisode]) throws {
    let kept = Set(before)
    for episode in episodes where !kept.contains(episode) {
      try database.run(
        """
        INSERT OR REPLACE INTO effect (session, onset, name, worst, began_ms, reviewed, body)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          number.value, episode.onset.value, episode.name.text, episode.worst?.rawValue ?? 0,
          episode.began.instant.milliseconds, episode.review != nil, Data(episode.body),
        ]
      )
    }
    for gone in Set(before.map(\.onset)).subtracting(episodes.map(\.onset)) {
      try database.run(
        "DELETE FROM effect WHERE session = ? AND onset = ?",
        [number.value, gone.value]
      )
    }
  }
}
