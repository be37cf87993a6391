import Monitoring
import RecordStore
package import SessionRecord

extension Supervision {
  /// Adds to a session that is closed what was left out: it says so with its author and its time, and the
  /// session is amended.
  package func add(
    addendum text: String,
    to number: SessionNumber,
    by author: ClinicianCode
  ) throws -> Recorded {
    let session = try existing(number)
    return try commit(to: session) { log, _, moment, _ in
      let chart = Chart(log)
      guard !chart.isVoid else { throw SupervisionRefusal.sessionVoid(session.label) }
      guard chart.closing != nil else { throw AddendumRefusal.sessionOpen(session, text) }
      return [draft(.addendum(text), at: moment, by: author, in: session)]
    }
  }
}
