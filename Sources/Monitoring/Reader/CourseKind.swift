/// The kinds of course rules as a protocol's text names them.
enum CourseKind: String, CaseIterable {
  case interval, frequency, count, amount, escalation, test, remarkable, concern, outcome

  /// The keys that only rules of this kind have.
  var keys: [String] {
    switch self {
    case .interval: ["hours"]
    case .frequency: ["most", "days"]
    case .count: ["sessions"]
    case .amount: ["most", "unit", "days"]
    case .escalation: ["percent", "runs"]
    case .test: ["test", "days", "sessions"]
    case .remarkable: ["test"]
    case .concern: ["days"]
    case .outcome: ["scale", "points", "percent", "sessions"]
    }
  }
}
