import SessionRecord

/// Where a blood pressure has to be: over its floors, and near the baseline or under its limits, both of
/// the pair by the same of the two.
struct PressureRange {
  private let asked: SettledPressure
  private let systolic: BaselineValue?
  private let diastolic: BaselineValue?

  init(_ asked: SettledPressure, _ baseline: [VitalSign: Baseline]) {
    self.asked = asked
    systolic = baseline[.systolic]?.value
    diastolic = baseline[.diastolic]?.value
  }

  /// Why it is low; nil where it is not, as at a floor.
  func low(_ pair: TimedPressure.Pair) -> String? {
    if pair.systolic < asked.leastSystolic {
      let value = VitalSign.systolic.text(pair.systolic)
      return "systolic \(value) is under \(decimal(asked.leastSystolic))"
    }
    // The computed mean times three, which is exact.
    if pair.systolic + 2 * pair.diastolic < 3 * asked.leastMean {
      return "mean of \(pair.written) is under \(VitalSign.meanArterial.text(asked.leastMean))"
    }
    return nil
  }

  /// Why a measured mean is low, in thousandths of a mmHg; nil where it is not, as at the floor.
  func low(mean: Int) -> String? {
    guard mean < asked.leastMean else { return nil }
    let sign = VitalSign.meanArterial
    return "\(sign.plainName) \(sign.text(mean)) is under \(decimal(asked.leastMean))"
  }

  /// Why it is neither within the percentage of baseline nor under the limits; nil where it is one.
  func notNear(_ pair: TimedPressure.Pair) -> String? {
    let over = [
      pair.systolic < asked.underSystolic ? nil : VitalSign.systolic,
      pair.diastolic < asked.underDiastolic ? nil : VitalSign.diastolic,
    ].compactMap(\.self)
    guard !over.isEmpty else { return nil }
    guard let systolic, let diastolic else {
      return "\(words(over, of: pair)), and there is no baseline"
    }
    let far = [
      change(.systolic, pair.systolic, systolic), change(.diastolic, pair.diastolic, diastolic),
    ].compactMap(\.self)
    guard !far.isEmpty else { return nil }
    let baseline = "baseline \(systolic.written)/\(diastolic.written)"
    let percent = decimal(asked.percentOfBaseline) + "%"
    if let same = far.first(where: { over.contains($0.sign) }) {
      let value = same.sign == .systolic ? pair.systolic : pair.diastolic
      return "\(same.sign.plainName) \(same.sign.text(value)) is more than \(percent) "
        + "\(same.isOver ? "over" : "under") \(baseline) and not under \(decimal(limit(same.sign)))"
    }
    return "\(pair.written) mmHg is not within \(percent) of \(baseline) and not under "
      + "\(decimal(asked.underSystolic))/\(decimal(asked.underDiastolic))"
  }

  /// The side on which a value is more than the percentage away from its baseline; nil at or within it.
  private func change(
    _ sign: VitalSign,
    _ value: Int,
    _ baseline: BaselineValue
  ) -> (sign: VitalSign, isOver: Bool)? {
    let percent = asked.percentOfBaseline
    let upper = BaselineChange(sign, .over, .percent(percent)).limit(from: baseline)
    if upper.isBroken(by: value) { return (sign, true) }
    let lower = BaselineChange(sign, .under, .percent(-percent)).limit(from: baseline)
    return lower.isBroken(by: value) ? (sign, false) : nil
  }

  private func limit(_ sign: VitalSign) -> Int {
    sign == .systolic ? asked.underSystolic : asked.underDiastolic
  }

  private func words(_ over: [VitalSign], of pair: TimedPressure.Pair) -> String {
    guard over.count == 1, let sign = over.first else {
      return "\(pair.written) mmHg is not under "
        + "\(decimal(asked.underSystolic))/\(decimal(asked.underDiastolic))"
    }
    let value = sign == .systolic ? pair.systolic : pair.diastolic
    return "\(sign.plainName) \(sign.text(value)) is not under \(decimal(limit(sign)))"
  }
}

extension BaselineValue {
  /// As one reading has it; the mean of several to a tenth, which nothing is compared with.
  var written: String {
    guard sum % (count * 1_000) != 0, count > 1 else { return decimal(sum / count) }
    return decimal((sum + count * 50) / (count * 100) * 100)
  }
}
