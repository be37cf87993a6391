package import Monitoring
import SessionRecord

/// What sessions come to together, as a table, one number a line.
package struct SummaryCSV {
  private let review: SafetyReview
  private let titles: ReviewTitles
  private let scope: SummaryScope

  package init(_ review: SafetyReview, _ titles: ReviewTitles, of scope: SummaryScope) {
    self.review = review
    self.titles = titles
    self.scope = scope
  }

  /// Every line ends with CRLF, the last one too.
  package var text: String {
    var lines = SummaryLines()
    lines.add("scope", [("as_of", scope.now.rfc3339), ("since", scope.since?.rfc3339)])
    lines.add("scope", [("until", scope.until?.rfc3339)])
    lines.add("scope", [("protocol", scope.id?.text)])
    addSessions(to: &lines)
    for group in review.groups {
      lines.add(
        "readings",
        of: group.id.text,
        titled: titles.title(of: group.id),
        [
          ("sessions", group.sessions), ("required", group.required), ("kept", group.kept),
          ("late", group.late), ("not_obtained", group.notObtained),
          ("deferred", group.deferred), ("overdue", group.overdue), ("missed", group.missed),
        ]
      )
    }
    add(review.clinical, "clinical_flags", to: &lines)
    add(review.process, "process_flags", to: &lines)
    addEffects(to: &lines)
    lines.add("leaving", [("closed", review.sessions.ended)])
    for row in SummaryLeaving.rows(review.leaving) {
      lines.add("leaving", of: row.key, titled: row.words, [("sessions", row.count)])
    }
    add(review.typed, "typed_last_digits", to: &lines)
    add(review.imported, "imported_last_digits", to: &lines)
    return lines.table.text
  }

  private func addSessions(to lines: inout SummaryLines) {
    lines.add("sessions", SummaryCSV.states(review.sessions))
    for (reviewed, counts) in review.protocols {
      lines.add(
        "sessions",
        of: "\(reviewed.id)@\(reviewed.version)",
        SummaryCSV.states(counts)
      )
    }
  }

  private static func states(_ counts: StateCounts) -> [(String, Int)] {
    [
      ("counted", counts.counted), ("closed", counts.closed), ("amended", counts.amended),
      ("open", counts.open), ("void", counts.void),
    ]
  }

  private func add(_ flags: FlagReview, _ section: String, to lines: inout SummaryLines) {
    lines.add(
      section,
      [
        ("total", flags.total), ("sessions", flags.sessions),
        ("sessions_with_high", flags.sessionsWithHigh), ("retracted", flags.retracted),
      ] + SummaryReview(counts: flags.reviews).measures
    )
    for priority in SummaryFlags.priorities {
      let found = flags.priority(priority)
      lines.add(
        section,
        of: priority.word,
        [
          ("total", found.total), ("acknowledged", found.acknowledged.count),
          ("never_acknowledged", found.never), ("not_yet_acknowledged", found.notYet),
        ]
      )
      lines.add(
        section,
        of: priority.word,
        [
          ("acknowledged_median_s", found.acknowledged.median),
          ("acknowledged_ninetieth_s", found.acknowledged.ninetieth),
          ("acknowledged_longest_s", found.acknowledged.longest),
        ].map { ($0, SummaryCSV.seconds($1)) }
      )
    }
    for rule in flags.rules { add(rule, section, to: &lines) }
  }

  private func add(_ rule: RuleReview, _ section: String, to lines: inout SummaryLines) {
    let id = rule.rule.text
    let title = titles.title(of: rule.rule)
    lines.add(
      section,
      of: id,
      titled: title,
      [("total", rule.total), ("sessions", rule.sessions)]
        + SummaryFlags.priorities.map { ($0.word, rule.count($0)) }
    )
    guard rule.hasLimit else { return }
    lines.add(
      section,
      of: id,
      titled: title,
      [
        ("back_inside", rule.beyond.count), ("not_seen_back_inside", rule.notSeenBackInside),
      ]
    )
    lines.add(
      section,
      of: id,
      titled: title,
      [("beyond_limit_sum_s", rule.beyond.sum), ("beyond_limit_median_s", rule.beyond.median)]
        .map { ($0, SummaryCSV.seconds($1)) }
    )
  }

  private func addEffects(to lines: inout SummaryLines) {
    lines.add("effects", [("sessions", review.sessionsWithEffects)])
    for effect in review.effects {
      lines.add(
        effect.isIntendedState ? "intended_state" : "effects",
        of: effect.name.text,
        [
          ("total", effect.total), ("sessions", effect.sessions),
          ("severe", effect.count(.severe)), ("moderate", effect.count(.moderate)),
          ("mild", effect.count(.mild)), ("not_graded", effect.notGraded),
          ("distressing", effect.distressing),
        ] + SummaryReview(counts: effect.reviews).measures
      )
    }
  }

  private func add(_ digits: DigitCounts, _ section: String, to lines: inout SummaryLines) {
    for sign in DigitCounts.signs {
      let spread = DigitSpread(sign, in: digits)
      lines.add(
        section,
        of: sign.key,
        [("readings", spread.readings)] + spread.counts.enumerated().map { ("ends_in_\($0)", $1) }
      )
    }
    lines.add(section, [("pairs", digits.pairs), ("pairs_of_zeros", digits.pairsOfZeros)])
  }

  private static func seconds(_ span: TimeSpan?) -> String? {
    span.map { decimal($0.milliseconds) }
  }
}

/// Lines of one number each, under the headings that all of them share.
private struct SummaryLines {
  private(set) var table = CSVTable(["section", "item", "title", "measure", "value"])

  mutating func add(
    _ section: String,
    of item: String? = nil,
    titled title: String? = nil,
    _ values: [(String, String?)]
  ) {
    for (measure, value) in values {
      table.add([
        .plain(section), .text(item), .text(title), .plain(measure), .text(value),
      ])
    }
  }

  mutating func add(
    _ section: String,
    of item: String? = nil,
    titled title: String? = nil,
    _ values: [(String, Int)]
  ) {
    add(section, of: item, titled: title, values.map { ($0, String($1)) })
  }
}
