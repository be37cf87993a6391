package import SessionRecord

/// Why an identity is kept.
package enum RetentionRefusal: Refusal, Hashable {
  /// *last* is the day of the patient's last session or course entry; *until* is nil where the clinic set
  /// no time.
  case isKept(PatientCode, last: String, until: String?, years: Int?)

  package var kind: RefusalKind { .notAllowed }

  package var problem: String {
    switch self {
    case .isKept(let code, let last, let until?, let years?):
      "The identity of \(code) is kept until \(until): \(years) \(years == 1 ? "year" : "years") after "
        + "the last session or course entry, which is of \(last). Nothing was erased."
    case .isKept(let code, _, _, _):
      "The clinic has not set for how long identities are kept, so that of \(code) is kept. "
        + "Nothing was erased."
    }
  }

  package var remedy: String? {
    switch self {
    case .isKept(let code, _, _, _):
      "To erase it all the same, say why and on whose authority: vigil patient forget \(code) "
        + "--because 'asked for by the patient' --authority 'A. Hart, privacy officer' --by …"
    }
  }
}
