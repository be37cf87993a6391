import SessionRecord

/// By how much a score is to have fallen, and by which session.
struct CourseOutcome {
  let points: Int?
  let percent: Int?
  let sessions: Int

  /// Whether a fall is one of these.
  func isReached(by fall: Int, from baseline: Int) -> Bool {
    if let points, fall >= points { return true }
    guard let percent else { return false }
    return fall * 100 >= abs(baseline) * percent
  }
}

extension CourseReading {
  /// So many sessions were given, and the score on a scale has not fallen by at least one of what is asked,
  /// or risen where lower is worse.
  ///
  /// It is the newest score after the first dose, from the last one before it.
  func outcome(_ scale: Scale, _ outcome: CourseOutcome) -> Said {
    guard let first = dosed.first, dosed.count >= outcome.sessions else {
      return Said(
        .no,
        "\(CourseBasis.count(dosed.count, "session")) of \(outcome.sessions) given"
      )
    }
    let scores = scores(on: scale.name)
    guard let before = scores.last(where: { $0.at <= first.began }) else {
      return Said(.unknown, "no \(scale.title) before \(first.label)")
    }
    guard let after = scores.last(where: { $0.at > first.began }) else {
      return Said(.unknown, "no \(scale.title) since \(first.label)")
    }
    let fall = scale.worse == .higher ? before.score - after.score : after.score - before.score
    let given = dosed.count { $0.began <= after.at }
    return Said(
      speaks: !outcome.isReached(by: fall, from: before.score),
      "\(scale.title) \(before.score) on \(date(of: before.at)), \(after.score) on "
        + "\(date(of: after.at)) after \(CourseBasis.count(given, "session"))"
    )
  }
}
