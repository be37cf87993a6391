import Monitoring
import SessionRecord

/// Sentences 6 and 7.
extension ReferenceView {
  var baselineBySign: [VitalSign: Baseline] {
    var baseline: [VitalSign: Baseline] = [:]
    for sign in VitalSign.allCases {
      let values = baselineReadings(of: sign)
      guard let last = values.last else { continue }
      let sum = values.reduce(0) { $0 + $1.quantity.thousandths }
      baseline[sign] = Baseline(
        value: mistake == .meanIsRounded
          ? BaselineValue(sum: sum / values.count, count: 1)
          : BaselineValue(sum: sum, count: values.count),
        entries: values.map(\.entry),
        observed: last.instant
      )
    }
    return baseline
  }

  /// The readings that the baseline of a sign is taken from, in observed order.
  private func baselineReadings(of sign: VitalSign) -> [ReferenceValue] {
    let fit = fitForBaseline(sign)
    switch monitoringProtocol.baseline {
    case .firstReading: return Array(fit.prefix(1))
    case .lastBeforeDose: return Array(fit.filter(isInWindow).suffix(1))
    case .meanBeforeDose: return fit.filter(isInWindow)
    }
  }

  private func isInWindow(_ value: ReferenceValue) -> Bool {
    guard let timeZero else { return false }
    let start = timeZero - .minutes(30)
    if value.instant == start, mistake == .windowExcludesItsStart { return false }
    if value.instant == timeZero, mistake == .windowExcludesItsEnd { return false }
    return value.instant >= start && value.instant <= timeZero
  }

  /// Usable and verified; a pressure only with its partner, in the same entry, usable and verified.
  private func fitForBaseline(_ sign: VitalSign) -> [ReferenceValue] {
    let verified = values(of: sign).filter {
      $0.isVerified || mistake == .baselineTakesUnverified
    }
    let partner: VitalSign
    switch sign {
    case .systolic where mistake == .baselineTakesSystolicAlone: return verified
    case .systolic: partner = .diastolic
    case .diastolic: partner = .systolic
    default: return verified
    }
    let partners = values(of: partner).filter {
      $0.isVerified || mistake == .baselineTakesUnverified
    }
    return verified.filter { value in partners.contains { $0.entry == value.entry } }
  }

  /// The limit of a change rule, and the values that it speaks of; nil without a baseline.
  func changeLimit(_ change: BaselineChange) -> (limit: BrokenLimit, values: [ReferenceValue])? {
    guard let baseline = baseline[change.sign] else { return nil }
    let sum = baseline.value.sum
    let count = baseline.value.count
    let limit: BrokenLimit
    switch change.size {
    case .absolute(let size):
      limit = BrokenLimit(
        comparison: change.comparison,
        numerator: sum + size * count,
        denominator: count,
        baseline: baseline.value
      )
    case .percent(let size):
      limit = BrokenLimit(
        comparison: change.comparison,
        numerator: sum * (100_000 + size),
        denominator: count * 100_000,
        baseline: baseline.value
      )
    }
    return (limit, values(of: change.sign).filter { isComparedWithBaseline($0, change.sign) })
  }

  /// Whether there is a baseline for the value: sentence 7.
  func isComparedWithBaseline(_ value: ReferenceValue, _ sign: VitalSign) -> Bool {
    guard let baseline = baseline[sign], let last = baseline.entries.last else { return false }
    if monitoringProtocol.baseline == .firstReading {
      if value.entry == last { return mistake == .changeSpeaksOfBaselineReading }
      return value.instant > baseline.observed
        || (value.instant == baseline.observed && value.entry > last
          && mistake != .sameInstantIsNotAfter)
    }
    guard let timeZero else { return false }
    return value.instant > timeZero
      || (value.instant == timeZero && mistake == .changeSpeaksAtTimeZero)
  }
}
