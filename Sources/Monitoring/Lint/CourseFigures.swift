import SessionRecord

extension Gate {
  /// Where a finding says that it stands.
  var path: String { "screening.\(id)" }
}

extension CourseRule {
  /// Where a finding says that it stands; ids that begin so already are not prefixed again.
  var path: String { id.text.hasPrefix("course.") ? id.text : "course.\(id)" }
}

extension GateRequirement {
  /// What it asks for; how long an answer holds is no part of it.
  var figures: [Figure] {
    switch self {
    case .age(let years): [.count(years)]
    case .consent(let days, _): days.map { [.days($0)] } ?? []
    case .tests(_, let days), .scores(_, let days): [.days(days)]
    case .rules(_, let repeatAfter): [.minutes(repeatAfter.wholeMinutes)]
    case .answer, .contact: []
    }
  }
}

extension CourseCondition {
  var figures: [Figure] {
    switch self {
    case .interval(let span): [.hours(span)]
    case .frequency(let most, let days): [.count(most), .days(days)]
    case .count(let sessions): [.count(sessions)]
    case .amount(let most, let days): [Figure(most, "\(decimal(most)) mg/kg"), .days(days)]
    case .escalation(let percent, let runs): [.percent(percent * 1_000), .count(runs)]
    case .test(_, let days, let sessions):
      (days.map { [.days($0)] } ?? []) + (sessions.map { [.count($0)] } ?? [])
    case .concern(let days): [.days(days)]
    case .outcome(_, let points, let percent, let sessions):
      (points.map { [.count($0)] } ?? []) + (percent.map { [.percent($0 * 1_000)] } ?? [])
        + [.count(sessions)]
    case .remarkable: []
    }
  }
}

extension AfterCareTask {
  /// By when it is done; when it opens and grows is the clinic's own order.
  var figures: [Figure] { [.hours(due)] }
}

extension Figure {
  /// A source may say it in hours, in minutes or in days.
  fileprivate static func hours(_ span: TimeSpan) -> Figure {
    let hours = span.wholeHours
    let minutes = span.wholeMinutes
    return Figure(
      minutes * 1_000,
      "\(hours) h",
      isMinutes: true,
      step: hours % 24 == 0 ? hours / 24 * 1_000 : nil
    )
  }

  fileprivate static func days(_ days: Int) -> Figure { Figure(days * 1_000, "\(days) days") }
}
