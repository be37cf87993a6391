import Monitoring
import SessionRecord

/// The criteria for leaving as members of a document, with the decision where one was recorded.
struct ReadinessJSON {
  let words: SessionWords

  var value: JSONValue {
    let readiness = words.file.readiness
    let since = readiness.allMetSince
    let zero = words.file.assessment.timeZero
    return .object([
      "criteria": .array(readiness.criteria.map(criterion)),
      "count": .integer(readiness.criteria.count),
      "met": .integer(readiness.metCount),
      "allMetSince": since.map(time) ?? .null,
      "allMetSinceMinutes": .optional(
        since.flatMap { since in zero.map { (since - $0).wholeMinutes } }
      ),
      "decision": decision,
    ])
  }

  private func criterion(_ standing: CriterionStanding) -> JSONValue {
    let state: String
    var since: Instant?
    var missing: String?
    switch standing.state {
    case .met(let from):
      state = "met"
      since = from
    case .missing(let what):
      state = "missing"
      missing = what
    case .notAnswered: state = "not-answered"
    }
    return .object([
      "id": .string(standing.criterion.id.text),
      "title": .string(standing.criterion.title),
      "state": .string(state),
      "since": since.map(time) ?? .null,
      "missing": .optional(missing),
      "entries": .array(standing.entries.map { .integer($0.value) }),
    ])
  }

  private var decision: JSONValue {
    guard let record = DecisionRecord(words) else { return .null }
    return .object([
      "entry": .integer(record.entry.number.value),
      "observed": time(record.entry.observed.instant),
      "recorded": time(record.entry.original.recorded.instant),
      "author": .string(record.entry.original.author.text),
      "decision": LeavingEntryJSON.decision(record.decision),
    ])
  }

  private func time(_ instant: Instant) -> JSONValue {
    .string(words.clock.stamp(instant).rfc3339)
  }
}
