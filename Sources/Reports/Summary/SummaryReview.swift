import Monitoring
import SessionRecord

/// What was made of flags or side effects at review.
struct SummaryReview {
  let counts: ReviewCounts

  /// As `Reviewed: 12 of 20 (60.0%): 8 expected, 3 artefact, 1 serious. 8 not reviewed`.
  var sentence: String {
    var share = "\(counts.reviewed) of \(counts.total)"
    if let percent = ShareText.percent(counts.reviewed, counts.total) { share += " (\(percent))" }
    let verdicts = ReviewVerdict.allCases.compactMap { verdict in
      counts.count(verdict) == 0 ? nil : "\(counts.count(verdict)) \(verdict.words)"
    }
    return "Reviewed: \(share)"
      + (verdicts.isEmpty ? "" : ": \(verdicts.joined(separator: ", "))") + "."
      + (counts.unreviewed == 0 ? "" : " \(counts.unreviewed) not reviewed.")
  }

  var value: JSONValue {
    .object([
      "unreviewed": .integer(counts.unreviewed),
      "expected": .integer(counts.count(.expected)),
      "artefact": .integer(counts.count(.artefact)),
      "adverseEvent": .integer(counts.count(.adverseEvent)),
      "serious": .integer(counts.count(.serious)),
    ])
  }

  /// As measures of a table, one number each.
  var measures: [(String, Int)] {
    [("unreviewed", counts.unreviewed)]
      + ReviewVerdict.allCases.map { ("reviewed_\($0.column)", counts.count($0)) }
  }
}
