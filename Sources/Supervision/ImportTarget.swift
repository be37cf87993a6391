import Foundation
import Monitoring
import RecordStore
import SessionRecord

/// Where an import goes, and what holds there.
struct ImportTarget {
  enum Place {
    case session(Session)
    case newSession(SessionRequest)
  }

  let place: Place
  let patient: PatientCode
  let monitoringProtocol: MonitoringProtocol
  let zone: Zone
  let weight: Quantity?
  let author: ClinicianCode

  /// The entry that closes the session in the commit that brings the file's last row.
  func closing(at moment: CommitMoment, room: String?) -> Draft {
    Draft(
      id: EntryID(UUID.drawn()),
      observed: moment.recorded,
      author: author,
      room: room,
      content: .closed
    )
  }
}
