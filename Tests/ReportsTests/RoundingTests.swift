import SessionRecord
import Testing

@testable import Reports
import TestSupport

/// No value is shown on the other side of a limit than the one it stands on.
struct RoundingTests {
  private static let comparisons: [Comparison] = [.atOrOver, .over, .atOrUnder, .under]

  @Test func `shows no value on the other side of a limit`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let denominator = Int.random(in: 1...7, using: &random)
      let value =
        Int.random(in: -5_000...310_000, using: &random) * denominator
        + Int.random(in: 0..<denominator, using: &random)
      let limits = try (0..<Int.random(in: 1...3, using: &random)).map { _ in
        let below = Int.random(in: 1...6, using: &random)
        // Near the value, where rounding could cross.
        let near = value / denominator + Int.random(in: -1_200...1_200, using: &random)
        return BrokenLimit(
          comparison: try #require(RoundingTests.comparisons.randomElement(using: &random)),
          numerator: near * below + Int.random(in: 0..<below, using: &random),
          denominator: below
        )
      }
      let decimals = Int.random(in: 0...1, using: &random)
      let text = ExactNumber(value, over: denominator).text(decimals: decimals, limits: limits)
      let (numerator, scale) = try fraction(text)
      for limit in limits {
        let exact = side(limit, value, denominator)
        #expect(
          side(limit, numerator, scale) == exact,
          "seed \(seed): \(value)/\(denominator) shown as \(text) against \(limit)"
        )
      }
    }
  }

  @Test func `shows no mean pressure on the other side of a limit`() throws {
    for systolic in 60...250 {
      for diastolic in stride(from: 30, to: min(systolic, 200), by: 7) {
        let vitals = try Vitals([
          .systolic: .measured(try Quantity(.systolic, systolic), verified: true),
          .diastolic: .measured(try Quantity(.diastolic, diastolic), verified: true),
        ])
        let timesThree = try #require(vitals.computedMeanTimesThree)
        for limit in [65, 100, 130] {
          for comparison in RoundingTests.comparisons {
            let broken = BrokenLimit(comparison: comparison, numerator: limit * 1_000)
            let shown = ValueText(Limits(bySign: [.meanArterial: [broken]]))
              .mean(timesThree: timesThree)
            let (numerator, scale) = try fraction(shown)
            #expect(
              side(broken, numerator, scale) == side(broken, timesThree, 3),
              "\(systolic)/\(diastolic): MAP \(shown) against \(comparison.rawValue) \(limit)"
            )
          }
        }
      }
    }
  }

  @Test func `shows no reckoned value of a flag on the other side of its limit`() throws {
    let signs: [(DerivedSign, [Int])] = [
      (.meanPressure, [65_000, 130_000]), (.shockIndex, [900, 1_000]), (.pulsePressure, [20_000]),
    ]
    for (sign, limits) in signs {
      for limit in limits {
        for comparison in RoundingTests.comparisons {
          let broken = BrokenLimit(comparison: comparison, numerator: limit)
          for denominator in [1, 3, 89, 92, 111, 131] {
            for away in -40...40 {
              let value = limit * denominator + away
              let flag = try flag(.derived(sign), Reckoned(value, over: denominator), broken)
              let shown = ReckonedText(
                Reckoned(value, over: denominator),
                of: flag,
                values: ValueText()
              ).number
              let (numerator, scale) = try fraction(shown)
              #expect(
                side(broken, numerator, scale) == side(broken, value, denominator),
                "\(sign.name) \(value)/\(denominator) shown as \(shown) against \(limit)"
              )
            }
          }
        }
      }
    }
  }

  private func flag(_ measure: Measure, _ reckoned: Reckoned, _ limit: BrokenLimit) throws -> Flag {
    let log = try SampleLog()
    let at = try log.at("13:40")
    let reading = BreakingReading(entry: EntryNumber(2), observed: at, reckoned: reckoned)
    return Flag(
      identity: FlagIdentity(rule: RuleID("derived"), entry: EntryNumber(2)),
      number: FlagNumber(1),
      measure: measure,
      title: "derived",
      text: "",
      isProcess: false,
      isStopCriterionMet: false,
      protocolPriority: .low,
      priority: .low,
      limit: limit,
      readings: [reading],
      peak: reading,
      raised: at,
      known: at,
      state: .unconfirmed,
      confirmed: nil,
      backInside: nil,
      acknowledgements: [],
      retractedBy: nil
    )
  }

  @Test(arguments: [
    (130_333, 1, "130"), (130_500, 1, "131"), (36_778, 1, "37"), (-500, 1, "-1"), (0, 1, "0"),
    (391_000, 3, "130"), (392_000, 3, "131"),
  ]) func `rounds to whole numbers where no limit is near`(value: Int, over: Int, text: String) {
    #expect(ExactNumber(value, over: over).text(decimals: 0) == text)
  }

  @Test func `adds decimals until the side of the limit is right`() {
    let over = BrokenLimit(comparison: .over, numerator: 130_000)
    #expect(ExactNumber(390_100, over: 3).text(decimals: 0, limits: [over]) == "130.03")
    #expect(ExactNumber(390_000, over: 3).text(decimals: 0, limits: [over]) == "130")
    let atOrOver = BrokenLimit(comparison: .atOrOver, numerator: 38_000)
    #expect(ExactNumber(37_960).text(decimals: 1, limits: [atOrOver]) == "37.96")
    #expect(ExactNumber(37_960).text(decimals: 1) == "38.0")
  }

  @Test func `says a limit to its last decimal, or that it goes on`() {
    #expect(ExactNumber(498_000, over: 3).truncatedText == "166")
    #expect(ExactNumber(499_000, over: 3).truncatedText == "166.333…")
    #expect(ExactNumber(499_000, over: 3).exactText == nil)
    #expect(ExactNumber(-1_000, over: 3).truncatedText == "-0.333…")
  }

  /// A shown number as a fraction in thousandths.
  private func fraction(_ text: String) throws -> (Int, Int) {
    if text.contains("/") {
      let parts = text.split(separator: "/").compactMap { Int($0) }
      try #require(parts.count == 2)
      return (parts[0] * 1_000, parts[1])
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1].count : 0
    let digits = try #require(Int(parts.joined()))
    return (digits * 1_000, (0..<decimals).reduce(1) { power, _ in power * 10 })
  }

  /// Whether numerator over denominator, in thousandths, breaks the limit: by cross-multiplying.
  private func side(_ limit: BrokenLimit, _ numerator: Int, _ denominator: Int) -> Bool {
    let value = numerator * limit.denominator
    let edge = limit.numerator * denominator
    return switch limit.comparison {
    case .atOrOver: value >= edge
    case .over: value > edge
    case .atOrUnder: value <= edge
    case .under: value < edge
    }
  }
}
