package import SessionRecord

/// On whose word patients left, over the sessions that were closed.
package struct LeavingCounts: Hashable {
  /// Closed without a decision.
  package private(set) var withoutDecision = 0

  private var byOutcome: [LeavingOutcome: Int] = [:]

  package init() {}

  package func count(_ outcome: LeavingOutcome) -> Int { byOutcome[outcome] ?? 0 }

  mutating func add(_ outcome: LeavingOutcome?) {
    if let outcome {
      byOutcome[outcome, default: 0] += 1
    } else {
      withoutDecision += 1
    }
  }
}
