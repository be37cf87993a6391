import Monitoring
import SessionRecord

/// For which groups each deferral was allowed, decided when it was committed: sentence 24.
struct ReferencePermits {
  private(set) var groups: [EntryNumber: Set<GroupID>] = [:]

  init() {}

  /// Of the whole log, commit by commit.
  init(_ commits: [ReferenceCommit], under monitoringProtocol: MonitoringProtocol) {
    for place in commits.indices {
      decide(Array(commits[...place]), under: monitoringProtocol, mistake: nil)
    }
  }

  /// The deferrals of the last commit, in the prefix that it ends.
  mutating func decide(
    _ commits: [ReferenceCommit],
    under monitoringProtocol: MonitoringProtocol,
    mistake: Mistake?
  ) {
    guard let commit = commits.last else { return }
    var deferrals = commit.entries.filter { $0.content.kind == .deferred }
    guard !deferrals.isEmpty else { return }
    if mistake != .deferralsInLogOrder {
      deferrals.sort { ($0.observed.instant, $0.number) < ($1.observed.instant, $1.number) }
    }
    let view = ReferenceView(
      commits.flatMap(\.entries),
      under: monitoringProtocol,
      asOf: commit.time,
      mistake: mistake
    )
    let flags = ReferenceFindings(view: view, mistake: mistake).episodes
    let before = self
    for entry in deferrals {
      guard case .deferred(let deferral) = entry.content else { continue }
      let known = mistake == .deferralsOfCommitAreApart ? before : self
      let schedule = ReferenceSchedule(view, flags: flags, permits: known)
      var allowed: Set<GroupID> = []
      if !isBlocked(flags, schedule, entry, mistake) {
        let at = entry.observed.instant
        for target in schedule.named(by: deferral.subject, at: at, entry.number)
        where isAllowed(target, in: schedule) {
          allowed.insert(target.group.group.id)
        }
      }
      if mistake == .everyDeferralIsAllowed { allowed = Set(schedule.groups.map(\.group.id)) }
      groups[entry.number] = allowed
    }
  }

  private func isAllowed(
    _ target: ReferenceSchedule.Target,
    in schedule: ReferenceSchedule
  ) -> Bool {
    if target.slot == nil, schedule.mistake == .noDeferralBeforeTimeZero { return false }
    if target.planned.mark == .peak, schedule.mistake != .peakMayBeDeferred { return false }
    guard let previous = target.previous, schedule.mistake != .deferredTwiceInARow else {
      return true
    }
    if case .deferred = schedule.state(of: previous, in: target.group) { return false }
    return true
  }

  /// A flag on a vital function is open.
  private func isBlocked(
    _ flags: [ReferenceEpisode],
    _ schedule: ReferenceSchedule,
    _ entry: Entry,
    _ mistake: Mistake?
  ) -> Bool {
    if mistake == .overdueBlocksDeferral, schedule.overdue.contains(where: \.state.isOpen) {
      return true
    }
    return flags.contains { flag in
      let isSedation =
        flag.measure == .effect(EffectName("sedation")) && mistake == .sedationEffectBlocksDeferral
      guard
        isVital(flag.measure, schedule.view) || isSedation || mistake == .everyFlagBlocksDeferral
      else {
        return false
      }
      switch mistake {
      case .unconfirmedAllowsDeferral where flag.state == .unconfirmed: return false
      case .flagsBlockWhenObserved:
        let at = entry.observed.instant
        return flag.raised <= at && flag.state.clearedAt.map { $0 > at } ?? true
      default:
        guard entry.isToldAfterwards(mistake), mistake != .paperIsBlockedNow else {
          return flag.state.isOpen
        }
        let at = entry.observed.instant
        return flag.raised <= at && flag.state.clearedAt.map { $0 > at } ?? true
      }
    }
  }

  /// Blood pressure, SpO2, consciousness or sedation, as they are measured; what is reckoned from them.
  private func isVital(_ measure: Measure, _ view: ReferenceView) -> Bool {
    switch measure {
    case .sign(let sign):
      switch sign {
      case .systolic, .diastolic, .meanArterial, .spo2, .consciousness, .moaas, .rass: true
      case .heartRate, .respiratoryRate, .temperature, .endTidalCO2, .oxygenFlow, .weight: false
      }
    case .derived(let sign):
      sign == .shockIndex
        ? view.mistake == .shockIndexBlocksDeferral : view.mistake != .derivedAllowsDeferral
    case .rate(let sign):
      switch sign {
      case .systolic, .diastolic, .meanArterial, .spo2, .consciousness, .moaas, .rass:
        view.mistake != .rateAllowsDeferral
      default: view.mistake == .everyRateBlocksDeferral
      }
    case .news2: view.mistake != .news2AllowsDeferral
    case .rule(let id):
      view.isTakenTogether(id)
        ? view.mistake != .combinationAllowsDeferral
        : view.mistake == .recordRuleBlocksDeferral
    case .effect, .scale, .unverified, .group, .session: false
    }
  }
}

extension ReferenceView {
  /// A combination, or the single parameters of NEWS2.
  fileprivate func isTakenTogether(_ id: RuleID) -> Bool {
    monitoringProtocol.rules.contains { rule in
      switch rule.condition {
      case .combination, .news2: rule.id == id
      default: false
      }
    }
  }
}
