package import SessionRecord

/// Why an identity is not erased, or nothing more is kept of one.
package enum ErasingRefusal: Refusal, Hashable {
  case alreadyErased(PatientCode)
  /// The patient has an open session, with this label.
  case sessionOpen(PatientCode, String)

  package var kind: RefusalKind { .notAllowed }

  package var problem: String {
    switch self {
    case .alreadyErased(let code):
      "The identity of \(code) was erased, and nothing more is kept of it. Nothing was stored."
    case .sessionOpen(let code, let session):
      "\(code) has an open session, \(session). Nothing was erased."
    }
  }

  package var remedy: String? {
    switch self {
    case .alreadyErased: "For the same person again, add another code: vigil patient add P-015"
    case .sessionOpen(_, let session): "Close it first: vigil end \(session)"
    }
  }
}
