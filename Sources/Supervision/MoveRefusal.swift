package import SessionRecord

/// Why entries are not moved to another patient's session; both sessions are as they were.
package enum MoveRefusal: Refusal, Hashable {
  case samePatient(PatientCode, session: String)
  /// Both sessions would be open.
  case targetOpen(PatientCode, session: String, source: SessionNumber)
  case noOpenTarget(PatientCode)
  case notMovable(EntryNumber, EntryKind)
  case before(EntryNumber, opened: String, session: String)

  package var kind: RefusalKind {
    switch self {
    case .samePatient, .targetOpen, .notMovable, .before: .notAllowed
    case .noOpenTarget: .notFound
    }
  }

  package var problem: String {
    switch self {
    case .samePatient(let patient, let session):
      "\(session) is a session of \(patient) already. Nothing was moved."
    case .targetOpen(let patient, let session, _):
      "\(patient) has an open session, \(session), and a patient has one at a time. Nothing was moved."
    case .noOpenTarget(let patient):
      "\(patient) has no open session to move an entry to. Nothing was moved."
    case .notMovable(let number, let kind):
      "#\(number) is \(kind.named), which stays with its session. Nothing was moved."
    case .before(let number, let opened, let session):
      "#\(number) was observed before \(session) was opened, at \(opened). Nothing was moved."
    }
  }

  package var remedy: String? {
    switch self {
    case .samePatient: nil
    case .targetOpen(let patient, let session, let source):
      "Close it first, with vigil end \(session). Or move into it what belongs to it: "
        + "vigil move \(source) --entry 17 --to \(patient) --because …"
    case .noOpenTarget(let patient):
      "Open one first, with vigil start \(patient). To move the whole session, leave --entry out."
    case .notMovable:
      "What was observed, given or done can be moved: the number that vigil timeline shows before it."
    case .before:
      "Enter it there as a note, with its time in words, and withdraw it here with vigil void."
    }
  }
}
