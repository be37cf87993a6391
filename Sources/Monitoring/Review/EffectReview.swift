package import SessionRecord

/// One kind of side effect over many sessions, each from its onset to its end counted once.
package struct EffectReview {
  package let name: EffectName
  package private(set) var total = 0
  package private(set) var sessions = 0
  package private(set) var distressing = 0
  /// Of those that were never graded.
  package private(set) var notGraded = 0
  package private(set) var reviews = ReviewCounts()

  private var bySeverity = Severity.allCases.map { _ in 0 }
  private var lastSession = 0

  init(_ name: EffectName) { self.name = name }

  /// Dissociation, which is what the dose is given for.
  package var isIntendedState: Bool { name == .dissociation }

  /// How many were at their worst of this severity.
  package func count(_ worst: Severity) -> Int {
    bySeverity[worst.rawValue - Severity.mild.rawValue]
  }

  /// *session* counts the sessions from 1, and comes in order.
  mutating func add(_ effect: SessionTally.CountedEffect, in session: Int) {
    total += 1
    if lastSession != session {
      lastSession = session
      sessions += 1
    }
    if effect.isDistressing { distressing += 1 }
    reviews.add(effect.review)
    if let worst = effect.worst {
      bySeverity[worst.rawValue - Severity.mild.rawValue] += 1
    } else {
      notGraded += 1
    }
  }
}
