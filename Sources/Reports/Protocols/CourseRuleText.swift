import Monitoring
import SessionRecord

/// A course rule of a protocol in words: when it speaks, and whether it is asked at opening.
struct CourseRuleText {
  private let rule: CourseRule
  private let scales: [ProtocolScale]

  init(_ rule: CourseRule, scales: [ProtocolScale]) {
    self.rule = rule
    self.scales = scales
  }

  var opening: String {
    switch rule.gate {
    case nil: "shown at opening, holds nothing"
    case let level?: "asked at opening, \(level.word)"
    }
  }

  var condition: String {
    switch rule.condition {
    case .interval(let span):
      return
        "less than\u{A0}\(span.wholeHours)\u{A0}h since the start of the last dose of the class"
    case .frequency(let most, let days):
      return "more than\u{A0}\(counted(most, "session")) with a dose in\u{A0}"
        + "\(counted(days, "day")), the one to be opened included"
    case .count(let sessions):
      return "\(counted(sessions, "session")) given since the response was last reviewed"
    case .amount(let most, let days):
      return "more than\u{A0}\(decimal(most))\u{A0}mg/kg of one drug by one route in\u{A0}"
        + counted(days, "day")
    case .escalation(let percent, let runs):
      return "a dose more than\u{A0}\(percent)% over the one before it, or the last"
        + "\u{A0}\(runs) all rising"
    case .test(let test, let days, let sessions):
      let limits =
        (days.map { ["older than\u{A0}\(counted($0, "day"))"] } ?? [])
        + (sessions.map { ["from before the last\u{A0}\(counted($0, "session"))"] } ?? [])
      return "no \(test.title) on file, or the last is \(limits.joined(separator: " or "))"
    case .remarkable(let test): return "the newest \(test.title) is remarkable"
    case .concern(let days):
      return "a concern about the use of the medicine was entered in the last"
        + "\u{A0}\(counted(days, "day"))"
    case .outcome(let scale, let points, let percent, let sessions):
      let falls =
        (points.map { ["\u{A0}\(counted($0, "point"))"] } ?? [])
        + (percent.map { ["\u{A0}\($0)%"] } ?? [])
      let by = falls.map { "by\($0)" }.joined(separator: " or ")
      return "\(scales.title(of: scale)) has not fallen \(by) by session\u{A0}\(sessions)"
    }
  }
}
