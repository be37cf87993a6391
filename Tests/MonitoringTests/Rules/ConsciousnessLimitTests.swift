import Monitoring
import SessionRecord
import Testing

@Suite struct ConsciousnessLimitTests {
  private func flags(_ rule: Rule, _ levels: [Consciousness]) throws -> [Flag] {
    var session = try SessionScript()
    for (place, level) in levels.enumerated() {
      try session.add(.level(level), at: minute(place + 1))
    }
    return session.flags(under: .of(rule), asOf: minute(30))
  }

  @Test func `flags the level and every worse one`() throws {
    let rule = Rule.of("acvpu", .consciousness(ConsciousnessLimit(.pain)), .high)
    let flagged = try Consciousness.allCases.filter { try !flags(rule, [$0]).isEmpty }
    #expect(flagged == [.pain, .unresponsive])
  }

  @Test func `starts confirmed, and two better levels clear it`() throws {
    let rule = Rule.of("acvpu", .consciousness(ConsciousnessLimit(.voice)), .low)
    let flag = try #require(flags(rule, [.voice, .pain, .confused, .alert]).first)
    #expect(flag.state == .cleared(at: minute(4), repeated: true))
    #expect(flag.peak?.quantity?.level == .pain)
    #expect(flag.limit == BrokenLimit(comparison: .atOrOver, numerator: 2_000))
    #expect(flag.measure == .sign(.consciousness))
    #expect(flag.title == "ACVPU V, P or U")
    #expect(flag.priority == .low)
  }

  @Test func `asks for a repeat where the protocol does`() throws {
    let rule = Rule.of("acvpu", .consciousness(ConsciousnessLimit(.voice)), .low, repeats: true)
    #expect(try flags(rule, [.voice, .alert]).first?.state == .clearedOnRepeat(at: minute(2)))
  }
}
