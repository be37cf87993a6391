import Monitoring
package import RecordStore
package import SessionRecord
import Synchronization

/// What the rules make of a session of this record, under the text that it keeps: as every commit stores it.
package func assessing(
  in store: RecordStore
) -> @Sendable (Session, [Entry]) throws -> Assessed {
  let texts = KeptProtocols(store)
  return { session, log in
    let monitoringProtocol = try texts.monitoringProtocol(of: session)
    let assessment = assess(log, under: monitoringProtocol, asOf: lastKnown(log))
    return Assessed(
      flags: assessment.flags,
      tally: assessment.tally(under: monitoringProtocol.formulary)
    )
  }
}

/// The protocols that sessions are bound to, each read once, by whichever thread is first.
private final class KeptProtocols: Sendable {
  private let store: RecordStore
  private let known = Mutex<[RecordDigest: MonitoringProtocol]>([:])

  init(_ store: RecordStore) { self.store = store }

  func monitoringProtocol(of session: Session) throws -> MonitoringProtocol {
    let reference = session.opening.monitoringProtocol
    if let found = known.withLock({ $0[reference.digest] }) { return found }
    guard let text = try store.protocolText(reference.digest) else {
      throw SupervisionRefusal.protocolTextMissing(session.label, reference.id)
    }
    let read = try MonitoringProtocol(reading: text, from: reference.id.text)
    known.withLock { $0[reference.digest] = read }
    return read
  }
}
