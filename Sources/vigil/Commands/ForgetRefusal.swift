import SessionRecord

/// What is wrong with the command that erases an identity.
enum ForgetRefusal: Refusal, Hashable {
  case authorMissing
  /// Nobody is there to type the code again.
  case notConfirmable(PatientCode)
  case notConfirmed(PatientCode)

  var kind: RefusalKind {
    switch self {
    case .authorMissing, .notConfirmable: .usage
    case .notConfirmed: .notAllowed
    }
  }

  var problem: String {
    switch self {
    case .authorMissing: "Who erases it? Nothing was erased."
    case .notConfirmable(let code):
      "Erasing who \(code) is cannot be undone, and nobody is here to confirm it. Nothing was erased."
    case .notConfirmed(let code): "\(code) was not typed again. Nothing was erased."
    }
  }

  var remedy: String? {
    switch self {
    case .authorMissing: "Add --by AD, or set VIGIL_BY."
    case .notConfirmable: "Add --yes."
    case .notConfirmed: nil
    }
  }
}
