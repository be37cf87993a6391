import Monitoring
import SessionRecord
import Testing

@Suite struct AbsoluteLimitTests {
  /// Which of three values break a limit: just inside, at and just beyond by a thousandth.
  private func broken(_ comparison: Comparison, by values: [Int]) throws -> [Bool] {
    let rule = Rule.limit("rule", .systolic, comparison, 180)
    return try values.map { value in
      var session = try SessionScript()
      try session.add(.exact(.systolic, thousandths: value), at: minute(5))
      return !session.flags(under: .of(rule), asOf: minute(5)).isEmpty
    }
  }

  @Test func `flags a value at or over the limit`() throws {
    #expect(try broken(.atOrOver, by: [179_999, 180_000, 180_001]) == [false, true, true])
  }

  @Test func `flags a value over the limit, not at it`() throws {
    #expect(try broken(.over, by: [179_999, 180_000, 180_001]) == [false, false, true])
  }

  @Test func `flags a value at or under the limit`() throws {
    #expect(try broken(.atOrUnder, by: [180_001, 180_000, 179_999]) == [false, true, true])
  }

  @Test func `flags a value under the limit, not at it`() throws {
    #expect(try broken(.under, by: [180_001, 180_000, 179_999]) == [false, false, true])
  }

  @Test func `reads its own sign only`() throws {
    let rule = Rule.limit("rule", .diastolic, .atOrOver, 110)
    var session = try SessionScript()
    try session.add(.value(.systolic, 190), at: minute(5))
    #expect(session.flags(under: .of(rule), asOf: minute(5)).isEmpty)
    try session.add(.pressure(190, 112), at: minute(6))
    #expect(session.flags(under: .of(rule), asOf: minute(6)).count == 1)
  }

  @Test func `a flag carries the limit, the value and the sign`() throws {
    var session = try SessionScript()
    let entry = try session.add(.value(.systolic, 182), at: minute(5))
    let flag = try #require(session.flags(under: .of(.surge), asOf: minute(5)).first)
    #expect(flag.limit == BrokenLimit(comparison: .atOrOver, numerator: 180_000))
    #expect(flag.measure == .sign(.systolic))
    #expect(
      flag.readings == [
        BreakingReading(
          entry: entry,
          observed: minute(5),
          quantity: try Quantity(.systolic, 182)
        )
      ]
    )
    #expect(flag.isProcess == false)
    #expect(flag.title == "systolic at or over 180 mmHg")
  }
}
