package import SessionRecord

extension Assessment {
  /// What a safety review and the patient's course count of the session.
  package func tally(under formulary: Formulary) -> SessionTally {
    let standing = flags.filter { $0.retractedBy == nil }
    let retracted = flags.count - standing.count
    let retractedProcess = flags.count { $0.retractedBy != nil && $0.isProcess }
    var digits = DigitsBySource()
    var hasEffects = false
    for entry in chart.entries where !entry.isVoid {
      switch entry.content {
      case .vitals(let vitals): digits.add(vitals, from: entry.original.source)
      case .effect: hasEffects = true
      default: break
      }
    }
    return SessionTally(
      groups: schedule.map { SessionTally.Group($0.group.id, keptCount(of: $0)) },
      flags: standing.map(SessionTally.CountedFlag.init),
      retractedClinical: retracted - retractedProcess,
      retractedProcess: retractedProcess,
      effects: hasEffects ? countedEffects : [],
      leaving: chart.closing == nil ? nil : chart.leavingDecision?.decision.outcome.kind,
      typed: digits.typed,
      imported: digits.imported,
      timeZero: timeZero,
      given: SessionTally.GivenTotal.all(of: self, under: formulary),
      rise: SessionTally.PressureRise(of: self),
      scores: SessionTally.CountedScore.all(of: chart),
      serious: SessionTally.SeriousReview.all(of: chart),
      openCountersignatures: chart.gateDecisions.filter(\.isOpen).map { standing in
        SessionTally.OpenCountersignature(
          entry: standing.entry.number,
          decidedBy: standing.decision.decidedBy,
          at: standing.entry.observed.instant
        )
      }
    )
  }

  private var countedEffects: [SessionTally.CountedEffect] {
    chart.effectEpisodes.filter { !$0.name.isCircumstance }.map { effect in
      SessionTally.CountedEffect(
        name: effect.name,
        worst: effect.worst,
        isDistressing: effect.distressing,
        review: effect.review?.verdict
      )
    }
  }
}

/// Last digits of readings, by where they came from.
private struct DigitsBySource {
  private(set) var typed = DigitCounts()
  private(set) var imported = DigitCounts()

  mutating func add(_ vitals: Vitals, from source: Source) {
    switch source {
    case .typed, .page, .paper, .copy: typed.add(vitals)
    case .imported, .device: imported.add(vitals)
    }
  }
}

extension SessionTally.Group {
  fileprivate init(_ id: GroupID, _ count: KeptCount) {
    self.init(
      id: id,
      required: count.required,
      kept: count.kept,
      late: count.late,
      notObtained: count.notObtained,
      deferred: count.deferred,
      overdue: count.overdue,
      missed: count.missed
    )
  }
}

extension SessionTally.CountedFlag {
  fileprivate init(_ flag: Flag) {
    var beyond: SessionTally.Beyond?
    if !flag.isProcess, flag.limit != nil {
      beyond = flag.backInside.map { .until($0 - flag.raised) } ?? .notSeenBackInside
    }
    self.init(
      rule: flag.identity.rule,
      priority: flag.priority,
      isProcess: flag.isProcess,
      acknowledgedAfter: flag.acknowledgements.min { $0.at < $1.at }.map(flag.wait),
      beyond: beyond,
      review: flag.review?.verdict
    )
  }
}
