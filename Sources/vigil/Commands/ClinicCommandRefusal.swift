import SessionRecord

/// What is wrong with a command about the clinic.
enum ClinicCommandRefusal: Refusal, Hashable {
  case authorMissing
  case historyWhileSetting

  var kind: RefusalKind { .usage }

  var problem: String {
    switch self {
    case .authorMissing: "Who sets it for the clinic? Nothing was set."
    case .historyWhileSetting: "--history only shows. Nothing was set."
    }
  }

  var remedy: String? {
    switch self {
    case .authorMissing: "Add --by LH, or set VIGIL_BY."
    case .historyWhileSetting: "Leave it out, or give it alone."
    }
  }
}
