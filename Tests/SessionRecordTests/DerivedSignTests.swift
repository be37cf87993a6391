import SessionRecord
import Testing

@Suite struct DerivedSignTests {
  @Test func `has a key of its own that no sign has`() {
    let keys = DerivedSign.allCases.map(\.key)
    #expect(Set(keys).count == 3)
    for key in keys { #expect(VitalSign(key: key) == nil, "\(key)") }
  }

  @Test func `reckons nothing outside what it says is possible`() {
    // From every pair that a set can hold, in whole mmHg; thirds are compared as products.
    let pressures = DerivedSignTests.whole(.systolic).flatMap { high in
      DerivedSignTests.whole(.diastolic).filter { $0 < high }.map { (high: high, low: $0) }
    }
    let means = pressures.map { $0.high + 2 * $0.low }
    let pulses = pressures.map { $0.high - $0.low }
    let mean = DerivedSign.meanPressure.possible
    let pulse = DerivedSign.pulsePressure.possible
    let shock = DerivedSign.shockIndex.possible
    for (sum, width) in zip(means, pulses) {
      guard mean.lowerBound * 3 <= sum * 1_000, pulse.contains(width * 1_000) else {
        Issue.record("\(sum)/3 or \(width) is not possible")
        return
      }
    }
    #expect((mean.lowerBound + 1_000) * 3 > (means.min() ?? 0) * 1_000)
    // A device's own mean is judged beside it and may be the higher one.
    let most = max(
      (means.max() ?? 0) * 1_000 / 3,
      PlausibleRange.possible(.meanArterial).upperBound
    )
    #expect(mean.upperBound == most)
    #expect(pulse == (pulses.min() ?? 0) * 1_000...(pulses.max() ?? 0) * 1_000)
    // 280 over 30 is 9.33…
    let rate = PlausibleRange.possible(.heartRate).upperBound
    let least = PlausibleRange.possible(.systolic).lowerBound
    #expect(shock.lowerBound == 0)
    #expect(shock.upperBound * least >= rate * 1_000)
    #expect((shock.upperBound - 100) * least < rate * 1_000)
  }

  @Test func `is reckoned from signs of its own unit, or is a plain number`() {
    #expect(DerivedSign.meanPressure.signs == [.systolic, .diastolic])
    #expect(DerivedSign.pulsePressure.signs == [.systolic, .diastolic])
    #expect(DerivedSign.shockIndex.signs == [.systolic, .heartRate])
    for sign in DerivedSign.allCases where !sign.unit.isEmpty {
      #expect(sign.signs.allSatisfy { $0.unit == sign.unit }, "\(sign)")
    }
    #expect(DerivedSign.shockIndex.unit.isEmpty)
  }

  private static func whole(_ sign: VitalSign) -> ClosedRange<Int> {
    let range = PlausibleRange.possible(sign)
    return range.lowerBound / 1_000...range.upperBound / 1_000
  }
}
