import Monitoring
import SessionRecord
import Testing

/// Sentences 37 to 43 by hand: the reference and the engine each say what was reckoned.
@Suite struct HandMadeRecordTests {
  private let start = Content.infusion(.start)
  private let set = Result { try Content.pressure(130, 80) }
  private let deferral = Content.deferred(Deferral(.wholeSet, reason: "in a deep state"))

  @Test func `a further dose while something is high is flagged until nothing is`() throws {
    var session = try HandMade(
      under: .having("dose", .furtherDose(FurtherDose(.whileHigh)), .high),
      .having("fast", .limit(.heartRate, .over, 120), .high),
      .having("low", .limit(.spo2, .under, 90), .medium, repeats: true)
    )
    try session.add(try .dose("ketamine"), at(0))
    try session.add(try .value(.heartRate, 130), at(1))
    try session.add(try .dose("ondansetron"), at(1))
    try session.add(try .dose("ketamine"), at(2))
    // High only from its confirming at 5:00.
    try session.add(try .value(.spo2, 88), at(3))
    try session.add(try .value(.spo2, 88), at(5))
    try session.add(try .value(.heartRate, 100), at(6))
    try session.add(try .dose("ketamine"), at(6))
    try session.add(try .value(.spo2, 95), at(8))
    // At the instant of clearing nothing is high.
    try session.add(try .dose("ketamine"), at(8))
    session.expectFlags(
      asOf: at(9),
      [
        "fast/3 [3@1:00=130000] raised 1:00 cleared 6:00",
        "dose/5 [5@2:00] raised 2:00 cleared 8:00",
        "low/6 [6@3:00=88000 7@5:00=88000] raised 3:00 cleared 8:00",
        "dose/9 [9@6:00] raised 6:00 cleared 8:00",
      ]
    )
  }

  @Test func `a further dose sooner than its minutes stays flagged`() throws {
    var session = try HandMade(
      under: .having("early", .furtherDose(FurtherDose(.soonerThan(minutes: 25))))
    )
    try session.add(try .dose("ketamine", over: 5), at(0))
    try session.add(try .dose("ketamine"), at(24, 59, 999))
    try session.add(try .dose("ketamine"), at(25))
    session.expectFlags(asOf: at(90), ["early/3 [3@24:59.999] raised 24:59.999"])
  }

  @Test func `nothing entered for its minutes is flagged until the next entry`() throws {
    var session = try HandMade(
      under: .having("staff", .unattended(Unattended(minutes: 15)))
    )
    try session.add(.note("well"), at(1))
    session.expectFlags(asOf: at(100), [])
    try session.add(start, at(100))
    try session.add(.note("well"), at(100))
    // In time.
    try session.add(.note("well"), at(115))
    session.expectFlags(asOf: at(129, 59, 999), [])
    session.expectFlags(asOf: at(130), ["staff/5 [] raised 130:00"])
    try session.add(try set.get(), at(140))
    // A correction is no entry; the closing is at its own time.
    try session.add(.void(Voiding(of: EntryNumber(2), reason: .because("slip"))), at(150))
    session.expectFlags(
      asOf: at(155),
      ["staff/5 [] raised 130:00 cleared 140:00", "staff/6 [] raised 155:00"]
    )
    try session.add(.closed, at(154, 59, 999), recorded: at(156))
    session.expectFlags(
      asOf: at(300),
      [
        "staff/5 [] raised 130:00 cleared 140:00",
        "staff/6 [] raised 155:00 retracted by 8",
      ]
    )
  }

  @Test func `what time raises at once is numbered by place, after what is overdue`() throws {
    let until = Condition.lasting(LastingEffect([.dissociation], .untilMinute(5)))
    let nausea = Condition.lasting(LastingEffect([EffectName("nausea")], .untilMinute(5)))
    var session = try HandMade(
      under: .having("nausea", nausea),
      .having("dissociation", until),
      schedule: [.at(0)]
    )
    try session.add(.effect("dissociation"), at(1))
    try session.add(.effect("nausea"), at(2))
    try session.add(start, at(10))
    session.expectFlags(
      asOf: at(15),
      [
        "overdue.bp/T+0 [] raised 15:00", "nausea/3 [3@2:00=nausea] raised 15:00",
        "dissociation/2 [2@1:00=dissociation] raised 15:00",
      ]
    )
  }

  @Test func `what is reckoned from vital functions forbids a deferral`() throws {
    let forbidding: [(Rule, Content)] = [
      (
        .having("map", .derived(DerivedLimit(.meanPressure, .atOrOver, limit: 90_000))),
        try set.get()
      ),
      (
        .having("pp", .derived(DerivedLimit(.pulsePressure, .atOrOver, limit: 50_000))),
        try set.get()
      ),
      (
        .having(
          "both",
          .combination(
            Combination(
              [.init(any: [.presence(EffectPresence([.vomiting]))])],
              withinMinutes: 1,
              title: "vomiting"
            )
          )
        ), .effect("vomiting")
      ),
      (.having("news2", .news2(.total(atLeast: 3))), try .value(.respiratoryRate, 26)),
    ]
    for (rule, content) in forbidding {
      var session = try HandMade(under: rule, news2: 5, schedule: [.at(10)])
      try session.add(start, at(10))
      try session.add(content, at(14))
      try session.add(deferral, at(18))
      session.expect(asOf: at(18), slots: ["T+10 due"])
    }
    let shock = Rule.having("si", .derived(DerivedLimit(.shockIndex, .atOrOver, limit: 900)))
    var session = try HandMade(under: shock, schedule: [.at(10)])
    try session.add(start, at(10))
    try session.add(try .values([.systolic: 100, .heartRate: 95]), at(14))
    try session.add(deferral, at(18))
    session.expect(asOf: at(18), slots: ["T+10 deferred at 18:00 by 4"])
  }

  @Test func `an effect that lasts calls for while-high slots from when it is raised`() throws {
    let rule = Condition.lasting(LastingEffect([.dissociation], .minutes(10)))
    var session = try HandMade(
      under: .having("lasts", rule, .high),
      schedule: [.at(5, .whileHigh), .at(20, .whileHigh)]
    )
    try session.add([(start, at(0)), (.effect("dissociation"), at(0))], recorded: at(0))
    session.expect(asOf: at(9, 59, 999), slots: [])
    session.expect(asOf: at(10), slots: ["T+20 upcoming"])
  }

  @Test func `what is high by a dose, or after it, is no high flag before it`() throws {
    var session = try HandMade(
      under: .having("dose", .furtherDose(FurtherDose(.whileHigh)), .high),
      .having("fast", .limit(.heartRate, .over, 120), .high)
    )
    try session.add(try .dose("ketamine"), at(0))
    // At one instant the value before the dose counts, and the one after it does not.
    try session.add(try .dose("ketamine"), at(1))
    try session.add(try .value(.heartRate, 130), at(1))
    try session.add(try .dose("ketamine"), at(1))
    session.expectFlags(
      asOf: at(2),
      ["fast/4 [4@1:00=130000] raised 1:00", "dose/5 [5@1:00] raised 1:00"]
    )
  }

  @Test func `only a dose opens a combination that has a part of doses alone`() throws {
    let sedated = Condition.limit(.moaas, .atOrUnder, 4)
    let parts = [
      Combination.Part(any: [.furtherDose(FurtherDose(.always))]),
      Combination.Part(any: [sedated]),
    ]
    let rule = Condition.combination(Combination(parts, withinMinutes: 30, title: "sedated"))
    var session = try HandMade(under: .having("sedated", rule, .high))
    try session.add(try .dose("ketamine"), at(0))
    try session.add(try .value(.moaas, 5), at(5))
    try session.add(try .dose("ketamine"), at(6))
    // What follows the dose is not laid to it.
    try session.add(try .value(.moaas, 4), at(10))
    session.expectFlags(asOf: at(11), [])
    try session.add(try .dose("ketamine"), at(12))
    session.expectFlags(asOf: at(13), ["sedated/6 [6@12:00] raised 12:00"])
  }

  @Test func `a stop criterion is met once confirmed, and stays met`() throws {
    var session = try HandMade(
      under: .having("stop", .limit(.systolic, .over, 180), repeats: true, isStop: true)
    )
    try session.add(try .value(.systolic, 190), at(1))
    session.expectFlags(asOf: at(2), ["stop/2 [2@1:00=190000] raised 1:00 unconfirmed"])
    try session.add(try .value(.systolic, 185), at(3))
    try session.add(try .value(.systolic, 150), at(5))
    session.expectFlags(
      asOf: at(6),
      ["stop/2 [2@1:00=190000 3@3:00=185000] raised 1:00 cleared 5:00 stop"]
    )
  }
}
