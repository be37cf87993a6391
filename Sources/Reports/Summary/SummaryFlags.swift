import Monitoring
import SessionRecord

/// Flags about the patient, or those about the record itself: how many, and how soon acknowledged.
struct SummaryFlags {
  let review: SafetyReview
  let titles: ReviewTitles
  let isProcess: Bool

  private var flags: FlagReview { isProcess ? review.process : review.clinical }
  private var sessions: Int { review.sessions.counted }

  /// From the highest.
  static let priorities = Array(Priority.allCases.reversed())

  var blocks: [SummaryBlock] {
    [
      .heading(
        isProcess ? "Flags about the record itself (process)" : "Flags about the patient (clinical)"
      ), .words(Phrase(head)),
    ] + (flags.total == 0 ? [] : [reviewed] + priorities + rules) + (isProcess ? [] : beyond)
  }

  private var head: String {
    var words: String
    if flags.total == 0 {
      words = "None was raised"
      if !isProcess { words += ", which means only that no limit was crossed in what was typed" }
    } else {
      words =
        "\(counted(flags.total, "flag")) in \(ShareText.of(flags.sessions, sessions, "sessions")), "
        + "\(ShareText.aSession(flags.total, sessions)) a session (n = \(sessions)); "
        + "one of high priority in \(ShareText.of(flags.sessionsWithHigh, sessions, "sessions"))"
    }
    if flags.retracted > 0 { words += "; \(flags.retracted) retracted, not counted" }
    return words + "."
  }

  private var reviewed: SummaryBlock {
    .words(Phrase(SummaryReview(counts: flags.reviews).sentence))
  }

  private var priorities: [SummaryBlock] {
    var table = SummaryTable(
      "\(isProcess ? "Process" : "Clinical") flags by priority, and time to acknowledge",
      "Priority",
      [
        "Flags", "A session", "Acknowledged", "Median", "90th percentile", "Longest", "Never",
        "Not yet",
      ]
    )
    for priority in SummaryFlags.priorities {
      let found = flags.priority(priority)
      guard found.total > 0 else { continue }
      let spans = found.acknowledged
      table.add(
        Phrase(priority.word),
        [
          String(found.total), ShareText.aSession(found.total, sessions), String(spans.count),
        ]
          + [spans.median, spans.ninetieth, spans.longest].map { $0.map(SpanText.duration) ?? "–" }
          + [String(found.never), String(found.notYet)]
      )
    }
    return [
      .table(table),
      .remark(
        "Time to acknowledge runs from when the record first showed the flag. Never: in closed sessions; not yet: in open ones."
      ),
    ]
  }

  private var acknowledging: SummaryPlot {
    var spans = SpanCounts()
    for priority in Priority.allCases { spans.add(flags.priority(priority).acknowledged) }
    let edges = [0, 1, 2, 5, 10, 30]
    return .classes(
      "Time to acknowledge, \(isProcess ? "process" : "clinical") flags",
      unit: "minutes to acknowledge",
      edges.enumerated().map { place, from in
        let end = place + 1 < edges.count ? edges[place + 1] : nil
        return Histogram.Class(
          label: end.map { "\(from)–\($0)" } ?? "\(from) and more",
          count: spans.count(from: .minutes(from), before: end.map(TimeSpan.minutes))
        )
      }
    )
  }

  private var rules: [SummaryBlock] {
    var table = SummaryTable(
      "\(isProcess ? "Process" : "Clinical") flags by rule",
      "Rule",
      ["Flags", "A session", "Sessions"] + SummaryFlags.priorities.map(\.heading)
    )
    for rule in flags.rules {
      table.add(
        Phrase(name(rule)),
        [
          String(rule.total), ShareText.aSession(rule.total, sessions), String(rule.sessions),
        ] + SummaryFlags.priorities.map { String(rule.count($0)) }
      )
    }
    return [
      .table(table),
      .plots([
        .bars(
          "\(isProcess ? "Process" : "Clinical") flags by rule",
          flags.rules.map {
            BarPlot.Row(
              label: $0.rule.text,
              value: $0.total,
              note: "in \(counted($0.sessions, "session"))"
            )
          }
        ), acknowledging,
      ]),
    ]
  }

  private var beyond: [SummaryBlock] {
    let limits = flags.rules.filter(\.hasLimit)
    guard !limits.isEmpty else { return [] }
    var table = SummaryTable(
      "Time beyond the limit, by rule",
      "Rule",
      ["Seen back inside", "Sum", "Median", "Not seen back inside"]
    )
    for rule in limits {
      let spans = rule.beyond
      table.add(
        Phrase(name(rule)),
        [
          String(spans.count), spans.count == 0 ? "–" : SpanText.duration(spans.sum),
          spans.median.map(SpanText.duration) ?? "–", String(rule.notSeenBackInside),
        ]
      )
    }
    return [
      .heading("Time beyond the limit"), .table(table),
      .remark(
        "From the first reading beyond the limit to the first back inside that no later one left. Those not seen back inside were beyond it for a time that nobody knows; they are in no sum and no median."
      ),
    ]
  }

  private func name(_ rule: RuleReview) -> String {
    titles.title(of: rule.rule).map { "\($0) [\(rule.rule.text)]" } ?? rule.rule.text
  }
}

extension Priority {
  /// The word at the head of a column.
  fileprivate var heading: String {
    switch self {
    case .high: "High"
    case .medium: "Medium"
    case .low: "Low"
    case .info: "Info"
    }
  }
}
