import SessionRecord

extension SessionTally.PressureRise {
  /// From the baseline to the highest verified systolic, and to the highest verified diastolic, after time
  /// zero; the two need not be of one set.
  ///
  /// Nil without a baseline pair or without a value of each. From the mean of several readings it is rounded
  /// down.
  init?(of assessment: Assessment) {
    guard let timeZero = assessment.timeZero else { return nil }
    let after = assessment.chart.entries.filter { !$0.isVoid && $0.observed.instant > timeZero }
    func rise(_ sign: VitalSign) -> Int? {
      guard let baseline = assessment.baseline[sign]?.value,
        let highest = after.compactMap({ $0.verifiedValue(sign)?.thousandths }).max()
      else { return nil }
      let distance = highest * baseline.count - baseline.sum
      let whole = distance / baseline.count
      return distance % baseline.count < 0 ? whole - 1 : whole
    }
    guard let systolic = rise(.systolic), let diastolic = rise(.diastolic) else { return nil }
    self.init(systolic: systolic, diastolic: diastolic)
  }
}

extension SessionTally.CountedScore {
  /// The standing scores, in observed order.
  static func all(of chart: Chart) -> [SessionTally.CountedScore] {
    chart.standingInObservedOrder.compactMap { entry in
      guard case .scale(let score) = entry.content else { return nil }
      return SessionTally.CountedScore(
        scale: score.scale,
        score: score.score,
        items: score.items,
        at: entry.observed.instant
      )
    }
  }
}
