import SessionRecord

/// What a course says was done, sorted by what it can close.
struct DoneWork {
  private struct Named: Hashable {
    let task: TaskID
    let session: SessionNumber
  }

  private struct Observed {
    let at: Instant
    /// Nil for what was entered in a session.
    let entry: EntryNumber?
  }

  /// In observed order.
  private var followUps: [Named: [(entry: ChartEntry, outcome: FollowUp.Outcome)]] = [:]
  private var integrations: [Observed] = []
  private var scores: [String: [Observed]] = [:]

  init(_ course: Course) {
    for session in course.sessions {
      for score in session.tally.scores {
        scores[score.scale, default: []].append(Observed(at: score.at, entry: nil))
      }
    }
    // Of what was observed at one time, the log's order decides.
    for entry in course.chart.entries.sorted(by: { $0.observed.instant < $1.observed.instant })
    where !entry.isVoid {
      let observed = Observed(at: entry.observed.instant, entry: entry.number)
      switch entry.content {
      case .followUp(let followUp):
        followUps[Named(task: followUp.task, session: followUp.session), default: []]
          .append((entry, followUp.outcome))
      case .course(.integration): integrations.append(observed)
      case .scale(let score): scores[score.scale, default: []].append(observed)
      default: break
      }
    }
  }

  /// What became of the occasions of one task of one session; *nextDose* is the first dose of a later
  /// session.
  func settled(_ occasions: [TaskOccasion], before nextDose: Instant?) -> [TaskOccasion] {
    guard let first = occasions.first else { return [] }
    var occasions = occasions
    let named = Named(task: first.task.id, session: first.session.number)
    for (entry, outcome) in followUps[named] ?? [] {
      take(entry, outcome, in: &occasions)
    }
    for place in occasions.indices {
      occasions[place].settle(closing(occasions[place], before: nextDose))
    }
    return occasions
  }

  /// A follow-up is about the oldest occasion that is still open; what was recorded before a review
  /// cannot have been about it.
  private func take(
    _ entry: ChartEntry,
    _ outcome: FollowUp.Outcome,
    in occasions: inout [TaskOccasion]
  ) {
    let place = occasions.firstIndex { occasion in
      occasion.settled == nil
        && (occasion.review == nil || occasion.at <= entry.original.recorded.instant)
    }
    guard let place else { return }
    if outcome.closesTask {
      occasions[place].settle(.init(at: entry.observed.instant, entry: entry.number))
    } else {
      occasions[place].tried(entry.number)
    }
  }

  private func closing(
    _ occasion: TaskOccasion,
    before nextDose: Instant?
  ) -> TaskOccasion.Settled? {
    switch occasion.task.closing {
    case .followUp: return nil
    case .integration:
      // After the next dose it is about that one.
      let found = integrations.first { integration in
        occasion.opens <= integration.at && nextDose.map { integration.at < $0 } ?? true
      }
      return found.map { TaskOccasion.Settled(at: $0.at, entry: $0.entry) }
    case .scores(let scales):
      var last: Observed?
      for scale in scales {
        let since = (scores[scale] ?? []).filter { occasion.opens <= $0.at }
        guard let first = since.min(by: { $0.at < $1.at }) else { return nil }
        if last.map({ $0.at <= first.at }) ?? true { last = first }
      }
      return last.map { TaskOccasion.Settled(at: $0.at, entry: $0.entry) }
    }
  }
}
