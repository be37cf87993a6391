import SessionRecord
import Shorthand
import Testing

@Suite struct EffectLineTests {
  @Test(arguments: [
    ("severe headache", "headache severe"), ("mild nausea", "nausea mild"),
    ("chest pain", "chestpain"), ("chest pain", "Chest-Pain"), ("not breathing", "apnea"),
    ("short of breath", "dyspnea"), ("fainted", "syncope"), ("vomited", "vomiting"),
    ("drowsy mod", "sedation moderate"), ("numbness mild", "paresthesia mild"),
    ("restlesslegs 3/10", "restless legs 3/10"), ("NO Nausea", "no nausea"),
    ("dissociation severe worse distressing", "dissociation distressing severe worse"),
  ])
  func `reads an effect the same by every name`(one: String, other: String) throws {
    let bedside = try Bedside()
    #expect(try bedside.content(one) == bedside.content(other))
  }

  @Test func `takes a severe headache for a crisis and has no effect of that name`() throws {
    guard case .effect(let effect) = try Bedside().content("severe headache") else {
      Issue.record("no effect")
      return
    }
    #expect(effect.name == .headache)
    #expect(effect.grade == .words(.severe))
    #expect(effect.isCrisis)
  }

  @Test func `stores every crisis word without a grade`() throws {
    let bedside = try Bedside()
    for name in EffectName.crises {
      #expect(try bedside.content(name.text) == .effect(SideEffect(name)))
    }
  }

  @Test func `stores an effect that is watched at any grade without one, and asks for it after`()
    throws
  {
    let context = try watching("restless legs", "seizure")
    let stored = TypedLine.entry(
      .effect(SideEffect(EffectName("restless legs"))),
      observed: nil,
      hint: "How severe? Type: restless legs mild, restless legs mod, restless legs severe, or "
        + "restless legs 7/10"
    )
    #expect(try TypedLine("restless legs", in: context) == stored)
    // What answers the question asks nothing, and of a crisis word the answer asks by itself.
    for line in ["restless legs 7/10", "restless legs gone", "no restless legs", "seizure"] {
      guard case .entry(_, _, let hint) = try TypedLine(line, in: context) else {
        throw NotAnEntry(line: line)
      }
      #expect(hint == nil, "\(line)")
    }
    #expect(throws: LineRefusal.effect(.gradeMissing(EffectName("nausea")))) {
      try TypedLine("nausea", in: context)
    }
    #expect(
      try Bedside().refusal(of: "restless legs")
        == .effect(.gradeMissing(EffectName("restless legs")))
    )
  }

  private func watching(_ effects: String...) throws -> LineContext {
    LineContext(
      now: try moment("2026-11-19T14:06:00+01:00"),
      zone: .utc,
      vocabulary: Vocabulary(
        formulary: Bedside.formulary,
        addedEffects: [EffectName("restless legs")],
        ungraded: effects.map { EffectName($0) },
        scales: []
      )
    )
  }

  @Test func `asks for the grade of every other effect`() throws {
    let bedside = try Bedside()
    for name in EffectName.common where name != .vomiting {
      #expect(bedside.refusal(of: name.text) == .effect(.gradeMissing(name)))
      #expect(
        try bedside.content("\(name) 6/10")
          == .effect(SideEffect(name, grade: try Grade(rating: 6)))
      )
    }
  }
}
