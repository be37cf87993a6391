import Monitoring
import SessionRecord

/// How many sessions there were, and how each stands.
struct SummarySessions {
  let review: SafetyReview

  var blocks: [SummaryBlock] {
    let sessions = review.sessions
    var words =
      "\(counted(sessions.counted, "session")): \(sessions.closed) closed, "
      + "\(sessions.amended) closed and amended since, \(sessions.open) open"
    if sessions.open > 0 { words += " (counted as they stand now)" }
    words += "."
    if sessions.void > 0 {
      words +=
        " \(counted(sessions.void, "more session")) \(sessions.void == 1 ? "was" : "were") "
        + "struck out: in no count below."
    }
    var blocks: [SummaryBlock] = [.heading("Sessions"), .words(Phrase(words))]
    var table = SummaryTable(
      "Sessions by protocol",
      "Protocol",
      ["Sessions", "Closed", "Amended", "Open", "Struck out"]
    )
    for (reviewed, counts) in review.protocols {
      table.add(
        Phrase("\(reviewed.id) version \(reviewed.version)"),
        [counts.counted, counts.closed, counts.amended, counts.open, counts.void].map(String.init)
      )
    }
    if !table.rows.isEmpty { blocks.append(.table(table)) }
    return blocks
  }
}
