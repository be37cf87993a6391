import Monitoring
import SessionRecord

/// NEWS2 at every set as a member of a document; null where the protocol does not use it.
struct NEWS2JSON {
  let words: SessionWords

  var value: JSONValue {
    guard let terms = words.file.monitoringProtocol.news2 else { return .null }
    let opening = words.chart.opening ?? words.file.session.opening
    return .object([
      "withinMinutes": .integer(terms.within.wholeMinutes),
      "spo2Scale": .integer(opening.spo2Scale.rawValue),
      "sets": .array(words.news2.map(set)),
    ])
  }

  private func set(_ reading: NEWS2Reading) -> JSONValue {
    let score = reading.score
    return .object([
      "entry": .integer(reading.entry.value),
      "observed": .string(words.clock.stamp(reading.observed).rfc3339),
      "complete": .bool(score.isComplete),
      "total": total(score.total, score),
      "withoutConsciousness": total(score.totalWithoutConsciousness, score),
      "atLeast": .integer(score.total),
      "atLeastWithoutConsciousness": .integer(score.totalWithoutConsciousness),
      "missing": .array(score.missing.map { .string($0.key) }),
      "points": .object(
        Dictionary(
          NEWS2.Parameter.allCases.map { ($0.key, .optional(score.points(of: $0))) },
          uniquingKeysWith: { first, _ in first }
        )
      ),
      "risk": .string(score.risk.word),
      "aloneAtThree": .array(score.singles.map { .string($0.key) }),
      "confusionExpected": .bool(score.isConfusionExpected),
      "verified": .bool(reading.isVerified),
    ])
  }

  /// Null where a parameter is missing: a partial total is no total.
  private func total(_ total: Int, _ score: NEWS2) -> JSONValue {
    score.isComplete ? .integer(total) : .null
  }
}
