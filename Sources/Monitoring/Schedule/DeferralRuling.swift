package import SessionRecord

/// What was decided about one deferral, group by group, with its own commit.
package struct DeferralRuling: Hashable {
  /// Allowed, or why not.
  package enum Verdict: Hashable {
    case allowed
    /// A flag on blood pressure, SpO2, consciousness or sedation is open.
    case flagOpen
    /// The slot before it was put off already.
    case previousDeferred(minutes: Int)
    /// The slot is a peak reading.
    case peak
    /// The group's last slot is over.
    case noSlot
  }

  /// A group that is named, and what is decided of it.
  package struct GroupVerdict: Hashable {
    /// Its place in the schedule.
    package let place: Int
    package let group: ScheduleGroup
    /// The slot that it is about, by its minutes from time zero.
    package let minutes: Int?
    /// Whether something has closed that slot already, so that nothing is left to put off.
    package let isClosed: Bool
    package let verdict: Verdict
  }

  /// The groups that it names.
  package let groups: [GroupVerdict]

  /// In which groups it closes a slot.
  var allowed: Set<Int> {
    Set(groups.filter { $0.verdict == .allowed }.map(\.place))
  }
}

extension SessionPrefix {
  /// What is decided about the deferrals of a commit, in the prefix that this is with the commit.
  ///
  /// Decided once, as of the commit's time, from what was first written; they are taken in observed
  /// order, so that a later one sees an earlier one. One that was stored afterwards, as from paper, is
  /// blocked by what was open when it was observed.
  func rulings(
    on commit: ArraySlice<Entry>,
    at time: Instant
  ) -> [EntryNumber: DeferralRuling] {
    let deferrals = commit.filter { entry in
      if case .deferred = entry.content { true } else { false }
    }.sorted { ($0.observed.instant, $0.number) < ($1.observed.instant, $1.number) }
    guard !deferrals.isEmpty else { return [:] }
    var trial = self
    for entry in commit { _ = trial.append(entry) }
    let blocking = trial.episodes(asOf: time).filter { episode in
      episode.measure.blocksDeferral && !episode.rule.isProcess
    }.map(\.life)
    var rulings: [EntryNumber: DeferralRuling] = [:]
    for entry in deferrals {
      guard case .deferred(let deferral) = entry.content else { continue }
      trial.foldAgain(at: time)
      let order = ObservedOrder(observed: entry.observed.instant, number: entry.number)
      let isBlocked = blocking.contains { life in
        entry.source.isAfterwards ? life.isOpen(at: order.observed) : life.state.isOpen
      }
      let ruling = DeferralRuling(
        groups: trial.schedule.named(by: deferral.subject, at: order).map { place in
          trial.schedule.groups[place].ruling(at: order, isBlocked: isBlocked, place: place)
        }
      )
      rulings[entry.number] = ruling
      trial.schedule.allow([entry.number: ruling])
    }
    return rulings
  }
}

extension SessionSchedule {
  /// The groups that a deferral at this place names.
  ///
  /// The whole set is every group with a slot due then; where none is, those whose next slot is the
  /// earliest.
  fileprivate func named(by subject: Deferral.Subject, at order: ObservedOrder) -> [Int] {
    guard subject == .wholeSet else {
      return groups.indices.filter { groups[$0].group.isNamed(by: subject) }
    }
    let targets = groups.indices.compactMap { place -> (place: Int, slot: PlannedSlot)? in
      groups[place].planned(at: order).map { (place, $0) }
    }
    let due = targets.filter { target in
      frame.timeZero.map { $0 + target.slot.opens <= order.observed } ?? false
    }
    guard due.isEmpty else { return due.map(\.place) }
    let earliest = targets.map(\.slot.minutes).min()
    return targets.filter { $0.slot.minutes == earliest }.map(\.place)
  }
}

extension GroupFold {
  /// The slot that a deferral would be for, as the protocol has it; before time zero its first.
  fileprivate func planned(at order: ObservedOrder) -> PlannedSlot? {
    guard !slots.isEmpty else { return group.slots.first { $0.mark != .whileHigh } }
    return target(at: order).map { slots[$0].planned }
  }

  fileprivate func ruling(
    at order: ObservedOrder,
    isBlocked: Bool,
    place: Int
  ) -> DeferralRuling.GroupVerdict {
    let planned = planned(at: order)
    let verdict: DeferralRuling.Verdict
    if isBlocked {
      verdict = .flagOpen
    } else if planned == nil {
      verdict = .noSlot
    } else if planned?.mark == .peak {
      verdict = .peak
    } else if let target = target(at: order), target > 0, slots[target - 1].isDeferred {
      verdict = .previousDeferred(minutes: slots[target - 1].planned.minutes)
    } else {
      verdict = .allowed
    }
    return DeferralRuling.GroupVerdict(
      place: place,
      group: group,
      minutes: planned?.minutes,
      isClosed: target(at: order).map { slots[$0].closing != nil } ?? false,
      verdict: verdict
    )
  }
}

extension Measure {
  /// Blood pressure, SpO2, consciousness and sedation: with a flag open on one, or on several things
  /// together, nothing is put off.
  package var blocksDeferral: Bool {
    switch self {
    case .sign(let sign):
      switch sign {
      case .systolic, .diastolic, .meanArterial, .spo2, .consciousness, .moaas, .rass: true
      case .heartRate, .respiratoryRate, .temperature, .endTidalCO2, .oxygenFlow, .weight: false
      }
    case .derived(let sign): sign != .shockIndex
    case .rate(let sign): Measure.sign(sign).blocksDeferral
    case .news2, .rule: true
    case .effect, .scale, .unverified, .group, .session: false
    }
  }
}
