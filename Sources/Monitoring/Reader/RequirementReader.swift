import SessionRecord

/// Reads what a criterion for leaving asks for: the keys of its kind.
struct RequirementReader {
  /// Every effect that can be typed under this protocol.
  let effects: [EffectName]
  let medicines: [String]

  func requirement(
    _ kind: LeavingKind,
    _ object: ProtocolObject
  ) throws(ProtocolRefusal) -> LeavingRequirement {
    switch kind {
    case .minutesSinceStart:
      .minutesSinceStart(try object.required("minutes").minutes(in: 1...1_440))
    case .minutesSinceInfusion:
      .minutesSinceInfusion(try object.required("minutes").minutes(in: 1...1_440))
    case .pressure: .pressure(try pressure(object))
    case .value: .value(try SettledValueReader(object: object).value())
    case .effect: .effect(try rated(object))
    case .effectAbsent: .effect(try absent(object))
    case .noOpenFlag:
      .noOpenFlag(
        atLeast: try object.required("atLeast")
          .word(Priority.allCases.reversed().map { ($0.word, $0) })
      )
    case .noRecent: .noRecent(try noRecent(object))
    case .answered: .answered
    case .escort: .escort
    case .instructions: .instructions
    }
  }

  private func pressure(_ object: ProtocolObject) throws(ProtocolRefusal) -> SettledPressure {
    let leastSystolic = try pressure(object.required("leastSystolic"), .systolic)
    let leastMean = try pressure(object.required("leastMean"), .meanArterial)
    let underNode = try object.required("underSystolic")
    let underSystolic = try pressure(underNode, .systolic)
    guard underSystolic > leastSystolic else {
      throw underNode.refusal("“underSystolic” is not over “leastSystolic”.")
    }
    return SettledPressure(
      apart: .minutes(try object.required("apart").minutes(in: 1...1_440)),
      noOlderThan: .minutes(try object.required("noOlderThan").minutes(in: 1...1_440)),
      leastSystolic: leastSystolic,
      leastMean: leastMean,
      percentOfBaseline: try object.required("percentOfBaseline")
        .number("a percentage", in: 0...100_000),
      underSystolic: underSystolic,
      underDiastolic: try pressure(object.required("underDiastolic"), .diastolic)
    )
  }

  private func pressure(
    _ node: ProtocolNode,
    _ sign: VitalSign
  ) throws(ProtocolRefusal) -> Int {
    try node.number("a pressure in \(sign.unit)", in: PlausibleRange.possible(sign))
  }

  private func rated(_ object: ProtocolObject) throws(ProtocolRefusal) -> SettledEffect {
    SettledEffect(
      effect: try object.required("effect").effect(among: effects),
      limit: .rating(
        atMost: try object.required("atMost").wholeNumber("a rating out of ten", in: 0...10)
      ),
      noOlderThan: try noOlderThan(object)
    )
  }

  private func absent(_ object: ProtocolObject) throws(ProtocolRefusal) -> SettledEffect {
    SettledEffect(
      effect: try object.required("effect").effect(among: effects),
      limit: .absentFor(.minutes(try object.required("minutes").minutes(in: 1...1_440))),
      noOlderThan: try noOlderThan(object)
    )
  }

  /// How old the last look may be; without one, not having looked would pass.
  private func noOlderThan(_ object: ProtocolObject) throws(ProtocolRefusal) -> TimeSpan {
    .minutes(try object.required("noOlderThan").minutes(in: 1...1_440))
  }

  private func noRecent(_ object: ProtocolObject) throws(ProtocolRefusal) -> NoRecentMedicine {
    let minutes = try object.required("minutes").minutes(in: 1...1_440)
    let named = try object.optional("medicines").map { (node) throws(ProtocolRefusal) in
      try listed(node)
    }
    let oxygen = try object.optional("oxygen")?.truth() ?? false
    guard named != nil || oxygen else {
      throw object.node.refusal("Expected medicines, or oxygen, or both.")
    }
    return NoRecentMedicine(medicines: named ?? [], orOxygen: oxygen, within: .minutes(minutes))
  }

  private func listed(_ node: ProtocolNode) throws(ProtocolRefusal) -> [String] {
    let names = try node.distinct { (element) throws(ProtocolRefusal) in
      let medicine = try element.string()
      guard medicines.contains(medicine) else {
        throw element.expected("one of the protocol's medicines")
      }
      return medicine
    }
    guard !names.isEmpty else {
      throw node.refusal("Expected at least one medicine; leave the key out for none.")
    }
    return names
  }
}
