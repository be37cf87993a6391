package import Monitoring
package import SessionRecord

/// What another protocol would have flagged on stored sessions as a document, `vigil/replay/1`.
package struct ReplayJSON {
  private let difference: ReplayDifference
  private let replayed: MonitoringProtocol
  private let facts: BoundProtocols

  /// *replayed* is the protocol that was tried; *protocols* are those that the sessions are bound
  /// to, by the digest of their text.
  package init(
    _ difference: ReplayDifference,
    of replayed: MonitoringProtocol,
    under protocols: [RecordDigest: MonitoringProtocol] = [:]
  ) {
    self.difference = difference
    self.replayed = replayed
    facts = BoundProtocols(protocols)
  }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/replay/1"),
      "protocol": .object([
        "id": .string(replayed.id.text), "version": .string(replayed.version),
        "title": .string(replayed.title),
      ]),
      "sessions": .integer(difference.sessions),
      "clinical": ReplayCounts(difference, process: false).value,
      "process": ReplayCounts(difference, process: true).value,
      "rules": .array(difference.rules.map(rule)),
      "differing": .array(difference.differing.map(session)),
    ]).text
  }

  private func rule(_ rule: RuleDifference) -> JSONValue {
    .object([
      "rule": .string(rule.rule.text), "process": .bool(rule.isProcess),
      "was": .integer(rule.before), "wouldBe": .integer(rule.after),
      "kept": .integer(rule.kept), "gained": .integer(rule.gained), "lost": .integer(rule.lost),
      "milder": .integer(rule.milder), "worse": .integer(rule.worse),
      "stopGained": .integer(rule.stopGained), "stopLost": .integer(rule.stopLost),
    ])
  }

  private func session(_ found: SessionDifference) -> JSONValue {
    let clock = SessionClock(of: found.session)
    let own = facts.facts(of: found.session)
    let new = FlagFacts(replayed)
    func flag(_ flag: Flag, _ facts: FlagFacts) -> JSONValue {
      FlagJSON(flag: flag, clock: clock, facts: facts).value
    }
    return .object([
      "number": .integer(found.session.number.value),
      "label": .string(found.session.label),
      "patient": .string(found.session.opening.patient.text),
      "protocol": SessionJSON.protocolReference(found.session.opening.monitoringProtocol),
      "opened": .string(found.session.opened.rfc3339),
      "kept": .integer(found.kept.count),
      "changed": .array(
        found.changed.map { KeptFlagWords($0).value(flag($0.after, new)) }
      ),
      "gained": .array(found.gained.map { flag($0, new) }),
      "lost": .array(found.lost.map { flag($0, own) }),
    ])
  }
}
