import SessionRecord

/// A score on at least one of these scales on file, from the course or an earlier session.
struct ScoresGate {
  let scales: [String]
  let days: Int

  private struct Found {
    let scale: String
    let score: Int
    let at: Instant
    let entry: EntryNumber?
  }

  func verdict(_ evidence: ScreeningEvidence) -> GateVerdict {
    guard let newest = newest(evidence) else {
      return GateVerdict(
        answer: .no,
        isClear: false,
        basis: "no score on \(scales.joined(separator: " or ")) on file"
      )
    }
    let isFresh = evidence.at - newest.at <= .hours(24 * days)
    let said = "\(newest.scale) \(newest.score) on \(evidence.date(newest.at))"
    return GateVerdict(
      answer: isFresh ? .yes : .no,
      isClear: isFresh,
      basis: isFresh ? said : "\(said), older than \(evidence.daysText(days))",
      entry: newest.entry
    )
  }

  private func newest(_ evidence: ScreeningEvidence) -> Found? {
    let asked = Dictionary(
      scales.map { ($0.lowercased(), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var found = evidence.newest.compactMap { entry -> Found? in
      guard case .scale(let score) = entry.content, let name = asked[score.scale.lowercased()]
      else { return nil }
      return Found(
        scale: name,
        score: score.score,
        at: entry.observed.instant,
        entry: entry.number
      )
    }
    for session in evidence.sessions {
      found += session.tally.scores.compactMap { score in
        guard let name = asked[score.scale.lowercased()], score.at <= evidence.at else {
          return nil
        }
        return Found(scale: name, score: score.score, at: score.at, entry: nil)
      }
    }
    // Of two at one instant that of the course, whose entry can be named.
    return found.reduce(nil as Found?) { best, next in
      best.map { $0.at >= next.at } ?? false ? best : next
    }
  }
}
