import Monitoring
import SessionRecord

/// Sentence 23.
extension ReferenceSchedule {
  /// By when there is to be a set.
  private var deadline: Instant? {
    guard let opening = view.opening else { return nil }
    let latest = opening + .minutes(15)
    guard let timeZero = view.timeZero, mistake != .baselineDeadlineIgnoresTimeZero else {
      return latest
    }
    return min(latest, timeZero)
  }

  private func hasBaseline(_ group: ReferenceSlots) -> Bool {
    group.group.baselineSets > 0 || mistake == .everyGroupHasBaseline
  }

  /// When every need has been met since the session was opened.
  func sinceOpening(_ group: ReferenceSlots) -> ReferenceCompletion? {
    guard let opening = view.opening else { return nil }
    let since = view.fills.filter { $0.at >= opening || mistake == .baselineBeforeOpening }
    return mistake == .baselineInOneEntry
      ? view.completionInOneEntry(of: group.group.needs, in: since)
      : view.completion(of: group.group.needs, in: since, declaredCounts: false)
  }

  /// When the group is overdue for want of a set; nil where it never is.
  func baselineRaise(of group: ReferenceSlots) -> Instant? {
    guard let deadline, hasBaseline(group) else { return nil }
    if let set = sinceOpening(group) {
      if set.at < deadline { return nil }
      if set.at == deadline, mistake != .setAtDeadlineIsLate { return nil }
    }
    // A slot that was closed before then, as by a deferral, takes no baseline.
    if mistake == .closedBeforeDeadlineIsEnough {
      let closings = group.slots.compactMap { closing(of: $0, in: group) }
      if closings.contains(where: { $0 <= deadline }) { return nil }
    }
    return deadline
  }

  func baselineSets(of group: ReferenceSlots, flags: [ReferenceEpisode]) -> BaselineSets? {
    guard let opening = view.opening, let deadline, hasBaseline(group) else { return nil }
    let before = view.fills.filter { fill in
      guard fill.at >= opening || mistake == .baselineBeforeOpening else { return false }
      guard let end = view.timeZero else { return true }
      return fill.at < end || (fill.at == end && mistake != .baselineExcludesTimeZero)
    }
    let isOverdue = flags.contains {
      $0.identity == FlagIdentity(rule: group.group.id.overdueRule, cause: .baseline)
        && $0.state.isOpen
    }
    return BaselineSets(
      wanted: group.group.baselineSets,
      taken: view.sets(of: group.group.needs, in: before).count,
      deadline: deadline,
      isOverdue: isOverdue
    )
  }
}
