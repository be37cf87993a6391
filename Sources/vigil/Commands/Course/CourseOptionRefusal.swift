import SessionRecord

/// What is wrong with how an entry of a course was typed; nothing was stored.
enum CourseOptionRefusal: Refusal, Hashable {
  case authorMissing
  case notAMoment(String)
  /// The clock skipped it.
  case noSuchTime(String)
  /// The clock showed it twice, at these times.
  case twice(String, [Stamp])
  case offLabelNotSaid
  case consentOptionMissing(String)
  /// An option of a consent beside `--withdrawn`.
  case notOfWithdrawal(String)
  case reasonMissing
  case reasonWithoutWithdrawal
  case minutes(String)
  case unknownWord(what: String, String, choices: [String])
  case textMissing(what: String, example: String)
  case badSession(String)
  case observedOfWithdrawal

  var kind: RefusalKind { .usage }

  var problem: String { said + " Nothing was stored." }

  private var said: String {
    switch self {
    case .authorMissing: "Who enters this?"
    case .notAMoment(let text): "--at “\(text)” is not a time."
    case .noSuchTime(let text): "--at “\(text)”: the clock never showed that time."
    case .twice(let text, _): "--at “\(text)”: the clock showed that time twice."
    case .offLabelNotSaid: "Was the patient told that the use is off-label?"
    case .consentOptionMissing(let option): "A consent takes \(option)."
    case .notOfWithdrawal(let option): "\(option) is of a consent, and --withdrawn takes one back."
    case .reasonMissing: "The reason is missing."
    case .reasonWithoutWithdrawal: "--because is why a consent is taken back, with --withdrawn."
    case .minutes(let text): "--minutes “\(text)” is not a whole number of minutes."
    case .unknownWord(let what, let text, _): "There is no \(what) “\(text)”."
    case .textMissing(let what, _): "The \(what) is missing."
    case .badSession(let text): "--session “\(text)” is not a session's number."
    case .observedOfWithdrawal: "A withdrawal is made now, and takes no --at."
    }
  }

  var remedy: String? {
    switch self {
    case .authorMissing: "Add --by KO, or set VIGIL_BY."
    case .notAMoment: "Write 14:05, '2026-11-19 14:05' or 2026-11-19T14:05:00+01:00."
    case .noSuchTime: "Write the time that the clock showed."
    case .twice(_, let stamps):
      "Write \(stamps.map(\.rfc3339).joined(separator: " or "))."
    case .offLabelNotSaid: "Add --off-label-told or --off-label-not-told."
    case .consentOptionMissing(let option):
      switch option {
      case "--signed": "Write the day of the signature: --signed 2026-11-19"
      case "--version": "Write the version that was signed: --version 3"
      default: "Write which document was signed: --document 'ketamine consent'"
      }
    case .notOfWithdrawal: "Leave it out, or leave --withdrawn out."
    case .reasonMissing: "Say why: --because 'asked for by the patient'"
    case .reasonWithoutWithdrawal: "Leave it out, or add --withdrawn."
    case .minutes: "Write --minutes 50."
    case .unknownWord(_, let text, let choices):
      (nearest(to: text, among: choices).map { "Did you mean \($0)? " } ?? "")
        + "Known: \(choices.joined(separator: ", "))."
    case .textMissing(_, let example): "As: \(example)"
    case .badSession: "Write it as --session 12."
    case .observedOfWithdrawal: "Leave --at out."
    }
  }
}
