import SessionRecord

/// The last value of a sign: verified, recent, within its range or as good as the baseline.
///
/// On room air means that it was measured so, and that no oxygen was entered since.
struct ValueCriterion: JudgedOverTime {
  private let asked: SettledValue
  private let readings: [TimedReading]
  private let baseline: BaselineValue?
  private let roomAir: RoomAir?

  init(_ asked: SettledValue, _ evidence: LeavingEvidence) {
    self.asked = asked
    readings = evidence.readings(of: asked.sign)
    baseline = evidence.baseline[asked.sign]?.value
    roomAir = asked.onRoomAir ? RoomAir(evidence) : nil
  }

  var turns: [Instant] {
    readings.flatMap(\.turns) + readings.staleTurns(after: asked.noOlderThan)
      + (roomAir?.turns ?? [])
  }

  func verdict(at instant: Instant) -> LeavingVerdict {
    let name = asked.sign.plainName
    guard let last = readings.observed(by: instant).last else {
      return .missing("no \(name) yet")
    }
    guard let value = last.value(at: instant) else {
      return .missing(last.whyUnknown, [last.entry])
    }
    let written = "\(name) \(asked.sign.text(value))"
    if let fault = outside(value, written) { return .missing(fault, [last.entry]) }
    guard instant - last.observed <= asked.noOlderThan else {
      let age = (instant - last.observed).over(asked.noOlderThan)
      return .missing("\(written) was measured \(age)", [last.entry])
    }
    if let oxygen = roomAir?.oxygen(from: last.observed, by: instant) {
      let entries = Set([oxygen.entry, last.entry]).sorted()
      return oxygen.observed <= last.observed
        ? .missing("\(written) not on room air: \(oxygen.words)", entries)
        : .missing("since \(written): \(oxygen.words)", entries)
    }
    return .met(by: [last.entry])
  }

  /// Why a value is in neither the range nor, where that is asked, as good as the baseline.
  private func outside(_ value: Int, _ written: String) -> String? {
    if let least = asked.atLeast, value < least,
      !reachesBaseline(value, worse: .under)
    {
      return "\(written) is under \(asked.sign.text(least))" + baselineWords(under: true)
    }
    if let most = asked.atMost, value > most, !reachesBaseline(value, worse: .over) {
      return asked.sign == .consciousness
        ? "\(written); \(asked.sign.text(most)) asked" + baselineWords(under: false)
        : "\(written) is over \(asked.sign.text(most))" + baselineWords(under: false)
    }
    return nil
  }

  private func reachesBaseline(_ value: Int, worse: Comparison) -> Bool {
    guard asked.orBaseline, let baseline else { return false }
    let limit = BrokenLimit(
      comparison: worse,
      numerator: baseline.sum,
      denominator: baseline.count
    )
    return !limit.isBroken(by: value)
  }

  private func baselineWords(under: Bool) -> String {
    guard asked.orBaseline else { return "" }
    guard let baseline else { return ", and there is no baseline" }
    guard asked.sign != .consciousness else {
      return ", and worse than baseline \(asked.sign.text(baseline.sum / baseline.count))"
    }
    return " and \(under ? "under" : "over") baseline \(baseline.written)\(asked.sign.unitSuffix)"
  }
}
