import Monitoring
import SessionRecord

/// The protocols that sessions are bound to, for lists that have the sessions' flags alone.
struct BoundProtocols {
  private let facts: [RecordDigest: FlagFacts]

  /// By the digest of their text: an example can change and keep its id and version.
  init(_ protocols: [RecordDigest: MonitoringProtocol]) {
    facts = protocols.mapValues { FlagFacts($0) }
  }

  func facts(of session: Session) -> FlagFacts {
    facts[session.opening.monitoringProtocol.digest] ?? .none
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
