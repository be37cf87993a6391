import SessionRecord

/// What is wrong with a command about the clinic.
enum ClinicCommandRefusal: Refusal, Hashable {
  case authorMissing
  case historyWhileSetting
  case notANumber(String, String)

  var kind: RefusalKind { .usage }

  var problem: String {
    switch self {
    case .authorMissing: "Who sets it for the clinic? Nothing was set."
    case .notANumber(let option, let text):
      "\(option) “\(text)” is not a whole number. Nothing was set."
    case .historyWhileSetting: "--history only shows. Nothing was set."
    }
  }

  var remedy: String? {
    switch self {
    case .authorMissing: "Add --by LH, or set VIGIL_BY."
    case .notANumber(let option, _): "As: \(option) 7, or none to take it away."
    case .historyWhileSetting: "Leave it out, or give it alone."
    }
  }
}
