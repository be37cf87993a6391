import SessionRecord

/// What is wrong with a command about clinicians.
enum ClinicianCommandRefusal: Refusal, Hashable {
  case authorMissing
  case unknownRole(String)

  var kind: RefusalKind { .usage }

  var problem: String {
    switch self {
    case .authorMissing: "Who changes the list? Nothing was stored."
    case .unknownRole(let word): "“\(word)” is no role. Nothing was stored."
    }
  }

  var remedy: String? {
    switch self {
    case .authorMissing: "Add --by LH, or set VIGIL_BY."
    case .unknownRole:
      "Choose: \(ClinicianRole.allCases.map(\.word).joined(separator: ", ")); several with commas "
        + "between, as --role prescriber,reviewer"
    }
  }
}
