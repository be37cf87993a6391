import SessionRecord

/// What is wrong with a command that signs, seals or verifies.
enum SignCommandRefusal: Refusal, Hashable {
  case authorMissing
  case notASession(String)
  /// A course in which there is nothing.
  case nothingEntered(String)

  var kind: RefusalKind {
    switch self {
    case .authorMissing, .notASession: .usage
    case .nothingEntered: .notFound
    }
  }

  var problem: String {
    switch self {
    case .authorMissing: "Who signs? Nothing was signed."
    case .notASession(let text): "“\(text)” is neither a session nor a patient's code."
    case .nothingEntered(let name): "Nothing is entered in \(name)."
    }
  }

  var remedy: String? {
    switch self {
    case .authorMissing: "Add --by LH, or set VIGIL_BY."
    case .notASession:
      "Write a session's number, as 12, or a patient's code, as P-014, for the course."
    case .nothingEntered: "vigil verify looks at all of the record."
    }
  }
}
