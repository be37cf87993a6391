import SessionRecord
import Shorthand
import TestSupport
import Testing

@Suite struct LineRoundTripTests {
  @Test func `reads every entry back from its line`() throws {
    let bedside = try Bedside()
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomContent(seed: seed)
    var kinds: Set<EntryKind> = []
    for _ in 0..<6_000 {
      let content = try random.next()
      kinds.insert(content.kind)
      guard let line = content.line() else {
        Issue.record("\(content) has no line (seed \(seed))")
        continue
      }
      do {
        let read = try bedside.content(line)
        #expect(read == content, "“\(line)” (seed \(seed))")
      } catch {
        Issue.record("“\(line)”: \(error) (seed \(seed))")
      }
    }
    #expect(
      kinds == [
        .vitals, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note, .mark,
        .deferred, .presence, .assigned,
      ]
    )
  }

  @Test(arguments: ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC"])
  func `reads every time back from its line`(name: String) throws {
    let zone = try #require(Zone(named: name))
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    // Round both changes of clocks in Berlin and in New York, and an ordinary day.
    let days = try [
      "2026-03-29T00:00:00Z", "2026-10-25T00:00:00Z", "2026-03-08T06:00:00Z",
      "2026-11-01T05:00:00Z", "2026-07-01T12:00:00Z",
    ].map(moment)
    for _ in 0..<2_000 {
      let now =
        generator.pick(days)
        + .seconds(Int.random(in: -43_200...43_200, using: &generator))
      let observed = Stamp(
        now - .seconds(Int.random(in: 0...43_200, using: &generator)),
        in: zone
      )
      let line = Content.note("x").line(observed: observed, in: zone)
      let context = LineContext(now: now, zone: zone, vocabulary: Bedside.vocabulary)
      #expect(
        try TypedLine(#require(line), in: context)
          == .entry(.note("x"), observed: observed, hint: nil),
        "\(line ?? "") at \(now.milliseconds) (seed \(seed))"
      )
    }
  }

  @Test func `writes corrections, withdrawals and acknowledgements`() throws {
    let bedside = try Bedside()
    let hr = try bedside.content("hr 84")
    let at = Stamp(try moment("2026-11-19T14:02:00+01:00"), in: bedside.context.zone)
    let amendment = Amendment(of: EntryNumber(17), content: hr, observed: at, reason: "a -- b")
    let line = Content.amendment(amendment).line(observed: at, in: bedside.context.zone)
    #expect(line == "fix #17 @14:02 hr 84 -- a -- b")
    #expect(
      try bedside.read(#require(line))
        == .fix(.number(EntryNumber(17)), change: hr, observed: at, reason: "a -- b")
    )
    #expect(
      Content.void(Voiding(of: EntryNumber(18), reason: .because("wrong patient"))).line()
        == "void #18 -- wrong patient"
    )
    let named = Acknowledgement.Named(
      number: FlagNumber(3),
      flag: FlagIdentity(rule: RuleID("bp.sys.crit"), entry: EntryNumber(9))
    )
    #expect(
      Content.acknowledgement(Acknowledgement(flags: [named], text: "head up")).line()
        == "ack 3 head up"
    )
  }

  @Test func `has no line for what one line cannot say`() throws {
    let pressure = try Reading.measured(Quantity(.systolic, 120), verified: true)
    let fine = try Reading.measured(Quantity(.temperature, thousandths: 36_650), verified: true)
    let contents: [Content] = [
      .closed, .verification(of: EntryNumber(3)),
      .leaving(
        .answers(try CriteriaAnswers([CriteriaAnswers.Answer(CriterionID("gait"), isMet: true)]))
      ),
      .leaving(.decision(try LeavingDecision(.noDose, decidedBy: ClinicianCode("KO")))),
      .void(Voiding(of: EntryNumber(3), reason: .undone)),
      .acknowledgement(Acknowledgement(flags: [], text: "head up")),
      .effect(SideEffect(EffectName("nausea"))),
      .effect(SideEffect(EffectName("nausea"), grade: .words(.mild), course: .gone)),
      .waste(Waste(try Amount(thousandths: 500, .milligramPerKilogram))),
      .presence(.handover(Handover(to: try ClinicianCode("MB"), flags: [FlagNumber(3)]))),
      .assigned(room: "blue room"), .assigned(room: "Air"),
      .vitals(try Vitals([.systolic: pressure])), .vitals(try Vitals([.temperature: fine])),
      .vitals(try Vitals([.heartRate: .notUsable(written: "0")])),
      .vitals(try Vitals([.heartRate: .notObtained(because: "moving")], remark: "left arm")),
      .vitals(
        try Vitals([
          .heartRate: .notObtained(because: "moving"), .spo2: .notObtained(because: "cold"),
        ])
      ),
      .amendment(
        Amendment(
          of: EntryNumber(3),
          content: .note("a -- b"),
          observed: nil,
          reason: "typed wrong"
        )
      ),
    ]
    for content in contents { #expect(content.line() == nil, "\(content)") }
  }
}
