import SessionRecord
import Shorthand
import Testing

@Suite struct CircumstanceLineTests {
  private func effect(_ line: String) throws -> SideEffect? {
    guard case .effect(let effect) = try Bedside().content(line) else { return nil }
    return effect
  }

  @Test func `stores every circumstance without a grade, while it is so and once it is over`()
    throws
  {
    for name in EffectName.circumstances {
      for typed in [name.text, name.text.uppercased(), name.text.filter { $0 != " " }] {
        #expect(try effect(typed) == SideEffect(name))
        #expect(
          try effect("\(typed) gone -- seen") == SideEffect(name, course: .gone, remark: "seen")
        )
        #expect(try effect("no \(typed)") == SideEffect(name, course: .absent))
      }
    }
  }

  @Test(arguments: [
    ("line back", "line lost gone"), ("line-back", "line lost gone"),
    ("Chaperone Back", "chaperone away gone"), ("chaperonehere", "chaperone away gone"),
  ])
  func `says in its own words that one is over`(words: String, plain: String) throws {
    let said = try effect(words)
    #expect(said == (try effect(plain)))
    #expect(said.map { Content.effect($0).line() } == plain)
  }

  @Test func `refuses every word of an effect about a circumstance`() throws {
    let bedside = try Bedside()
    let words = [
      "mild", "mod", "moderate", "severe", "3/10", "0/10", "3", "better", "worse", "same",
      "distressing",
    ]
    for name in EffectName.circumstances {
      for word in words {
        #expect(
          bedside.refusal(of: "\(name) \(word)") == .effect(.notGraded(name, word)),
          "\(name) \(word)"
        )
      }
      for severity in ["mild", "moderate", "severe"] {
        #expect(
          bedside.refusal(of: "\(severity) \(name)") == .effect(.notGraded(name, severity))
        )
      }
    }
  }

  @Test func `never takes the chaperone's going for their coming back`() throws {
    let bedside = try Bedside()
    for line in [
      "chaperone gone", "no chaperone", "chaperone lost", "chaperone", "no chaperon away",
    ] {
      let refusal = bedside.refusal(of: line)
      #expect(refusal?.remedy?.contains("chaperone away") == true, "\(line)")
    }
    #expect(
      bedside.refusal(of: "no chaperone here")
        == .effect(.saidTwoWays(EffectName("chaperone away"), "no chaperone here"))
    )
  }

  @Test func `has no line for a circumstance that cannot be typed`() throws {
    let name = EffectName("line lost")
    let effects = [
      SideEffect(name, grade: .words(.mild)), SideEffect(name, distressing: true),
      SideEffect(name, course: .same), SideEffect(name, grade: .rating(0), course: .gone),
    ]
    for effect in effects { #expect(Content.effect(effect).line() == nil, "\(effect)") }
  }
}
