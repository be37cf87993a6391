import Monitoring
import SessionRecord

/// Sentence 38.
extension ReferenceView {
  func unattended(_ unattended: Unattended, _ rule: Rule, _ place: Int) -> [ReferenceEpisode] {
    guard let timeZero = timeZero ?? (mistake == .unattendedNeedsNoTimeZero ? opening : nil)
    else { return [] }
    // The standing ones hold neither corrections nor withdrawals.
    let counted = standing.filter { entry in
      if entry.content.kind == .opened, mistake != .openingAttends { return false }
      if entry.content.kind == .review { return false }
      if entry.content.kind == .closed, mistake == .closingAttendsNobody { return false }
      if entry.content.kind == .verification, mistake == .verifyingAttendsNobody { return false }
      return entry.observed.instant >= timeZero || mistake == .attendedBeforeStart
    }
    var instants = counted.map(\.observed.instant)
    if mistake == .correctionsAttend { instants += corrected.filter { $0 >= timeZero } }
    return Set(instants).sorted().compactMap { instant in
      let raised = instant + .minutes(unattended.minutes)
      let next = instants.filter { $0 > instant }.min()
      if let next {
        let isInTime = next < raised || (next == raised && mistake != .justThenIsTooLate)
        guard !isInTime else { return nil }
      }
      guard raised <= clock || mistake == .unattendedAfterClosing else { return nil }
      let own = counted.filter { $0.observed.instant == instant }
      guard let entry = mistake == .namesTheFirstAtTheInstant ? own.first : own.last else {
        return nil
      }
      return ReferenceEpisode(
        rule: rule,
        place: place,
        measure: .rule(rule.id),
        limit: nil,
        readings: [],
        peak: nil,
        state: next.map { .cleared(at: $0, repeated: true) }
          ?? .confirmed(at: raised, repeated: true),
        confirmed: raised,
        priority: rule.priority,
        backInside: nil,
        first: entry.number,
        raised: raised,
        isByTime: true,
        mistake: mistake
      )
    }
  }
}
