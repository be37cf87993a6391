import SessionRecord

/// Time zero and the baseline of each sign, by the protocol's method.
struct SessionBaseline: Equatable {
  private let method: BaselineMethod
  let ownDrug: String
  let timeZero: Instant?
  /// When the infusion of the own drug ended or will end, as far as the entries tell; looked at only
  /// where a rule counts from it.
  let infusionEnd: Instant?
  let spo2Scale: SpO2Scale
  let values: [VitalSign: Baseline]

  /// A baseline by `last-before-dose` or `mean-before-dose` is at most this old at time zero.
  ///
  /// Proposed by this project; no publication claims it.
  private static let window = TimeSpan.minutes(30)

  init(
    of observations: [Observation],
    under monitoringProtocol: MonitoringProtocol,
    infusionEnd: Instant? = nil,
    on spo2Scale: SpO2Scale = .one
  ) {
    self.infusionEnd = infusionEnd
    self.spo2Scale = spo2Scale
    method = monitoringProtocol.baseline
    ownDrug = monitoringProtocol.formulary.ownDrug
    let timeZero = SessionBaseline.timeZero(of: observations, ownDrug: ownDrug)
    self.timeZero = timeZero
    var values: [VitalSign: Baseline] = [:]
    for observation in observations {
      switch method {
      case .lastBeforeDose, .meanBeforeDose:
        guard let timeZero, observation.observed <= timeZero,
          observation.observed >= timeZero - SessionBaseline.window
        else { continue }
      case .firstReading: break
      }
      for quantity in observation.baselineCandidates {
        let before = values[quantity.sign]
        switch method {
        case .lastBeforeDose: values[quantity.sign] = Baseline(quantity, of: observation)
        case .meanBeforeDose:
          values[quantity.sign] = Baseline(quantity, of: observation, after: before)
        case .firstReading:
          if before == nil { values[quantity.sign] = Baseline(quantity, of: observation) }
        }
      }
    }
    self.values = values
  }

  /// The sign's baseline, if a rule about a change from it speaks of this observation.
  func baseline(of sign: VitalSign, for observation: Observation) -> Baseline? {
    guard let baseline = values[sign] else { return nil }
    switch method {
    case .lastBeforeDose, .meanBeforeDose:
      guard let timeZero, observation.observed > timeZero else { return nil }
    case .firstReading:
      guard observation.order > baseline.order else { return nil }
    }
    return baseline
  }

  /// Whether this observation's coming or going could move time zero or a baseline.
  func canMove(with observation: Observation) -> Bool {
    switch observation.content {
    case .infusion(.start): true
    case .dose(let dose): dose.drug == ownDrug
    case .vitals:
      switch method {
      case .lastBeforeDose, .meanBeforeDose:
        timeZero.map { observation.observed <= $0 } ?? false
      case .firstReading:
        observation.baselineCandidates.contains { quantity in
          values[quantity.sign].map { observation.order <= $0.order } ?? true
        }
      }
    default: false
    }
  }

  /// The earliest infusion start or dose given at once of the own drug; where there is neither, the
  /// earliest of its doses given over a time.
  private static func timeZero(of observations: [Observation], ownDrug: String) -> Instant? {
    var overATime: Instant?
    for observation in observations {
      switch observation.content {
      case .infusion(.start): return observation.observed
      case .dose(let dose) where dose.drug == ownDrug:
        if dose.overMinutes == nil { return observation.observed }
        overATime = overATime ?? observation.observed
      default: continue
      }
    }
    return overATime
  }
}

extension Observation {
  /// Its verified values that could be a baseline: blood pressure as a pair or not at all.
  fileprivate var baselineCandidates: [Quantity] {
    guard case .vitals(let vitals) = content else { return [] }
    let verified = vitals.signs.compactMap { sign in
      value(of: sign).flatMap { $0.isVerified ? $0.quantity : nil }
    }
    let isPair =
      verified.contains { $0.sign == .systolic } && verified.contains { $0.sign == .diastolic }
    return isPair ? verified : verified.filter { $0.sign != .systolic && $0.sign != .diastolic }
  }
}

extension Baseline {
  /// The place of the last reading that it was taken from.
  fileprivate var order: ObservedOrder {
    ObservedOrder(observed: observed, number: entries[entries.count - 1])
  }

  /// One reading, after those before it where they are averaged.
  fileprivate init(_ quantity: Quantity, of observation: Observation, after before: Baseline? = nil)
  {
    self.init(
      value: BaselineValue(
        sum: (before?.value.sum ?? 0) + quantity.thousandths,
        count: (before?.value.count ?? 0) + 1
      ),
      entries: (before?.entries ?? []) + [observation.number],
      observed: observation.observed
    )
  }
}
