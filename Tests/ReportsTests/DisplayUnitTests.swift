import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// In which units a clinic's prints show temperature and weight, exactly and across no limit.
struct DisplayUnitTests {
  private static let american = DisplayUnits(temperature: .fahrenheit, weight: .pounds)
  private static let comparisons: [Comparison] = [.atOrOver, .over, .atOrUnder, .under]

  private func plain(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" ? " " : $0 })
  }

  private func values(
    _ limits: [BrokenLimit] = [],
    of sign: VitalSign = .temperature
  ) -> ValueText {
    ValueText(Limits(bySign: [sign: limits]), units: DisplayUnitTests.american)
  }

  @Test func `says the clinic's unit first and the stored one beside it`() throws {
    let values = values()
    #expect(
      plain(values.value(try Quantity(.temperature, thousandths: 36_800)))
        == "98.2 °F (36.8 °C)"
    )
    #expect(plain(values.value(try Quantity(fahrenheitTenths: 982))) == "98.2 °F (36.8 °C)")
    #expect(plain(values.value(try Quantity(fahrenheitTenths: 1_000))) == "100 °F (37.8 °C)")
    #expect(
      plain(values.value(try Quantity(.weight, thousandths: 72_000))) == "158.7 lb (72 kg)"
    )
    #expect(plain(values.value(try Quantity(poundTenths: 1_580))) == "158 lb (71.7 kg)")
    #expect(
      plain(values.value(try Quantity(.temperature, thousandths: 36_800), mark: "?"))
        == "98.2? °F (36.8 °C)"
    )
    #expect(plain(values.cell(try Quantity(fahrenheitTenths: 982), mark: "?")) == "98.2? (36.8)")
    #expect(values.unit(of: .temperature).heading == "°F (°C)")
    #expect(values.unit(of: .weight).heading == "lb (kg)")
  }

  @Test func `leaves every other sign, and a clinic of °C and kg, as they are`() throws {
    let stored = ValueText()
    for sign in VitalSign.allCases {
      let unit = stored.unit(of: sign)
      #expect(unit.heading == sign.unit)
      #expect(unit.unbreaking == sign.unbreakingUnit)
      guard sign != .temperature, sign != .weight else { continue }
      #expect(values().unit(of: sign).heading == sign.unit, "\(sign)")
    }
    #expect(values().value(try Quantity(.heartRate, 92)) == "92/min")
    #expect(values().value(Quantity(.voice)) == "V, responds to voice")
    #expect(values().cell(try Quantity(.rass, 2)) == "+2")
    #expect(
      plain(stored.value(try Quantity(fahrenheitTenths: 982))) == "36.8 °C (98.2 °F)"
    )
    #expect(stored.cell(try Quantity(fahrenheitTenths: 982)) == "36.8")
  }

  @Test func `says a limit exactly in both`() {
    let limit = BrokenLimit(comparison: .atOrOver, numerator: 39_100)
    #expect(
      plain(values([limit]).limit(limit, of: .temperature))
        == "at or over 102.38 °F (39.1 °C)"
    )
    let third = BrokenLimit(comparison: .under, numerator: 3 * 35_000 + 1, denominator: 3)
    #expect(
      plain(values([third]).limit(third, of: .temperature)) == "under 95.0006 °F (35.000… °C)"
    )
    let seventh = BrokenLimit(comparison: .under, numerator: 7 * 35_000 + 1, denominator: 7)
    #expect(
      plain(values([seventh]).limit(seventh, of: .temperature)) == "under 95.000… °F (35.000… °C)"
    )
    let own = BrokenLimit(
      comparison: .atOrOver,
      numerator: 37_778,
      baseline: BaselineValue(sum: 36_778, count: 1)
    )
    #expect(
      plain(values([own]).limit(own, of: .temperature))
        == "at or over 100.0004 °F (37.778 °C), baseline 98.2 °F (36.778 °C)"
    )
    #expect(
      plain(values().difference(1_000, of: .temperature)) == "1.8 °F (1 °C)"
    )
    #expect(plain(ValueText().difference(1_000, of: .temperature)) == "1 °C")
  }

  @Test func `says a baseline as it was typed, and a change to a tenth`() throws {
    let baseline = BaselineValue(sum: 36_778, count: 1)
    #expect(
      plain(values().baselineWithUnit(baseline, of: .temperature)) == "98.2 °F (36.778 °C)"
    )
    let later = try Quantity(fahrenheitTenths: 986)
    #expect(values().change(later, from: baseline) == "+0.4")
    #expect(values().change(try Quantity(fahrenheitTenths: 978), from: baseline) == "−0.4")
    #expect(values().change(try Quantity(fahrenheitTenths: 982), from: baseline) == "±0.0")
    #expect(ValueText().change(later, from: baseline) == "+0.222")
    // 0.999 °C are 1.7982 °F, under a rise of 1 °C, which are 1.8 °F.
    let rise = BrokenLimit(comparison: .atOrOver, numerator: 37_000, baseline: baseline)
    let under = try Quantity(.temperature, thousandths: 36_999)
    let from = BaselineValue(sum: 36_000, count: 1)
    #expect(values().change(under, from: from) == "+1.8")
    #expect(values([rise]).change(under, from: from) == "+1.798")
  }

  @Test func `says a baseline to the same decimals as its value`() throws {
    let values = values()
    for thousandths in stride(from: 35_000, through: 41_000, by: 100) {
      let value = try Quantity(.temperature, thousandths: thousandths)
      let baseline = BaselineValue(sum: thousandths, count: 1)
      let shown = values.baseline(baseline, of: .temperature)
      #expect(shown == values.number(value) || shown + ".0" == values.number(value))
      let places = shown.split(separator: ".")
      #expect(places.count == 1 || places[1].count == 1, "\(shown)")
    }
    let baseline = BaselineValue(sum: 36_800, count: 1)
    #expect(plain(values.baselineWithUnit(baseline, of: .temperature)) == "98.2 °F (36.8 °C)")
    #expect(plain(values.baselineCell(baseline, of: .temperature)) == "98.2 (36.8)")
    #expect(ValueText().baselineCell(baseline, of: .temperature) == "36.8")
    // 98.24 °F stands over a limit of 98.22 °F, which 98.2 does not.
    let near = BrokenLimit(comparison: .atOrOver, numerator: 36_790)
    #expect(self.values([near]).baseline(baseline, of: .temperature) == "98.24")
    // A mean of several readings, of which 98.24 °F is one: 98.3 °F.
    let mean = BaselineValue(sum: 36_800 + 36_900, count: 2)
    #expect(values.baseline(mean, of: .temperature) == "98.3")
  }

  @Test func `comes back to what was typed, for every tenth of a degree and of a pound`() throws {
    let values = values()
    for tenths in 770...1_200 {
      guard let quantity = try? Quantity(fahrenheitTenths: tenths) else { continue }
      #expect(values.number(quantity) == decimal(tenths * 100))
      let baseline = BaselineValue(sum: quantity.thousandths, count: 1)
      #expect(values.baseline(baseline, of: .temperature) == decimal(tenths * 100))
    }
    for tenths in stride(from: 100, to: 6_000, by: 7) {
      guard let quantity = try? Quantity(poundTenths: tenths) else { continue }
      #expect(values.number(quantity) == decimal(tenths * 100))
    }
  }

  @Test func `shows no value on the other side of a limit, in either unit`() throws {
    var random = SeededGenerator()
    var counts = Counts()
    for _ in 0..<20_000 {
      let sample = try random.sample()
      let values = values(sample.limits, of: sample.quantity.sign)
      let shown = plain(values.value(sample.quantity))
      for fault in try faults(shown, sample) {
        Issue.record("seed \(random.seed): \(shown) against \(fault)")
      }
      counts.add(sample)
      // The negative control: rounded to a tenth without looking at a limit.
      let careless = try rounded(sample.quantity)
      if try !faults(careless, sample).isEmpty { counts.caught += 1 }
    }
    #expect(counts.typed > 2_000, "seed \(random.seed)")
    #expect(counts.near > 5_000, "seed \(random.seed)")
    #expect(counts.caught > 500, "seed \(random.seed): the check sees no crossing")
  }

  private struct Counts {
    var typed = 0
    var near = 0
    var caught = 0

    mutating func add(_ sample: Sample) {
      if sample.quantity.entered != nil { typed += 1 }
      let value = sample.quantity.thousandths
      if sample.limits.contains(where: { abs($0.numerator / $0.denominator - value) < 40 }) {
        near += 1
      }
    }
  }

  /// The limits that a value with its unit and the other one, as it is shown, stands on the wrong side of.
  private func faults(_ shown: String, _ sample: Sample) throws -> [String] {
    let parts = shown.split(separator: " ")
    try #require(parts.count == 4)
    let other = parts[2].drop { $0 == "(" }
    var faults: [String] = []
    for limit in sample.limits {
      let exact = side(limit, Int128(sample.quantity.thousandths), 1)
      let (own, below) = try fraction(String(parts[0]))
      let (stored, under) = try fraction(String(other))
      // °F = °C × 9 ÷ 5 + 32; lb = kg ÷ 0.45359237: by hand, apart from the code that is tried.
      let meant: (Int128, Int128) =
        sample.quantity.sign == .temperature
        ? ((own - 32_000 * below) * 5, below * 9) : (own * 45_359_237, below * 100_000_000)
      if side(limit, meant.0, meant.1) != exact { faults.append("\(limit) in the shown unit") }
      if side(limit, stored, under) != exact { faults.append("\(limit) in the stored unit") }
    }
    return faults
  }

  /// As a careless program would show it.
  private func rounded(_ quantity: Quantity) throws -> String {
    let stored = ExactNumber(quantity.thousandths).text(decimals: 1, fixed: true)
    let scale: UnitScale = quantity.sign == .temperature ? .fahrenheit : .pounds
    let shown = ExactNumber(quantity.thousandths).text(decimals: 1, fixed: true, in: scale)
    return "\(shown) x (\(stored) y)"
  }

  private func side(_ limit: BrokenLimit, _ numerator: Int128, _ denominator: Int128) -> Bool {
    let value = numerator * Int128(limit.denominator)
    let edge = Int128(limit.numerator) * denominator
    return switch limit.comparison {
    case .atOrOver: value >= edge
    case .over: value > edge
    case .atOrUnder: value <= edge
    case .under: value < edge
    }
  }

  /// A shown number as a fraction in thousandths.
  private func fraction(_ text: String) throws -> (Int128, Int128) {
    if text.contains("/") {
      let parts = text.split(separator: "/").compactMap { Int128($0) }
      try #require(parts.count == 2)
      return (parts[0] * 1_000, parts[1])
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1].count : 0
    let digits = try #require(Int128(parts.joined()))
    return (digits * 1_000, (0..<decimals).reduce(1) { power, _ in power * 10 })
  }
}

/// A value and limits near it.
private struct Sample {
  let quantity: Quantity
  let limits: [BrokenLimit]
}

extension SeededGenerator {
  fileprivate mutating func sample() throws -> Sample {
    let quantity =
      switch number(1...4) {
      case 1: try Quantity(fahrenheitTenths: number(900...1_070))
      case 2: try Quantity(poundTenths: number(700...4_000))
      case 3: try Quantity(.temperature, thousandths: number(32_000...41_500))
      default: try Quantity(.weight, thousandths: number(30_000...200_000))
      }
    var limits: [BrokenLimit] = []
    for _ in 0..<number(1...3) {
      let below = pick([1, 1, 2, 3, 7])
      let near = quantity.thousandths + pick([0, 0, number(-60...60), number(-3_000...3_000)])
      limits.append(
        BrokenLimit(
          comparison: pick([.atOrOver, .over, .atOrUnder, .under]),
          numerator: near * below + number(0...below - 1),
          denominator: below
        )
      )
    }
    return Sample(quantity: quantity, limits: limits)
  }
}
