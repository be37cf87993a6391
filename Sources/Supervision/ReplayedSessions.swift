import Monitoring
import RecordStore
package import SessionRecord

/// What the sessions that a protocol is tried on were opened for.
package struct ReplayedSessions {
  /// How many sessions are of a drug by a route.
  package struct Kind: Hashable {
    package let drug: String
    package let route: Route
    package let sessions: Int
  }

  /// The most frequent first.
  package let kinds: [Kind]
  /// The ids under which they were opened.
  package let ids: [ProtocolID]
}

extension Supervision {
  /// The sessions that a replay looks at; refused where none was ever opened under the id.
  package func replayed(of id: ProtocolID?, since: Instant?) throws -> ReplayedSessions {
    let all = try store.recordedSessions(since: nil)
    if let id, !all.contains(where: { $0.opening.monitoringProtocol.id == id }) {
      throw SupervisionRefusal.noSessionUnder(id, known: ids(of: all))
    }
    let sessions = all.filter { session in
      (id == nil || session.opening.monitoringProtocol.id == id)
        && (since.map { session.opened.instant >= $0 } ?? true)
    }
    var counts: [DrugAndRoute: Int] = [:]
    let texts = Dictionary(grouping: sessions) { $0.opening.monitoringProtocol.digest }
    for bound in texts.values {
      guard let first = bound.first else { continue }
      let formulary = try monitoringProtocol(of: first).formulary
      counts[DrugAndRoute(drug: formulary.ownDrug, route: formulary.ownRoute), default: 0] +=
        bound.count
    }
    return ReplayedSessions(
      kinds: counts.map { kind, count in
        ReplayedSessions.Kind(drug: kind.drug, route: kind.route, sessions: count)
      }.sorted {
        ($1.sessions, $0.drug, $0.route.rawValue) < ($0.sessions, $1.drug, $1.route.rawValue)
      },
      ids: ids(of: sessions)
    )
  }

  private func ids(of sessions: [Session]) -> [ProtocolID] {
    Set(sessions.map(\.opening.monitoringProtocol.id)).sorted()
  }
}

private struct DrugAndRoute: Hashable {
  let drug: String
  let route: Route
}
