import SessionRecord

/// The protocol's groups over the observations of a session, and what time raises in them.
struct SessionSchedule {
  private(set) var groups: [GroupFold]
  private(set) var frame = GroupFold.Frame()
  private var overdue: [[TimedFlag]]
  /// All of them, by the instant at which each is raised.
  private var byTime: [TimedFlag] = []
  private var isInOrder = true
  /// In which groups each deferral was allowed, decided once when it was committed.
  private var permissions: [EntryNumber: Set<Int>] = [:]
  /// Whether some slots come and go with a high flag.
  let followsHigh: Bool

  init(_ schedule: Schedule) {
    groups = schedule.groups.map(GroupFold.init)
    overdue = groups.map { _ in [] }
    followsHigh = groups.contains(where: \.followsHigh)
  }

  /// Takes the next observation in observed order, where nothing else has changed.
  mutating func take(_ observation: Observation) {
    for place in groups.indices {
      let isChanged = groups[place].take(observation, allowed: permissions, at: place)
      guard isChanged || overdue[place].contains(where: { $0.raised == observation.observed })
      else { continue }
      look(at: place)
    }
    order()
  }

  /// Folds every group anew.
  mutating func fold(_ observations: [Observation], in frame: GroupFold.Frame) {
    self.frame = frame
    for place in groups.indices { fold(observations, at: place) }
    order()
  }

  /// Folds anew the groups whose slots, or what is in them, can have changed with these observations.
  mutating func fold(
    _ observations: [Observation],
    in frame: GroupFold.Frame,
    changed: [Observation]
  ) {
    let old = self.frame
    self.frame = frame
    let isMoved = old.opened != frame.opened || old.timeZero != frame.timeZero
    for place in groups.indices {
      let group = groups[place]
      guard
        isMoved || (group.followsHigh && old.high != frame.high)
          || changed.contains(where: { group.group.reads($0) })
      else { continue }
      fold(observations, at: place)
    }
    order()
  }

  /// Takes the last of the observations, which has changed what is high from its instant on.
  mutating func take(
    _ observation: Observation,
    following high: HighTimes,
    over observations: [Observation]
  ) {
    frame.high = high
    let last = observations.dropLast().last?.observed
    for place in groups.indices {
      guard groups[place].follow(frame, from: observation.observed, after: last) else {
        fold(observations, at: place)
        continue
      }
      let isTaken = groups[place].take(observation, allowed: permissions, at: place)
      let isInTime = overdue[place].contains { $0.raised == observation.observed }
      if isTaken || isInTime || groups[place].followsHigh { look(at: place) }
    }
    order()
  }

  private mutating func fold(_ observations: [Observation], at place: Int) {
    groups[place].fold(observations, in: frame, allowed: permissions, at: place)
    look(at: place)
  }

  private mutating func look(at place: Int) {
    let flags = groups[place].overdue(at: place)
    guard flags != overdue[place] else { return }
    overdue[place] = flags
    isInOrder = false
  }

  /// Puts the flags of all groups in order, once for all that changed.
  private mutating func order() {
    guard !isInOrder else { return }
    byTime = overdue.flatMap(\.self).sorted { $0.raised < $1.raised }
    isInOrder = true
  }

  /// In which groups deferrals were allowed, as it was decided with their commit.
  mutating func allow(_ rulings: [EntryNumber: DeferralRuling]) {
    for (entry, ruling) in rulings { permissions[entry] = permissions[entry] ?? ruling.allowed }
  }

  /// The flags that time has raised by an instant.
  func timed(by instant: Instant) -> [TimedFlag] {
    guard let first = byTime.first, first.raised <= instant else { return [] }
    return Array(byTime.prefix { $0.raised <= instant })
  }

  /// The groups as a view shows them, as of an instant of the clock.
  func groups(at clock: Instant) -> [ScheduledGroup] {
    groups.enumerated().map { place, fold in
      let runs = overdue[place].contains { flag in
        flag.cause == .baseline && flag.raised <= clock && flag.cleared == nil
      }
      return ScheduledGroup(
        group: fold.group,
        baseline: fold.baseline?.sets(isOverdue: runs),
        slots: fold.slots.map { slot in
          Slot(
            planned: slot.planned,
            due: slot.due,
            opens: slot.opens,
            ends: slot.ends,
            state: slot.state(of: fold.group, at: clock)
          )
        }
      )
    }
  }
}
