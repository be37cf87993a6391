import Monitoring
import SessionRecord
import Testing

extension MonitoringProtocol {
  /// The same with what is given in its place.
  func with(
    version: String? = nil,
    title: String? = nil,
    formulary: Formulary? = nil,
    addedEffects: [EffectName]? = nil,
    scales: [ProtocolScale]? = nil,
    news2: NEWS2Terms? = nil,
    rules: [Rule]? = nil,
    schedule: Schedule? = nil,
    leaving: [LeavingCriterion]? = nil,
    gates: [Gate]? = nil,
    course: [CourseRule]? = nil,
    afterCare: [AfterCareTask]? = nil,
    sources: [String: String]? = nil,
    notice: String? = nil
  ) -> MonitoringProtocol {
    MonitoringProtocol(
      id: id,
      version: version ?? self.version,
      title: title ?? self.title,
      settings: settings,
      formulary: formulary ?? self.formulary,
      mostBasis: mostBasis,
      addedEffects: addedEffects ?? self.addedEffects,
      baseline: baseline,
      scales: scales ?? self.scales,
      news2: news2 ?? self.news2,
      rules: rules ?? self.rules,
      schedule: schedule ?? self.schedule,
      leaving: leaving ?? self.leaving,
      gates: gates ?? self.gates,
      course: course ?? self.course,
      afterCare: afterCare ?? self.afterCare,
      sources: sources ?? self.sources,
      notice: notice ?? self.notice
    )
  }

  /// The same with one rule changed.
  func changing(_ id: String, _ change: (Rule) -> Rule) throws -> MonitoringProtocol {
    let rule = try #require(rules.first { $0.id.text == id })
    let changed = change(rule)
    return with(rules: rules.map { $0.id == rule.id ? changed : $0 })
  }
}

extension Rule {
  /// The same with what is given in its place.
  func changed(
    condition: Condition? = nil,
    priority: Priority? = nil,
    asksForRepeat: Bool? = nil,
    clearing: Clearing? = nil,
    window: RuleWindow? = nil,
    sustained: Sustained? = nil,
    spo2Scale: SpO2Scale? = nil,
    isOff: Bool? = nil,
    isStopCriterion: Bool? = nil,
    text: String? = nil,
    standing: Standing? = nil,
    sources: [String]? = nil
  ) -> Rule {
    Rule(
      id: id,
      condition: condition ?? self.condition,
      priority: priority ?? self.priority,
      asksForRepeat: asksForRepeat ?? self.asksForRepeat,
      clearing: clearing ?? self.clearing,
      window: window ?? self.window,
      sustained: sustained ?? self.sustained,
      spo2Scale: spo2Scale ?? self.spo2Scale,
      isOff: isOff ?? self.isOff,
      isStopCriterion: isStopCriterion ?? self.isStopCriterion,
      text: text ?? self.text,
      standing: standing ?? self.standing,
      sources: sources ?? self.sources
    )
  }
}

extension ScheduleGroup {
  /// The same with what is given in its place.
  func changed(
    title: String? = nil,
    needs: [Need]? = nil,
    missed: TimeSpan? = nil,
    slots: [PlannedSlot]? = nil,
    baselineSets: Int? = nil
  ) -> ScheduleGroup {
    ScheduleGroup(
      id: id,
      title: title ?? self.title,
      needs: needs ?? self.needs,
      priority: priority,
      overdue: overdue,
      missed: missed ?? self.missed,
      slots: slots ?? self.slots,
      baselineSets: baselineSets ?? self.baselineSets,
      basis: basis
    )
  }
}
