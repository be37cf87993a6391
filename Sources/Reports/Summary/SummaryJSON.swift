package import Monitoring
import SessionRecord

/// What sessions come to together, as a document.
package struct SummaryJSON {
  private let review: SafetyReview
  private let titles: ReviewTitles
  private let scope: SummaryScope
  private let mark: MarkJSON

  package init(
    _ review: SafetyReview,
    _ titles: ReviewTitles,
    of scope: SummaryScope,
    mark: PrintMark? = nil
  ) {
    self.review = review
    self.titles = titles
    self.scope = scope
    self.mark = MarkJSON(mark)
  }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/summary/1"),
      "asOf": .string(scope.now.rfc3339),
      "since": .optional(scope.since?.rfc3339),
      "until": .optional(scope.until?.rfc3339),
      "protocol": .optional(scope.id?.text),
      "sessions": sessions,
      "readings": readings,
      "flags": .object(["clinical": part(review.clinical), "process": part(review.process)]),
      "effects": effects,
      "leaving": leaving,
      "record": mark.record,
      "verify": mark.verify,
      "lastDigits": .object([
        "typed": digits(review.typed), "imported": digits(review.imported),
      ]),
    ]).text
  }

  private var sessions: JSONValue {
    var value = states(review.sessions)
    value["byProtocol"] = .array(
      review.protocols.map { reviewed, counts in
        var row = states(counts)
        row["protocol"] = .string(reviewed.id.text)
        row["version"] = .string(reviewed.version)
        return .object(row)
      }
    )
    return .object(value)
  }

  private func states(_ counts: StateCounts) -> [String: JSONValue] {
    [
      "counted": .integer(counts.counted), "closed": .integer(counts.closed),
      "amended": .integer(counts.amended), "open": .integer(counts.open),
      "void": .integer(counts.void),
    ]
  }

  private var readings: JSONValue {
    .array(
      review.groups.map { group in
        .object([
          "group": .string(group.id.text), "title": .optional(titles.title(of: group.id)),
          "sessions": .integer(group.sessions), "required": .integer(group.required),
          "kept": .integer(group.kept), "late": .integer(group.late),
          "notObtained": .integer(group.notObtained), "deferred": .integer(group.deferred),
          "overdue": .integer(group.overdue), "missed": .integer(group.missed),
        ])
      }
    )
  }

  private func part(_ flags: FlagReview) -> JSONValue {
    .object([
      "total": .integer(flags.total), "sessions": .integer(flags.sessions),
      "sessionsWithHigh": .integer(flags.sessionsWithHigh),
      "retracted": .integer(flags.retracted), "aSession": aSession(flags.total),
      "review": SummaryReview(counts: flags.reviews).value,
      "byPriority": .array(SummaryFlags.priorities.map { priority(flags.priority($0)) }),
      "byRule": .array(flags.rules.map(rule)),
    ])
  }

  private func aSession(_ count: Int) -> JSONValue {
    ShareText.rate(count, review.sessions.counted).map(JSONValue.number) ?? .null
  }

  private func priority(_ found: PriorityReview) -> JSONValue {
    .object([
      "priority": .string(found.priority.word), "total": .integer(found.total),
      "aSession": aSession(found.total), "acknowledged": .integer(found.acknowledged.count),
      "medianSeconds": seconds(found.acknowledged.median),
      "ninetiethSeconds": seconds(found.acknowledged.ninetieth),
      "longestSeconds": seconds(found.acknowledged.longest),
      "neverAcknowledged": .integer(found.never), "notYetAcknowledged": .integer(found.notYet),
    ])
  }

  private func rule(_ rule: RuleReview) -> JSONValue {
    var value: [String: JSONValue] = [
      "rule": .string(rule.rule.text), "title": .optional(titles.title(of: rule.rule)),
      "total": .integer(rule.total), "sessions": .integer(rule.sessions),
      "aSession": aSession(rule.total), "beyondLimit": .null,
    ]
    for priority in Priority.allCases { value[priority.word] = .integer(rule.count(priority)) }
    if rule.hasLimit {
      value["beyondLimit"] = .object([
        "backInside": .integer(rule.beyond.count), "sumSeconds": seconds(rule.beyond.sum),
        "medianSeconds": seconds(rule.beyond.median),
        "notSeenBackInside": .integer(rule.notSeenBackInside),
      ])
    }
    return .object(value)
  }

  private func seconds(_ span: TimeSpan?) -> JSONValue {
    span.map { .thousandths($0.milliseconds) } ?? .null
  }

  private var effects: JSONValue {
    .object([
      "sessions": .integer(review.sessionsWithEffects),
      "byKind": .array(
        review.effects.map { effect in
          .object([
            "name": .string(effect.name.text), "intendedState": .bool(effect.isIntendedState),
            "total": .integer(effect.total), "sessions": .integer(effect.sessions),
            "severe": .integer(effect.count(.severe)),
            "moderate": .integer(effect.count(.moderate)),
            "mild": .integer(effect.count(.mild)), "notGraded": .integer(effect.notGraded),
            "distressing": .integer(effect.distressing),
            "review": SummaryReview(counts: effect.reviews).value,
          ])
        }
      ),
    ])
  }

  private var leaving: JSONValue {
    var value: [String: JSONValue] = ["closed": .integer(review.sessions.ended)]
    for row in SummaryLeaving.rows(review.leaving) { value[row.key] = .integer(row.count) }
    return .object(value)
  }

  private func digits(_ digits: DigitCounts) -> JSONValue {
    .object([
      "pairs": .integer(digits.pairs), "pairsOfZeros": .integer(digits.pairsOfZeros),
      "bySign": .array(
        DigitCounts.signs.map { sign in
          let spread = DigitSpread(sign, in: digits)
          return .object([
            "sign": .string(sign.key), "readings": .integer(spread.readings),
            "digits": .array(spread.counts.map(JSONValue.integer)),
            "chiSquare": spread.chiSquare.map(JSONValue.number) ?? .null,
            "uneven": spread.isUneven.map(JSONValue.bool) ?? .null,
          ])
        }
      ),
    ])
  }
}
