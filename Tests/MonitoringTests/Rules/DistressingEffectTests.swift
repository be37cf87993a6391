import Monitoring
import SessionRecord
import Testing

@Suite struct DistressingEffectTests {
  private func flags(_ rule: DistressingEffect, _ contents: Content...) throws -> [Flag] {
    var session = try SessionScript()
    for (place, content) in contents.enumerated() {
      try session.add(content, at: minute(place + 1))
    }
    return session.flags(under: .of(.of("diss", .distressing(rule))), asOf: minute(60))
  }

  private let any = DistressingEffect()

  @Test func `flags what was typed as distressing, at any depth`() throws {
    #expect(try flags(any, .effect("dissociation", .severe)).isEmpty)
    for grade in [nil, Severity.mild, .severe] {
      let flag = try #require(flags(any, .effect("dissociation", grade, distressing: true)).first)
      #expect(flag.state == .confirmed(at: minute(1), repeated: true))
      #expect(flag.title == "distressing dissociation")
    }
    #expect(
      try flags(any, .effect("dissociation", course: .gone, distressing: true)).isEmpty
    )
  }

  @Test func `ends when gone, or entered again with a grade and not as distressing`() throws {
    let distressing = Content.effect("dissociation", .severe, distressing: true)
    for end in [Content.effect("dissociation", course: .gone), .effect("dissociation", .severe)] {
      let flag = try #require(flags(any, distressing, end).first)
      #expect(flag.state == .cleared(at: minute(2), repeated: true))
      #expect(flag.backInside == minute(2))
    }
    for same in [Content.effect("dissociation"), .effect("dissociation", course: .better)] {
      #expect(try flags(any, distressing, same).first?.isOpen == true)
    }
  }

  @Test func `the worst is the peak`() throws {
    let flag = try #require(
      flags(
        any,
        .effect("panic", .mild, distressing: true),
        .effect("panic", .severe, distressing: true),
        .effect("panic", distressing: true)
      ).first
    )
    #expect(flag.peak?.entry == EntryNumber(3))
    #expect(flag.readings.count == 3)
  }

  @Test func `speaks only of its effects`() throws {
    let typed = Content.effect("dissociation", distressing: true)
    #expect(try flags(DistressingEffect(only: [.dissociation]), typed).count == 1)
    #expect(try flags(DistressingEffect(except: [.dissociation]), typed).isEmpty)
    #expect(try flags(DistressingEffect(only: [.headache]), typed).isEmpty)
  }
}
