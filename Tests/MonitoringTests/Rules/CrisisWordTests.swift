import Monitoring
import SessionRecord
import Testing

@Suite struct CrisisWordTests {
  private let crisis = MonitoringProtocol.of(.of("sx.crisis", .crisis(CrisisWord()), .high))

  private func flags(_ contents: Content...) throws -> [Flag] {
    var session = try SessionScript()
    for (place, content) in contents.enumerated() {
      try session.add(content, at: minute(place + 1))
    }
    return session.flags(under: crisis, asOf: minute(60))
  }

  private let unrecordable: Vitals

  init() throws {
    unrecordable = try Vitals([.systolic: .unrecordable, .diastolic: .unrecordable])
  }

  @Test(arguments: EffectName.crises.sorted())
  func `flags a crisis word with and without a grade, at once`(word: EffectName) throws {
    for grade in [nil, Severity.mild, .severe] {
      let flag = try #require(flags(.effect(word.text, grade)).first)
      #expect(flag.state == .confirmed(at: minute(1), repeated: true))
      #expect(flag.priority == .high)
      #expect(flag.title == "crisis word: \(word)")
    }
    #expect(try flags(.effect(word.text, course: .absent)).isEmpty)
  }

  @Test func `flags a severe headache and no milder one`() throws {
    #expect(try flags(.effect("headache")).isEmpty)
    #expect(try flags(.effect("headache", .moderate)).isEmpty)
    #expect(try flags(.rated("headache", 6)).isEmpty)
    #expect(try flags(.rated("headache", 7)).count == 1)
    let flag = try #require(flags(.effect("headache", .severe)).first)
    #expect(flag.title == "crisis word: severe headache")
  }

  @Test func `flags no other effect, however severe`() throws {
    #expect(try flags(.effect("nausea", .severe)).isEmpty)
  }

  @Test func `ends when it is gone or absent, not when it is milder`() throws {
    let pain = "chest pain"
    #expect(try flags(.effect(pain), .effect(pain, .mild)).first?.isOpen == true)
    #expect(try flags(.effect(pain), .effect(pain, course: .better)).first?.isOpen == true)
    for course in [EffectCourse.gone, .absent] {
      let flag = try #require(flags(.effect(pain), .effect(pain, course: course)).first)
      #expect(flag.state == .cleared(at: minute(2), repeated: true))
      #expect(flag.backInside == minute(2))
    }
    #expect(try flags(.effect(pain), .effect("syncope", course: .gone)).first?.isOpen == true)
  }

  @Test func `a headache ends when it is milder, and not by one without a grade`() throws {
    let severe = Content.effect("headache", .severe)
    #expect(try flags(severe, .effect("headache", .moderate)).first?.isOpen == false)
    #expect(try flags(severe, .effect("headache")).first?.isOpen == true)
  }

  @Test func `has one episode for each effect`() throws {
    let flags = try flags(
      .effect("chest pain"),
      .effect("syncope"),
      .effect("chest pain", .moderate)
    )
    #expect(
      flags.map(\.measure) == [.effect(EffectName("chest pain")), .effect(EffectName("syncope"))]
    )
    #expect(flags.map(\.readings.count) == [2, 1])
  }

  @Test func `the peak is the worst, where one without a grade is severe`() throws {
    let flag = try #require(
      flags(.effect("chest pain", .mild), .effect("chest pain"), .effect("chest pain", .severe))
        .first
    )
    #expect(flag.peak?.entry == EntryNumber(3))
  }

  @Test func `flags a pressure that is unrecordable, and two that were read clear it`() throws {
    let flag = try #require(flags(.vitals(unrecordable)).first)
    #expect(flag.measure == .sign(.systolic))
    #expect(flag.title == "blood pressure unrecordable")
    #expect(flag.limit == nil)
    #expect(flag.peak?.quantity == nil)
    let one = try flags(.vitals(unrecordable), .value(.systolic, 95)).first
    #expect(one?.isOpen == true)
    #expect(one?.backInside == minute(2))
    let again = try flags(
      .vitals(unrecordable),
      .value(.systolic, 95),
      .vitals(unrecordable),
      .value(.systolic, 95)
    )
    #expect(again.map(\.isOpen) == [true])
    #expect(again.first?.readings.count == 2)
    let cleared = try flags(
      .vitals(unrecordable),
      .value(.systolic, 95),
      .value(.systolic, 250)
    )
    #expect(cleared.first?.state == .cleared(at: minute(3), repeated: true))
  }

  @Test func `an unverified systolic is passed over`() throws {
    let flags = try flags(
      .vitals(unrecordable),
      .value(.systolic, 62, verified: false),
      .value(.systolic, 95)
    )
    #expect(flags.map(\.isOpen) == [true])
    #expect(flags.first?.backInside == minute(2))
  }
}
