import Monitoring
import SessionRecord
import Testing

/// From confirming to clearing and back inside: sentences 12, 13 and 18.
@Suite struct ClearingTests {
  /// Flags of systolic at or over 180, margin 5, two values, for a value a minute from minute 1;
  /// a negative one is unverified.
  private func flags(_ rule: Rule = .atOnce, _ values: Int...) throws -> [Flag] {
    var session = try SessionScript()
    for (place, value) in values.enumerated() {
      try session.add(
        .value(.systolic, abs(value), verified: value > 0),
        at: minute(place + 1)
      )
    }
    return session.flags(under: .of(rule), asOf: minute(60))
  }

  @Test func `12: is cleared at the second value inside by the margin`() throws {
    let flag = try #require(flags(.atOnce, 182, 175, 175).first)
    #expect(flag.state == .cleared(at: minute(3), repeated: true))
    #expect(flag.isOpen == false)
  }

  @Test func `12: a value not inside by the margin starts the count again`() throws {
    // 176 does not break and is not 5 away: 175, 176, 175 is one in a row.
    #expect(try flags(.atOnce, 182, 175, 176, 175).first?.isOpen == true)
    #expect(
      try flags(.atOnce, 182, 175, 176, 175, 170).first?.state
        == .cleared(at: minute(5), repeated: true)
    )
    #expect(try flags(.atOnce, 182, 175, 183, 175).first?.isOpen == true)
  }

  @Test func `12: an unverified value inside by the margin is passed over`() throws {
    #expect(try flags(.atOnce, 182, 175, -68).first?.isOpen == true)
    #expect(
      try flags(.atOnce, 182, 175, -68, 170).first?.state
        == .cleared(at: minute(4), repeated: true)
    )
    // One that is not inside by the margin starts the count again, verified or not.
    #expect(try flags(.atOnce, 182, 175, -178, 170).first?.isOpen == true)
  }

  @Test func `12: for a low limit inside is above it`() throws {
    let low = Rule.limit("low", .systolic, .atOrUnder, 100, margin: 5)
    #expect(
      try flags(low, 98, 104, 105, 106).first?.state == .cleared(at: minute(4), repeated: true)
    )
  }

  @Test func `12: over and under take the limit itself for inside`() throws {
    let over = Rule.limit("over", .systolic, .over, 180, count: 1)
    #expect(try flags(over, 181, 180).first?.state == .cleared(at: minute(2), repeated: true))
    let atOrOver = Rule.limit("at", .systolic, .atOrOver, 180, count: 1)
    #expect(try flags(atOrOver, 181, 180).first?.isOpen == true)
  }

  @Test func `12: the confirming value counts for nothing`() throws {
    // Confirmed at minute 2; the two that clear it come after.
    let flag = try #require(flags(.surge, 182, 184, 150, 150).first)
    #expect(flag.state == .cleared(at: minute(4), repeated: true))
    #expect(try flags(.surge, 182, 184, 150).first?.isOpen == true)
  }

  @Test func `12: values before a lapse count for nothing`() throws {
    var session = try SessionScript()
    try session.add(.value(.systolic, 182), at: minute(5))
    try session.add(.value(.systolic, 150), at: minute(5, 30))
    try session.add(.value(.systolic, 150), at: minute(16))
    #expect(session.flags(under: .of(.surge), asOf: minute(16)).first?.isOpen == true)
    try session.add(.value(.systolic, 150), at: minute(18))
    #expect(
      session.flags(under: .of(.surge), asOf: minute(18)).first?.state
        == .cleared(at: minute(18), repeated: false)
    )
  }

  @Test func `13: back inside is the first value that no later one breaks`() throws {
    #expect(try flags(.atOnce, 182, 179, 185, 178, 177).first?.backInside == minute(4))
    #expect(try flags(.atOnce, 182, 179, 185).first?.backInside == nil)
    // Back inside at minute 2, cleared by the margin at minute 4.
    let cleared = try #require(flags(.atOnce, 182, 179, 175, 174).first)
    #expect(cleared.backInside == minute(2))
    #expect(cleared.state == .cleared(at: minute(4), repeated: true))
  }

  @Test func `13: once cleared, the next breaking value is a new flag`() throws {
    let flags = try flags(.atOnce, 182, 170, 170, 190, 170, 170, 185)
    #expect(flags.map(\.number.value) == [1, 2, 3])
    #expect(flags.map(\.identity.entry?.value) == [2, 5, 8])
    #expect(flags.map(\.backInside) == [minute(2), minute(5), nil])
    let onRepeat = try self.flags(.surge, 182, 170, 190)
    #expect(onRepeat.map(\.identity.entry?.value) == [2, 4])
  }

  @Test func `18: the priority stays the highest that was reached`() throws {
    let flag = try #require(flags(.surge, 182, 184, 150, 150).first)
    #expect(flag.protocolPriority == .medium)
    #expect(flag.priority == .high)
  }
}
