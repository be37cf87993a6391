import SessionRecord

extension SessionTally.SeriousReview {
  /// The standing reviews that call something serious, in the order of the log.
  ///
  /// One that was superseded for all that it names calls nothing serious any more.
  static func all(of chart: Chart) -> [SessionTally.SeriousReview] {
    var newest: [ReviewedThing: EntryNumber] = [:]
    for entry in chart.entries where !entry.isVoid {
      guard case .review(let review) = entry.content else { continue }
      for subject in review.subjects { newest[subject] = entry.number }
    }
    return chart.entries.compactMap { entry in
      guard !entry.isVoid, case .review(let review) = entry.content, review.verdict == .serious,
        review.subjects.contains(where: { newest[$0] == entry.number })
      else { return nil }
      return SessionTally.SeriousReview(entry: entry.number, at: entry.observed.instant)
    }
  }
}

/// One thing that a review is about.
private enum ReviewedThing: Hashable {
  case flag(FlagIdentity)
  case effect(EntryNumber)
}

extension Review {
  fileprivate var subjects: [ReviewedThing] {
    switch subject {
    case .flags(let named): named.map { .flag($0.flag) }
    case .effects(let onsets): onsets.map { .effect($0) }
    }
  }
}
