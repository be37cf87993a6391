import Monitoring
import SessionRecord
import Testing

/// Rules on severity: sentence 14.
@Suite struct EffectSeverityTests {
  private func flags(_ limit: EffectSeverity, _ contents: Content...) throws -> [Flag] {
    var session = try SessionScript()
    for (place, content) in contents.enumerated() {
      try session.add(content, at: minute(place + 1))
    }
    return session.flags(under: .of(.of("sx", .severity(limit))), asOf: minute(60))
  }

  @Test func `14: breaks at or over the severity`() throws {
    let moderate = EffectSeverity(atLeast: .moderate)
    #expect(try flags(moderate, .effect("nausea", .mild)).isEmpty)
    #expect(try flags(moderate, .effect("nausea", .moderate)).count == 1)
    #expect(try flags(moderate, .effect("nausea", .severe)).count == 1)
    #expect(try flags(moderate, .effect("nausea")).isEmpty)
  }

  @Test func `14: n of ten is 1 to 3 mild, 4 to 6 moderate, 7 to 10 severe`() throws {
    for (severity, first) in [(Severity.mild, 1), (.moderate, 4), (.severe, 7)] {
      let limit = EffectSeverity(atLeast: severity)
      let flagged = try (0...10).filter { try !flags(limit, .rated("nausea", $0)).isEmpty }
      #expect(flagged == Array(first...10))
    }
  }

  @Test func `14: a crisis word without a grade counts as severe`() throws {
    #expect(try flags(EffectSeverity(atLeast: .severe), .effect("chest pain")).count == 1)
  }

  @Test func `14: is cleared at once when gone, absent or milder`() throws {
    let severe = EffectSeverity(atLeast: .severe)
    let milder: [Content] = [
      .effect("nausea", course: .gone), .effect("nausea", course: .absent),
      .effect("nausea", .moderate), try .rated("nausea", 0), try .rated("nausea", 6),
    ]
    for content in milder {
      let flag = try #require(flags(severe, .effect("nausea", .severe), content).first)
      #expect(flag.state == .cleared(at: minute(2), repeated: true))
      #expect(flag.backInside == minute(2))
    }
  }

  @Test func `14: one present without a grade says nothing`() throws {
    let severe = EffectSeverity(atLeast: .severe)
    let flag = try #require(
      flags(severe, .effect("nausea", .severe), .effect("nausea", course: .better)).first
    )
    #expect(flag.isOpen)
    #expect(flag.readings.count == 1)
  }

  @Test func `14: open at closing stays open`() throws {
    let severe = EffectSeverity(atLeast: .severe)
    #expect(try flags(severe, .effect("nausea", .severe), .closed).first?.isOpen == true)
  }

  @Test func `has one episode for each effect, and the worst is the peak`() throws {
    let flags = try flags(
      EffectSeverity(atLeast: .moderate),
      .effect("nausea", .moderate),
      .effect("anxiety", .severe),
      try .rated("nausea", 9),
      .effect("nausea", .severe)
    )
    #expect(
      flags.map(\.measure) == [.effect(EffectName("nausea")), .effect(EffectName("anxiety"))]
    )
    #expect(flags.map(\.readings.count) == [3, 1])
    #expect(flags.first?.peak?.entry == EntryNumber(4))
    #expect(flags.map(\.title) == ["nausea moderate or worse", "anxiety moderate or worse"])
  }

  @Test func `speaks only of its effects`() throws {
    let nausea = EffectName("nausea")
    let only = EffectSeverity(atLeast: .severe, only: [nausea])
    let except = EffectSeverity(atLeast: .severe, except: [nausea])
    #expect(try flags(only, .effect("nausea", .severe)).count == 1)
    #expect(try flags(only, .effect("anxiety", .severe)).isEmpty)
    #expect(try flags(except, .effect("nausea", .severe)).isEmpty)
    #expect(try flags(except, .effect("anxiety", .severe)).count == 1)
  }
}
