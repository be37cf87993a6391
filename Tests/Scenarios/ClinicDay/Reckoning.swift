import SessionRecord

/// What is overdue in a session as of an instant, reckoned minute by minute from the sentences of the
/// assessment, 19 to 24, and nothing of the program's own; times in milliseconds.
struct Reckoning {
  /// An overdue flag, or that of a session which was not closed.
  struct Flag: Hashable {
    /// `bp T+20`, `bp baseline`, `silence`.
    let cause: String
    let raised: Int
    var cleared: Int?
  }

  let dayProtocol: DayProtocol
  let standing: StandingEntries
  let timeZero: Int?
  /// How far time alone goes: closing stops it.
  let clock: Int
  let flags: SignFlags
  private let allowed: [Int: Set<String>]
  private let misread: Misreading?

  /// *allowed* is in which groups each deferral of the log closes a slot.
  init(
    _ log: [DayEntry],
    _ dayProtocol: DayProtocol,
    allowed: [Int: Set<String>],
    asOf: Int,
    _ misread: Misreading? = nil
  ) {
    self.dayProtocol = dayProtocol
    self.allowed = allowed
    self.misread = misread
    standing = StandingEntries(log, misread)
    timeZero = standing.timeZero(of: dayProtocol.drug)
    let closed = misread == .closingIsNotRead ? nil : standing.closed
    clock = closed.map { min($0, asOf) } ?? asOf
    flags = SignFlags(standing, dayProtocol, timeZero: timeZero, clock: clock)
  }

  /// Every flag that was raised by the instant, in the order of the groups.
  var overdue: [Flag] {
    dayProtocol.groups.flatMap { overdue(in: $0) } + [silence].compactMap(\.self)
  }

  func slots(of group: DayProtocol.Group) -> GroupSlots? {
    timeZero.map { timeZero in
      GroupSlots(
        group,
        timeZero: timeZero,
        flags: flags,
        clock: clock,
        entries: standing.entries,
        deferrals: standing.entries.filter { entry in
          guard case .deferred(let deferral) = entry.content else { return false }
          return allowed[entry.number]?.contains(group.id) ?? false
            && group.isNamed(by: deferral.subject)
        }.map { GroupSlots.Place(at: $0.observed, number: $0.number) },
        misread
      )
    }
  }

  // MARK: - Minute by minute

  private func overdue(in group: DayProtocol.Group) -> [Flag] {
    let slots = slots(of: group)
    /// When a slot was closed, and which.
    let closings = (slots?.slots ?? []).compactMap { slot in
      slot.closed.map { (at: $0.place.at, minutes: slot.planned.minutes) }
    }.sorted { $0.at < $1.at }
    /// When a complete set came, in whichever slot.
    let sets = Set((slots?.slots ?? []).flatMap(\.sets))
    var all: [Flag] = []
    var running = baselineFlag(of: group)
    func clear(by instant: Int?) {
      guard var flag = running else { return }
      var clearing = closings.first { closing in
        closing.at > flag.raised
          && (misread != .onlyItsOwnSlotClears || flag.cause == "\(group.id) T+\(closing.minutes)")
      }?.at
      if flag.cause == "\(group.id) baseline", let complete = baselineComplete(group) {
        clearing = min(clearing ?? complete, complete)
      }
      guard let clearing, instant.map({ clearing <= $0 }) ?? true else { return }
      flag.cleared = clearing
      all.append(flag)
      running = nil
    }
    if let slots {
      let late =
        misread == .raisedWhenMissed ? dayProtocol.missedMinutes : dayProtocol.overdueMinutes
      var minute = 0
      while slots.timeZero + minute * 60_000 <= clock {
        let now = slots.timeZero + minute * 60_000
        clear(by: now)
        for slot in slots.slots where slot.planned.minutes + late == minute {
          let isClosed = slot.closed.map { $0.place.at <= now } ?? false
          let isInTime = sets.contains(now) && misread != .setAtTheLimitIsLate
          guard !isClosed, !isInTime else { continue }
          if running != nil, misread == .raisedWhileRunning {
            all.append(Flag(cause: "\(group.id) T+\(slot.planned.minutes)", raised: now))
          }
          running = running ?? Flag(cause: "\(group.id) T+\(slot.planned.minutes)", raised: now)
        }
        minute += 1
      }
    }
    clear(by: nil)
    return all + [running].compactMap(\.self)
  }

  // MARK: - Baseline

  private func baselineFlag(of group: DayProtocol.Group) -> Flag? {
    guard group.wantsBaseline else { return nil }
    let quarter = misread == .baselineByTimeZero ? nil : standing.opened + 900_000
    guard let deadline = [quarter, timeZero].compactMap(\.self).min(), deadline <= clock else {
      return nil
    }
    let complete = baselineComplete(group, anyTime: true)
    guard complete.map({ $0 > deadline }) ?? true else { return nil }
    return Flag(cause: "\(group.id) baseline", raised: deadline)
  }

  /// When every needed value had been seen once since opening.
  private func baselineComplete(_ group: DayProtocol.Group, anyTime: Bool = false) -> Int? {
    var seen: Set<DayProtocol.Need> = []
    for entry in standing.entries where entry.observed >= standing.opened {
      if misread == .baselineClearsBefore, !anyTime, timeZero.map({ entry.observed > $0 }) ?? false
      {
        return nil
      }
      seen.formUnion(group.needs.filter { entry.shows($0, misread) })
      if seen.count == group.needs.count { return entry.observed }
    }
    return nil
  }

  // MARK: - Silence

  /// Twelve hours without a commit before closing: one flag.
  private var silence: Flag? {
    let hours = 12 * 3_600_000
    let end = min(clock, standing.closed ?? clock)
    var last = standing.recorded.first ?? clock
    for next in standing.recorded.dropFirst().filter({ $0 <= end }) + [end] {
      if next - last >= hours, standing.closed.map({ last + hours < $0 }) ?? true {
        return Flag(cause: "silence", raised: last + hours, cleared: standing.closed)
      }
      last = max(last, next)
    }
    return nil
  }
}

extension DayProtocol.Group {
  func isNamed(by subject: Deferral.Subject) -> Bool {
    switch subject {
    case .wholeSet: true
    case .bloodPressure: needs.contains(.sign(.systolic))
    case .sign(let sign): needs.contains(.sign(sign))
    case .effect(let name): needs.contains(.effect(name.text))
    case .scale(let name): needs.contains(.scale(name))
    }
  }
}
