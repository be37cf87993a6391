import Monitoring
import SessionRecord

/// Every criterion with where it stands: met since when, or what is missing.
struct CriteriaTable {
  private let readiness: DischargeReadiness
  private let line: CriteriaLine

  init(_ readiness: DischargeReadiness, line: CriteriaLine) {
    self.readiness = readiness
    self.line = line
  }

  /// One criterion in words.
  struct Row {
    let isMet: Bool
    /// `met`, `NOT MET`, `NOT ANSWERED`.
    let state: Phrase
    let criterion: String
    /// Since when it is met, or what is missing.
    let said: String
    /// `#12 #14`; `–` where none is behind it.
    let entries: String
  }

  var rows: [Row] {
    readiness.criteria.map { standing in
      Row(
        isMet: standing.isMet,
        state: state(standing),
        criterion: "\(standing.criterion.title) [\(standing.criterion.id)]",
        said: said(standing),
        entries: standing.entries.isEmpty
          ? "–" : standing.entries.map { "#\($0)" }.joined(separator: " ")
      )
    }
  }

  var table: Table {
    var table = Table([
      .init("State"), .init("Criterion"), .init("Since, or missing"), .init("Entries"),
    ])
    for row in rows {
      table.add([row.state, Phrase(row.criterion), Phrase(row.said), Phrase(row.entries)])
    }
    return table
  }

  private func state(_ standing: CriterionStanding) -> Phrase {
    switch standing.state {
    case .met: "met"
    case .missing: Phrase("NOT\u{A0}MET", .high)
    case .notAnswered: Phrase("NOT\u{A0}ANSWERED", .high)
    }
  }

  private func said(_ standing: CriterionStanding) -> String {
    switch standing.state {
    case .met(let since): line.moment(since)
    case .missing(let what): what
    case .notAnswered: "–"
    }
  }
}
