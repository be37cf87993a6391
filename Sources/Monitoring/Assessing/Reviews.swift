import SessionRecord

/// The reviews of a session's flags, as they stand: they find flags as acknowledgements do, cover no
/// other, and the newest on a flag counts, as far as it has seen how high the flag is.
struct Reviews {
  /// Newest first.
  private var onFlags: [(named: [Acknowledgement.Named], review: Review, entry: ChartEntry)] = []

  /// *before* leaves out those from an entry on.
  init(of chart: Chart, before first: EntryNumber? = nil) {
    for entry in chart.standingReviews.reversed() {
      guard case .review(let review) = entry.content, case .flags(let named) = review.subject,
        first.map({ entry.number < $0 }) ?? true
      else { continue }
      onFlags.append((named, review, entry))
    }
  }

  /// What stands on a flag that time raised, which never rises in priority.
  func mark(on identity: FlagIdentity, holding readings: [BreakingReading]) -> ReviewMark? {
    newest(on: identity, holding: readings).map { ReviewMark($0.review, of: $0.entry) }
  }

  /// What stands on an episode's flag, and which priority was seen where that is higher now.
  func mark(on episode: Episode, in chart: Chart) -> ReviewMark? {
    newest(on: episode.identity, holding: episode.readings).map { review, entry in
      let seen = episode.priority(seenBy: entry, in: chart)
      return ReviewMark(
        review,
        of: entry,
        outgrown: seen < episode.priority ? .priority(seen) : nil
      )
    }
  }

  /// By its own cause, or an entry that it holds.
  private func newest(
    on identity: FlagIdentity,
    holding readings: [BreakingReading]
  ) -> (review: Review, entry: ChartEntry)? {
    onFlags.first { review in
      review.named.contains { named in
        named.flag == identity
          || (named.flag.rule == identity.rule
            && readings.contains { $0.entry == named.flag.entry })
      }
    }.map { ($0.review, $0.entry) }
  }
}

extension Episode {
  /// What a reviewer saw of it: what confirmed it only after the review, they had not seen.
  fileprivate func priority(seenBy review: ChartEntry, in chart: Chart) -> Priority {
    guard rule.startsUnconfirmed, let confirmed = life.confirmed else { return priority }
    let seen: Bool
    if let reading = readings.dropFirst().first(where: { $0.observed == confirmed }) {
      let told = max(reading.entry, chart[reading.entry]?.amendments.last ?? reading.entry)
      seen = told < review.number
    } else {
      // For want of a repeat: by the clock.
      seen = confirmed <= review.observed.instant
    }
    return seen ? priority : min(rule.priority, priority)
  }
}
