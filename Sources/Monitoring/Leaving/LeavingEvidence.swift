import SessionRecord

/// What a session holds for the criteria: the standing entries by what they speak of, in observed order.
struct LeavingEvidence {
  let timeZero: Instant?
  let baseline: [VitalSign: Baseline]
  let flags: [Flag]
  let given: [GivenDose]
  let formulary: Formulary
  /// When something of the protocol's own drug was given or started, in order.
  private(set) var starts: [Instant] = []
  private(set) var actions: [TimedAction] = []
  private let chart: Chart
  private var readings: [VitalSign: [TimedReading]] = [:]
  private(set) var pressures: [TimedPressure] = []
  private var effects: [EffectName: [TimedEffect]] = [:]
  /// Answers, and the decision where it stands with its closing.
  private(set) var leavings: [TimedLeaving] = []

  init(of assessment: Assessment, given: [GivenDose], formulary: Formulary) {
    timeZero = assessment.timeZero
    baseline = assessment.baseline
    flags = assessment.flags
    self.given = given
    self.formulary = formulary
    chart = assessment.chart
    let decision = chart.leavingDecision?.entry.number
    for entry in chart.standingInObservedOrder {
      if case .leaving(.decision) = entry.content, entry.number != decision { continue }
      add(entry)
    }
  }

  func readings(of sign: VitalSign) -> [TimedReading] { readings[sign] ?? [] }
  func effects(_ name: EffectName) -> [TimedEffect] { effects[name] ?? [] }

  private mutating func add(_ entry: ChartEntry) {
    let order = ObservedOrder(observed: entry.observed.instant, number: entry.number)
    switch entry.content {
    case .vitals(let vitals): add(vitals, of: entry, at: order)
    case .effect(let effect):
      effects[effect.name, default: []].append(TimedEffect(order: order, effect: effect))
    case .dose(let dose):
      if dose.drug == formulary.ownDrug { starts.append(order.observed) }
    case .infusion(.start): starts.append(order.observed)
    case .action(let text): actions.append(TimedAction(order: order, text: text))
    case .leaving(let leaving):
      leavings.append(TimedLeaving(order: order, leaving: leaving, by: entry.original.author))
    case .opened, .infusion, .check, .waste, .scale, .note, .mark, .deferred, .acknowledgement,
      .verification, .amendment, .void, .closed, .screening, .presence, .assigned, .review,
      .addendum, .followUp, .course, .moved, .clockStep:
      break
    }
  }

  private mutating func add(_ vitals: Vitals, of entry: ChartEntry, at order: ObservedOrder) {
    var timed: [VitalSign: TimedReading] = [:]
    let typedAgain = entry.verifiedBy.flatMap { chart[$0]?.observed.instant }
    for (sign, reading) in vitals.readings {
      timed[sign] = TimedReading(
        order: order,
        sign: sign,
        reading: reading,
        verified: reading.isVerified ? order.observed : typedAgain.map { max($0, order.observed) }
      )
    }
    for (sign, reading) in timed { readings[sign, default: []].append(reading) }
    let pressure = TimedPressure(
      order: order,
      systolic: timed[.systolic],
      diastolic: timed[.diastolic],
      mean: timed[.meanArterial]
    )
    if pressure.isSaid { pressures.append(pressure) }
  }
}

/// An entry of a side effect.
struct TimedEffect: Observed {
  let order: ObservedOrder
  let effect: SideEffect
}

/// What was recorded about leaving, by whom.
struct TimedLeaving: Observed {
  let order: ObservedOrder
  let leaving: Leaving
  let by: ClinicianCode
}
