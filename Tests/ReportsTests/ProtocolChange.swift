import Monitoring
import SessionRecord

/// A protocol with one field of one thing in it changed.
struct ProtocolChange {
  let changed: MonitoringProtocol
  /// As a difference names it.
  let field: String

  /// Nil where the protocol has nothing of the kind that was drawn.
  static func random(
    of one: MonitoringProtocol,
    using random: inout some RandomNumberGenerator
  ) -> ProtocolChange? {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: ofRule(one, using: &random)
    case 1: ofGroup(one, using: &random)
    case 2: ofCriterion(one, using: &random)
    case 3: ofTerm(one, using: &random)
    default: ofDocument(one, using: &random)
    }
  }

  private static func ofRule(
    _ one: MonitoringProtocol,
    using random: inout some RandomNumberGenerator
  ) -> ProtocolChange? {
    guard let rule = one.rules.randomElement(using: &random) else { return nil }
    let clearing = rule.clearing
    let changes: [(String, Rule)] = [
      ("priority", rule.changed(priority: rule.priority == .high ? .low : .high)),
      ("repeat", rule.changed(asksForRepeat: !rule.asksForRepeat)),
      (
        "values to clear",
        rule.changed(
          clearing: Clearing(
            count: clearing.count + 1,
            margin: clearing.margin,
            basis: clearing.basis
          )
        )
      ),
      (
        "margin to clear",
        rule.changed(
          clearing: Clearing(
            count: clearing.count,
            margin: clearing.margin + 1,
            basis: clearing.basis
          )
        )
      ),
      ("window", rule.changed(window: .from(minutes: 711))),
      ("sustained", rule.changed(sustained: .readings(711))),
      ("SpO2 scale", rule.changed(spo2Scale: rule.spo2Scale == .two ? .one : .two)),
      ("off", rule.changed(isOff: !rule.isOff)),
      ("stop criterion", rule.changed(isStopCriterion: !rule.isStopCriterion)),
      ("text", rule.changed(text: rule.text + "!")),
      ("standing", rule.changed(standing: rule.standing == .clinic ? .cited : .clinic)),
      ("sources", rule.changed(sources: rule.sources + ["another"])),
    ]
    guard var (field, changed) = changes.randomElement(using: &random) else { return nil }
    if Bool.random(using: &random), let (name, condition) = rule.condition.changed {
      field = name
      changed = rule.changed(condition: condition)
    }
    let rules = one.rules.map { $0.id == rule.id ? changed : $0 }
    return ProtocolChange(changed: one.with(rules: rules), field: field)
  }

  private static func ofGroup(
    _ one: MonitoringProtocol,
    using random: inout some RandomNumberGenerator
  ) -> ProtocolChange? {
    guard let group = one.schedule.groups.randomElement(using: &random),
      let slot = group.slots.randomElement(using: &random)
    else { return nil }
    let later = PlannedSlot(
      minutes: slot.minutes,
      tolerance: .minutes(slot.tolerance.wholeMinutes + 1),
      mark: slot.mark,
      basis: slot.basis
    )
    let changes: [(String, ScheduleGroup)] = [
      ("title", group.changed(title: group.title + "!")),
      ("needs", group.changed(needs: group.needs + [.scale("another")])),
      ("missed after", group.changed(missed: .minutes(group.missed.wholeMinutes + 1))),
      ("baseline sets", group.changed(baselineSets: group.baselineSets + 1)),
      ("slots", group.changed(slots: group.slots.filter { $0.minutes != slot.minutes })),
      (
        "tolerance at T+\(slot.minutes)",
        group.changed(slots: group.slots.map { $0.minutes == slot.minutes ? later : $0 })
      ),
    ]
    guard let (field, changed) = changes.randomElement(using: &random) else { return nil }
    let schedule = one.schedule
    let groups = schedule.groups.map { $0.id == group.id ? changed : $0 }
    let plan = Schedule(
      groups: groups,
      phases: schedule.phases,
      ifIndicated: schedule.ifIndicated,
      basis: schedule.basis
    )
    return ProtocolChange(changed: one.with(schedule: plan), field: field)
  }

  private static func ofCriterion(
    _ one: MonitoringProtocol,
    using random: inout some RandomNumberGenerator
  ) -> ProtocolChange? {
    guard let criterion = one.leaving.randomElement(using: &random) else { return nil }
    let changed = LeavingCriterion(
      id: criterion.id,
      title: criterion.title + "!",
      requirement: criterion.requirement,
      basis: criterion.basis
    )
    let leaving = one.leaving.map { $0.id == criterion.id ? changed : $0 }
    return ProtocolChange(changed: one.with(leaving: leaving), field: "title")
  }

  private static func ofDocument(
    _ one: MonitoringProtocol,
    using random: inout some RandomNumberGenerator
  ) -> ProtocolChange? {
    let formulary = one.formulary
    let more = Formulary(
      medicines: formulary.medicines + ["another"],
      ownDrug: formulary.ownDrug,
      ownRoute: formulary.ownRoute,
      mostMilligramsPerKilogram: formulary.mostMilligramsPerKilogram,
      sameClass: formulary.sameClass
    )
    let news2 = one.news2.map {
      NEWS2Terms(within: .minutes($0.within.wholeMinutes + 1), basis: $0.basis)
    }
    let changes: [(String, MonitoringProtocol)] =
      [
        ("version", one.with(version: one.version + ".1")),
        ("title", one.with(title: one.title + "!")),
        ("medicines", one.with(formulary: more)),
        ("wording", one.with(notice: one.notice + "!")),
        (
          "added effects",
          one.with(addedEffects: one.addedEffects + [EffectName("another")])
        ),
      ] + (news2.map { [("within", one.with(news2: $0))] } ?? [])
    return changes.randomElement(using: &random).map { ProtocolChange(changed: $1, field: $0) }
  }
}

extension Condition {
  /// With its own number one more, and the field that this is; nil where it has none.
  var changed: (field: String, condition: Condition)? {
    switch self {
    case .absolute(let limit):
      ("limit", .absolute(AbsoluteLimit(limit.sign, limit.comparison, limit: limit.limit + 1_000)))
    case .derived(let limit):
      ("limit", .derived(DerivedLimit(limit.sign, limit.comparison, limit: limit.limit + 1)))
    case .rate(let rate):
      (
        "within",
        .rate(
          RateOfChange(
            rate.sign,
            rate.comparison,
            by: rate.change,
            withinMinutes: rate.withinMinutes + 1
          )
        )
      )
    case .notFalling(let rule):
      (
        "after",
        .notFalling(
          NotFalling(rule.sign, over: rule.over, minutes: rule.minutes + 1, since: rule.since)
        )
      )
    case .scale(let limit):
      (
        "limit",
        .scale(
          ScaleLimit(limit.scale, limit.comparison, limit: limit.limit + 1, item: limit.item)
        )
      )
    case .combination(let all):
      (
        "within",
        .combination(
          Combination(all.parts, withinMinutes: all.withinMinutes + 1, title: all.title)
        )
      )
    case .unattended(let rule): ("after", .unattended(Unattended(minutes: rule.minutes + 1)))
    case .news2(.total(let least)): ("at least", .news2(.total(atLeast: least + 1)))
    case .change, .consciousness, .crisis, .severity, .distressing, .presence, .lasting,
      .news2(.single), .furtherDose, .unverified:
      nil
    }
  }
}
