import Monitoring
import SessionRecord
import Testing

@Suite struct BaselineChangeTests {
  private let rise = BaselineChange(.systolic, .atOrOver, .absolute(40_000))

  /// Whether a systolic after a dose at minute 40 breaks, with these pressures before it.
  private func isBroken(
    _ change: BaselineChange,
    by thousandths: Int,
    after before: [(Int, Int)],
    method: BaselineMethod = .lastBeforeDose
  ) throws -> Bool {
    var session = try SessionScript()
    for (place, pair) in before.enumerated() {
      try session.add(.pressure(pair.0, pair.1), at: minute(30 + place))
    }
    try session.add(.dose("ketamine"), at: minute(40))
    try session.add(.exact(.systolic, thousandths: thousandths), at: minute(50))
    let rule = Rule.of("rise", .change(change))
    return !session.flags(under: .of(rule, baseline: method), asOf: minute(60)).isEmpty
  }

  @Test func `flags a rise just inside, at and just beyond the limit`() throws {
    #expect(try isBroken(rise, by: 157_999, after: [(118, 76)]) == false)
    #expect(try isBroken(rise, by: 158_000, after: [(118, 76)]))
    #expect(try isBroken(rise, by: 158_001, after: [(118, 76)]))
  }

  @Test func `flags a fall by an amount`() throws {
    let fall = BaselineChange(.systolic, .under, .absolute(-30_000))
    #expect(try isBroken(fall, by: 88_000, after: [(118, 76)]) == false)
    #expect(try isBroken(fall, by: 87_999, after: [(118, 76)]))
  }

  @Test func `flags a rise and a fall by percent`() throws {
    // 120 % of 115 is 138; 80 % of 115 is 92.
    let up = BaselineChange(.systolic, .atOrOver, .percent(20_000))
    #expect(try isBroken(up, by: 137_999, after: [(115, 76)]) == false)
    #expect(try isBroken(up, by: 138_000, after: [(115, 76)]))
    let down = BaselineChange(.systolic, .atOrUnder, .percent(-20_000))
    #expect(try isBroken(down, by: 92_001, after: [(115, 76)]) == false)
    #expect(try isBroken(down, by: 92_000, after: [(115, 76)]))
  }

  @Test func `compares with a mean that is no whole number, without rounding`() throws {
    // (118 + 121 + 121) / 3 = 120; (118 + 118 + 119) / 3 = 118.333…, and 40 more is 158.333….
    let mean = BaselineMethod.meanBeforeDose
    let thirds = [(118, 76), (118, 76), (119, 76)]
    #expect(try isBroken(rise, by: 158_333, after: thirds, method: mean) == false)
    #expect(try isBroken(rise, by: 158_334, after: thirds, method: mean))
    #expect(
      try isBroken(rise, by: 160_000, after: [(118, 76), (121, 76), (121, 76)], method: mean)
    )
    // 33.333 % over 118.333… is 157.7773…: 157.777 is inside, 157.778 beyond.
    let third = BaselineChange(.systolic, .atOrOver, .percent(33_333))
    #expect(try isBroken(third, by: 157_777, after: thirds, method: mean) == false)
    #expect(try isBroken(third, by: 157_778, after: thirds, method: mean))
  }

  @Test func `does not speak without a baseline`() throws {
    #expect(try isBroken(rise, by: 250_000, after: []) == false)
  }

  @Test func `7: speaks only of readings after time zero`() throws {
    let rule = Rule.of("rise", .change(rise))
    var session = try SessionScript()
    try session.add(.pressure(118, 76), at: minute(5))
    try session.add(.value(.systolic, 170), at: minute(8))
    try session.add(.value(.systolic, 170), at: minute(10))
    try session.add(.dose("ketamine"), at: minute(10))
    #expect(session.flags(under: .of(rule), asOf: minute(10)).isEmpty)
    let after = try session.add(.value(.systolic, 170), at: minute(10, 0, 1))
    #expect(session.flags(under: .of(rule), asOf: minute(11)).map(\.identity.entry) == [after])
  }

  @Test func `7: with first-reading speaks of readings after the baseline reading`() throws {
    let rule = Rule.of("rise", .change(rise))
    var session = try SessionScript()
    try session.add(.value(.systolic, 190), at: minute(4))
    try session.add(.pressure(118, 76), at: minute(5))
    let same = try session.add(.value(.systolic, 160), at: minute(5))
    let flags = session.flags(under: .of(rule, baseline: .firstReading), asOf: minute(6))
    #expect(flags.map(\.identity.entry) == [same])
  }

  @Test func `a flag carries the limit and the baseline that it was reckoned from`() throws {
    var session = try SessionScript()
    try session.add(.pressure(118, 76), at: minute(5))
    try session.add(.dose("ketamine"), at: minute(10))
    try session.add(.pressure(165, 90), at: minute(20))
    let rule = Rule.of("rise", .change(rise), repeats: true)
    let flag = try #require(session.flags(under: .of(rule), asOf: minute(20)).first)
    #expect(
      flag.limit
        == BrokenLimit(
          comparison: .atOrOver,
          numerator: 158_000,
          baseline: BaselineValue(sum: 118_000, count: 1)
        )
    )
    #expect(flag.title == "systolic at or over baseline + 40 mmHg")
  }

  @Test func `is cleared by the margin from the limit that the baseline makes`() throws {
    let rule = Rule.of("rise", .change(rise), count: 1, margin: 5)
    var session = try SessionScript()
    try session.add(.pressure(118, 76), at: minute(5))
    try session.add(.dose("ketamine"), at: minute(10))
    try session.add(.value(.systolic, 160), at: minute(20))
    try session.add(.value(.systolic, 154), at: minute(25))
    #expect(session.flags(under: .of(rule), asOf: minute(25)).first?.isOpen == true)
    try session.add(.value(.systolic, 153), at: minute(30))
    #expect(
      session.flags(under: .of(rule), asOf: minute(30)).first?.state
        == .cleared(at: minute(30), repeated: true)
    )
  }

  @Test func `an amended baseline moves the limit, and the flag with it`() throws {
    let rule = Rule.of("rise", .change(rise))
    var session = try SessionScript()
    let before = try session.add(.pressure(118, 76), at: minute(5))
    try session.add(.dose("ketamine"), at: minute(10))
    try session.add(.value(.systolic, 160), at: minute(20))
    let amendment = try session.amend(before, to: .pressure(128, 76), at: minute(21))
    let flag = try #require(session.flags(under: .of(rule), asOf: minute(21)).first)
    #expect(flag.retractedBy == amendment)
    #expect(flag.limit?.numerator == 158_000)
  }
}
