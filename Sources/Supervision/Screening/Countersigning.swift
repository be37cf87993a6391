import Monitoring
import RecordStore
package import SessionRecord

extension Supervision {
  /// The prescriber's own word for every decision of theirs in a session that another typed and that
  /// was not countersigned; also once the session is closed.
  package func countersign(
    _ number: SessionNumber,
    by author: ClinicianCode?,
    words: String? = nil
  ) throws -> Recorded {
    let session = try existing(number)
    guard let author else { throw ScreeningRefusal.authorMissing }
    try require(.prescriber, of: author)
    return try commit(to: session) { log, _, moment, _ in
      let chart = Chart(log)
      guard !chart.isVoid else { throw SupervisionRefusal.sessionVoid(session.label) }
      let open = chart.gateDecisions.filter(\.isOpen)
      guard !open.isEmpty else { throw ScreeningRefusal.nothingToCountersign(session.label) }
      let own = open.filter { $0.decision.decidedBy == author }
      guard !own.isEmpty else {
        let deciders = Set(open.map(\.decision.decidedBy)).sorted()
        throw ScreeningRefusal.othersDecision(session.label, decidedBy: deciders, author)
      }
      return own.map { decision in
        draft(
          .screening(.countersignature(of: decision.entry.number, words: words)),
          at: moment,
          by: author,
          in: session
        )
      }
    }
  }
}
