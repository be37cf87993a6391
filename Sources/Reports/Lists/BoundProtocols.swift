import Monitoring
import SessionRecord

/// The protocols that sessions are bound to, for lists that have the sessions' flags alone.
struct BoundProtocols {
  private struct Name: Hashable {
    let id: ProtocolID
    let version: String
  }

  private let facts: [Name: FlagFacts]

  init(_ protocols: [MonitoringProtocol]) {
    facts = Dictionary(
      protocols.map { (Name(id: $0.id, version: $0.version), FlagFacts($0)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  func facts(of session: Session) -> FlagFacts {
    let bound = session.opening.monitoringProtocol
    return facts[Name(id: bound.id, version: bound.version)] ?? .none
  }

  func text(_ found: SessionFlag) -> FlagText {
    FlagText(
      flag: found.flag,
      values: ValueText(Limits(found.flag)),
      clock: SessionClock(of: found.session),
      facts: facts(of: found.session)
    )
  }
}
