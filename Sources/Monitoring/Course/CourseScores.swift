package import SessionRecord

/// A score of a course, in a session or between two.
package struct CourseScore: Hashable {
  /// Lower case, as it is stored.
  package let scale: String
  package let score: Int
  package let at: Instant
  /// The session that it was taken in; nil where it stands in the course itself.
  package let session: SessionNumber?
}

extension Course {
  /// Every standing score, in observed order.
  package var scores: [CourseScore] {
    let between = chart.standingInObservedOrder.compactMap { entry -> CourseScore? in
      guard case .scale(let score) = entry.content else { return nil }
      return CourseScore(
        scale: score.scale,
        score: score.score,
        at: entry.observed.instant,
        session: nil
      )
    }
    let within = sessions.filter { $0.session.state != .void }.flatMap { session in
      session.tally.scores.map {
        CourseScore(
          scale: $0.scale,
          score: $0.score,
          at: $0.at,
          session: session.session.number
        )
      }
    }
    return (between + within).sorted { $0.at < $1.at }
  }
}
