import Monitoring
import SessionRecord

/// Sentence 29.
extension ReferenceFindings {
  func onDerived(_ derived: DerivedLimit, _ margin: Int) -> JudgedRow {
    let limit = BrokenLimit(comparison: derived.comparison, numerator: derived.limit)
    let judged: [JudgedValue] = view.standing.compactMap { entry in
      let values = reckoned(derived.sign, from: entry)
      guard let first = values.exact.first else { return nil }
      var worst = first
      for value in values.exact.dropFirst()
      where value.beyond(limit) > worst.beyond(limit) || mistake == .devicesMeanOutranks {
        worst = value
      }
      let inside = values.exact.filter { $0.isInside(limit, by: margin, mistake) }
      return JudgedValue(
        BreakingReading(
          entry: entry.number,
          observed: entry.observed.instant,
          reckoned: worst.reckoned
        ),
        isVerified: values.isVerified,
        breaks: worst.breaks(limit, mistake),
        isInside: !worst.breaks(limit, mistake)
          && (mistake == .oneMeanInsideIsEnough
            ? !inside.isEmpty : inside.count == values.exact.count),
        excess: worst.beyond(limit)
      )
    }
    return JudgedRow(measure: .derived(derived.sign), limit: limit, values: judged)
  }

  /// The reckoned one first, then a device's own.
  private func reckoned(
    _ sign: DerivedSign,
    from entry: ReferenceEntry
  ) -> (exact: [ExactValue], isVerified: Bool) {
    func value(_ sign: VitalSign) -> ReferenceValue? {
      view.values(of: sign).first { $0.entry == entry.number }
    }
    guard let systolic = value(.systolic) else {
      guard sign == .meanPressure, let device = value(.meanArterial),
        mistake != .devicesMeanNeedsAPair
      else { return ([], false) }
      return ([ExactValue(device.quantity.thousandths)], device.isVerified)
    }
    let upper = systolic.quantity.thousandths
    switch sign {
    case .meanPressure:
      var values: [ExactValue] = []
      var used: [ReferenceValue] = []
      if let diastolic = value(.diastolic) {
        let three = upper + 2 * diastolic.quantity.thousandths
        values.append(
          mistake == .reckonedMeanIsRounded
            ? ExactValue(three / 3 / 1_000 * 1_000) : ExactValue(three, over: 3)
        )
        used += [systolic, diastolic]
      }
      if let device = value(.meanArterial), mistake != .devicesMeanIsIgnored {
        guard !values.isEmpty || mistake != .devicesMeanNeedsAPair else { return ([], false) }
        values.append(ExactValue(device.quantity.thousandths))
        if mistake != .devicesDoubtIsIgnored || used.isEmpty { used.append(device) }
      }
      return (values, isVerified(used))
    case .pulsePressure:
      guard let diastolic = value(.diastolic) else { return ([], false) }
      let lower = diastolic.quantity.thousandths
      return ([ExactValue(upper - lower)], isVerified([systolic, diastolic]))
    case .shockIndex:
      guard let rate = value(.heartRate) else { return ([], false) }
      let index = ExactValue(rate.quantity.thousandths * 1_000, over: upper)
      return ([index], isVerified([systolic, rate]))
    }
  }

  private func isVerified(_ used: [ReferenceValue]) -> Bool {
    mistake == .oneVerifiedIsEnough
      ? used.contains(where: \.isVerified) : used.allSatisfy(\.isVerified)
  }
}
