import Monitoring
import SessionRecord

/// On whose word patients left, over the sessions that were closed.
struct SummaryLeaving {
  let review: SafetyReview

  var blocks: [SummaryBlock] {
    let closed = review.sessions.ended
    guard closed > 0 else {
      return [.heading("Leaving"), .words("No session was closed so far.")]
    }
    var table = SummaryTable("Leaving", "Closed sessions", ["Sessions", "%"])
    let rows = SummaryLeaving.rows(review.leaving).filter { $0.count > 0 || $0.isAlwaysTold }
    for row in rows {
      table.add(
        Phrase(row.words),
        [String(row.count), ShareText.percent(row.count, closed) ?? "–"]
      )
    }
    return [
      .heading("Leaving"), .words(Phrase("\(counted(closed, "session")) closed.")), .table(table),
    ]
  }

  struct Row {
    let words: String
    let key: String
    let count: Int
    let isAlwaysTold: Bool

    init(_ words: String, _ key: String, _ count: Int, isAlwaysTold: Bool) {
      self.words = words
      self.key = key
      self.count = count
      self.isAlwaysTold = isAlwaysTold
    }
  }

  /// Every way of leaving, with its key in documents.
  static func rows(_ leaving: LeavingCounts) -> [Row] {
    [
      Row("every criterion met", "criteriaMet", leaving.count(.criteriaMet), isAlwaysTold: true),
      Row(
        "with exceptions, each with its reason",
        "withExceptions",
        leaving.count(.unmetWithReasons),
        isAlwaysTold: true
      ),
      Row("against advice", "againstAdvice", leaving.count(.againstAdvice), isAlwaysTold: true),
      Row("nothing was given", "nothingGiven", leaving.count(.noDose), isAlwaysTold: false),
      Row(
        "the protocol has no criteria",
        "noCriteria",
        leaving.count(.noCriteria),
        isAlwaysTold: false
      ),
      Row(
        "closed without a decision",
        "withoutDecision",
        leaving.withoutDecision,
        isAlwaysTold: true
      ),
    ]
  }
}
