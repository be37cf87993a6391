package import Monitoring
import RecordStore
package import SessionRecord

extension Supervision {
  /// Those of some sessions' patients who have taken their consent back.
  package func withdrawals(of files: [SessionFile]) throws -> [PatientCode: ConsentWithdrawal] {
    var found: [PatientCode: ConsentWithdrawal] = [:]
    for patient in Set(files.map(\.session.opening.patient)) {
      found[patient] = ConsentWithdrawal(Chart(try store.courseLog(of: patient)))
    }
    return found
  }
}
