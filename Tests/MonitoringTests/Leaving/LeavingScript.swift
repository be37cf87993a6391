import Monitoring
import SessionRecord
import TestSupport

extension MonitoringProtocol {
  /// A protocol of these criteria, with the ids `c1`, `c2` … in their order.
  static func leaving(
    _ requirements: [LeavingRequirement],
    rules: [Rule] = []
  ) -> MonitoringProtocol {
    MonitoringProtocol(
      id: ProtocolID("made"),
      version: "1",
      title: "Made up",
      settings: [.clinic],
      formulary: Formulary(
        medicines: ["ketamine", "labetalol", "midazolam", "magnesium"],
        ownDrug: "ketamine",
        ownRoute: .intravenous,
        mostMilligramsPerKilogram: nil,
        sameClass: []
      ),
      addedEffects: [],
      baseline: .lastBeforeDose,
      rules: rules,
      leaving: requirements.enumerated().map { place, requirement in
        LeavingCriterion(
          id: CriterionID("c\(place + 1)"),
          title: "criterion \(place + 1)",
          requirement: requirement,
          basis: Basis(.proposed, sources: ["made"])
        )
      },
      sources: ["made": "made up"]
    )
  }
}

extension SessionScript {
  /// The session as a view gets it.
  func file(under monitoringProtocol: MonitoringProtocol, asOf: Instant) throws -> SessionFile {
    let assessment = assessed(under: monitoringProtocol, asOf: asOf)
    let opening = Opening(
      patient: try PatientCode("P-014"),
      identity: .zero,
      monitoringProtocol: ProtocolReference(id: ProtocolID("made"), version: "1", digest: .zero),
      setting: .clinic,
      zone: "UTC",
      prescriber: nil
    )
    return SessionFile(
      session: Session(
        number: SessionNumber(1),
        opening: assessment.chart.opening ?? opening,
        opened: Stamp(SessionScript.start, offsetMinutes: 0),
        closed: nil,
        state: .open,
        room: nil
      ),
      patient: Patient(code: try PatientCode("P-014"), identity: nil, commitment: .zero),
      monitoringProtocol: monitoringProtocol,
      log: log,
      assessment: assessment,
      zone: .utc
    )
  }

  func readiness(
    _ requirements: [LeavingRequirement],
    rules: [Rule] = [],
    asOf: Instant
  ) throws -> DischargeReadiness {
    try file(under: .leaving(requirements, rules: rules), asOf: asOf).readiness
  }

  /// How one criterion, `c1`, stands.
  func state(
    _ requirement: LeavingRequirement,
    rules: [Rule] = [],
    asOf: Instant
  ) throws -> CriterionStanding.State? {
    try readiness([requirement], rules: rules, asOf: asOf).criteria.first?.state
  }
}

extension SessionScript {
  /// The decision and the closing, in one commit; gives the number of the closing.
  @discardableResult
  mutating func end(
    escort: String? = nil,
    instructions: String? = nil,
    decided: Instant? = nil,
    at instant: Instant
  ) throws -> EntryNumber {
    let decision = try Content.decided(escort: escort, instructions: instructions)
    let numbers = try add(
      [(decision, decided ?? instant), (.closed, instant)],
      recorded: instant
    )
    return numbers[1]
  }
}

extension Content {
  static func set(_ readings: [VitalSign: Reading]) throws -> Content {
    .vitals(try Vitals(readings))
  }

  static func oxygen(_ litres: Int, verified: Bool = true) throws -> Content {
    try value(.oxygenFlow, litres, verified: verified)
  }

  static func roomAir() throws -> Content { try set([.oxygenFlow: .roomAir]) }

  /// A pressure with the mean that was measured beside it.
  static func withMean(
    _ systolic: Int,
    _ diastolic: Int,
    _ mean: Int,
    verified: Bool = true
  ) throws -> Content {
    try set([
      .systolic: .measured(try Quantity(.systolic, systolic), verified: true),
      .diastolic: .measured(try Quantity(.diastolic, diastolic), verified: true),
      .meanArterial: .measured(try Quantity(.meanArterial, mean), verified: verified),
    ])
  }

  static func pressureNotObtained(_ reason: String) throws -> Content {
    try set([
      .systolic: .notObtained(because: reason), .diastolic: .notObtained(because: reason),
    ])
  }

  static func given(
    _ drug: String,
    _ milligrams: Int,
    _ unit: DoseUnit = .milligram,
    route: Route = .intravenous,
    over minutes: Int? = nil,
    unverified: Set<DoseDoubt> = []
  ) throws -> Content {
    .dose(
      try Dose(
        drug: drug,
        amount: try Amount(thousandths: milligrams * 1_000, unit),
        route: route,
        overMinutes: minutes,
        unverified: unverified
      )
    )
  }

  static func answer(_ criterion: String, _ isMet: Bool, _ words: String? = nil) throws -> Content {
    .leaving(
      .answers(
        try CriteriaAnswers([
          CriteriaAnswers.Answer(CriterionID(criterion), isMet: isMet, words: words)
        ])
      )
    )
  }

  static func decided(escort: String? = nil, instructions: String? = nil) throws -> Content {
    .leaving(
      .decision(
        try LeavingDecision(
          .criteriaMet,
          decidedBy: try ClinicianCode("DR"),
          escort: escort,
          instructions: instructions
        )
      )
    )
  }
}

extension LeavingRequirement {
  /// Two sets 10 minutes apart, the latest at most 30 minutes old, 90 and mean 65 at least, within 20% of
  /// baseline or under 140/90.
  static let settledPressure = LeavingRequirement.pressure(
    SettledPressure(
      apart: .minutes(10),
      noOlderThan: .minutes(30),
      leastSystolic: 90_000,
      leastMean: 65_000,
      percentOfBaseline: 20_000,
      underSystolic: 140_000,
      underDiastolic: 90_000
    )
  )

  /// SpO2 at least 94%, at most 30 minutes old.
  static func saturation(orBaseline: Bool = false, onRoomAir: Bool = false) -> LeavingRequirement {
    .value(
      SettledValue(
        sign: .spo2,
        atLeast: 94_000,
        atMost: nil,
        noOlderThan: .minutes(30),
        orBaseline: orBaseline,
        onRoomAir: onRoomAir
      )
    )
  }

  static func rated(_ effect: EffectName, atMost: Int, within: Int = 30) -> LeavingRequirement {
    .effect(
      SettledEffect(
        effect: effect,
        limit: .rating(atMost: atMost),
        noOlderThan: .minutes(within)
      )
    )
  }

  static func absent(_ effect: EffectName, _ minutes: Int, within: Int = 30) -> LeavingRequirement {
    .effect(
      SettledEffect(
        effect: effect,
        limit: .absentFor(.minutes(minutes)),
        noOlderThan: .minutes(within)
      )
    )
  }

  /// No labetalol, midazolam or oxygen for 30 minutes.
  static let nothingRecent = LeavingRequirement.noRecent(
    NoRecentMedicine(
      medicines: ["labetalol", "midazolam"],
      orOxygen: true,
      within: .minutes(30)
    )
  )
}
