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

  var table: Table {
    var table = Table([
      .init("State"), .init("Criterion"), .init("Since, or missing"), .init("Entries"),
    ])
    for standing in readiness.criteria {
      table.add([
        state(standing), Phrase("\(standing.criterion.title) [\(standing.criterion.id)]"),
        Phrase(said(standing)),
        Phrase(
          standing.entries.isEmpty ? "–" : standing.entries.map { "#\($0)" }.joined(separator: " ")
        ),
      ])
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
