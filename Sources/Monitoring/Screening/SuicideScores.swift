import SessionRecord

/// The scores on file that belong beside the answer about suicidal intent: the newest on the C-SSRS, and
/// the newest item 9 of the PHQ-9.
///
/// They are shown and judge nothing: what is typed is the answer.
struct SuicideScores {
  static let gate = GateID("suicidal-intent")

  private let evidence: ScreeningEvidence

  init(_ evidence: ScreeningEvidence) { self.evidence = evidence }

  /// `C-SSRS 4 on 2026-11-16`; empty where there is none.
  var words: [String] {
    let item = 9
    let screener = said("C-SSRS", newest { $0.scale == "c-ssrs" ? $0.score : nil })
    let ninth = said(
      "PHQ-9 item \(item)",
      newest { score in
        score.scale == "phq-9" && score.items.count >= item ? score.items[item - 1] : nil
      }
    )
    return [screener, ninth].compactMap(\.self)
  }

  private func said(_ name: String, _ found: (value: Int, at: Instant)?) -> String? {
    found.map { "\(name) \($0.value) on \(evidence.date($0.at))" }
  }

  /// Of the course and of its sessions.
  private func newest(
    _ value: (SessionTally.CountedScore) -> Int?
  ) -> (value: Int, at: Instant)? {
    let between = evidence.newest.compactMap { entry -> SessionTally.CountedScore? in
      guard case .scale(let score) = entry.content else { return nil }
      return SessionTally.CountedScore(
        scale: score.scale,
        score: score.score,
        items: score.items,
        at: entry.observed.instant
      )
    }
    let within = evidence.sessions.flatMap(\.tally.scores).filter { $0.at <= evidence.at }
    return (between + within).compactMap { score in value(score).map { ($0, score.at) } }
      .max { $0.1 < $1.1 }
  }
}
