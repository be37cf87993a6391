import Monitoring
import SessionRecord
import Testing

/// Sentences 32 to 36 by hand: the reference and the engine each say what was reckoned.
@Suite struct HandMadeScoreTests {
  private let start = Content.infusion(.start)

  @Test func `presence breaks at any grade, an episode an effect`() throws {
    let rule = Condition.presence(
      EffectPresence([EffectName("nausea"), EffectName("chaperone away")])
    )
    var session = try HandMade(under: .having("there", rule))
    try session.add(.effect("nausea"), at(1))
    try session.add(.effect("chaperone away"), at(2))
    try session.add(.effect("nausea", .mild), at(3))
    try session.add(try .rated("nausea", 0), at(4))
    session.expectFlags(
      asOf: at(5),
      [
        "there/2 [2@1:00=nausea 4@3:00=nausea_mild] raised 1:00 cleared 4:00",
        "there/3 [3@2:00=chaperone away] raised 2:00",
      ]
    )
  }

  @Test func `an effect that lasts is flagged when its minutes are over`() throws {
    let rule = Condition.lasting(
      LastingEffect([.dissociation], atLeast: .moderate, .minutes(10))
    )
    var session = try HandMade(under: .having("lasts", rule))
    try session.add(.effect("dissociation"), at(1))
    try session.add(.effect("dissociation", .moderate), at(2))
    try session.add(.effect("dissociation"), at(3))
    try session.add(.effect("dissociation", .severe), at(8))
    session.expectFlags(asOf: at(11, 59, 999), [])
    let lasts =
      "lasts/3 [3@2:00=dissociation_moderate 5@8:00=dissociation_severe] raised 12:00"
    session.expectFlags(asOf: at(12), [lasts])
    try session.add(.effect("dissociation", .mild), at(20))
    session.expectFlags(asOf: at(20), [lasts + " cleared 20:00"])
    // Gone at 12:00 just, as is entered late, it did not last.
    try session.add(.effect("dissociation", course: .gone), at(12), recorded: at(21))
    session.expectFlags(asOf: at(21), [lasts + " cleared 20:00 retracted by 7"])
  }

  @Test func `an effect that lasts until a minute is flagged then, or when it is back`() throws {
    let rule = Condition.lasting(LastingEffect([.dissociation], .untilMinute(20)))
    var session = try HandMade(under: .having("late", rule))
    try session.add(.effect("dissociation"), at(2))
    session.expectFlags(asOf: at(30), [])
    try session.add(start, at(5))
    session.expectFlags(asOf: at(24, 59, 999), [])
    session.expectFlags(asOf: at(25), ["late/2 [2@2:00=dissociation] raised 25:00"])
    try session.add(.effect("dissociation", course: .gone), at(24))
    session.expectFlags(asOf: at(25), [])
    try session.add(.effect("dissociation"), at(40))
    session.expectFlags(asOf: at(40), ["late/5 [5@40:00=dissociation] raised 40:00"])
  }

  @Test func `closing stops the clock of an effect that lasts`() throws {
    let rule = Condition.lasting(LastingEffect([EffectName("line lost")], .minutes(2)))
    var session = try HandMade(under: .having("line", rule))
    try session.add(.effect("line lost"), at(1))
    try session.add(.closed, at(2, 59, 999))
    session.expectFlags(asOf: at(60), [])
  }

  @Test func `a score, or its item, breaks until the next one does not`() throws {
    let total = Condition.scale(ScaleLimit("phq-9", .atOrOver, limit: 20))
    let item = Condition.scale(ScaleLimit("phq-9", .atOrOver, limit: 1, item: 3))
    var session = try HandMade(under: .having("total", total), .having("item", item))
    try session.add(.score(20, items: [0, 0, 2]), at(1))
    try session.add(.score(19), at(2))
    session.expectFlags(
      asOf: at(3),
      ["total/2 [2@1:00=20000/1] raised 1:00 cleared 2:00", "item/2 [2@1:00=2000/1] raised 1:00"]
    )
    try session.add(.score(25, items: [3, 3, 0]), at(4))
    session.expectFlags(
      asOf: at(5),
      [
        "total/2 [2@1:00=20000/1] raised 1:00 cleared 2:00",
        "item/2 [2@1:00=2000/1] raised 1:00 cleared 4:00", "total/4 [4@4:00=25000/1] raised 4:00",
      ]
    )
  }

  @Test func `NEWS2 takes the last values of its minutes together`() throws {
    var session = try HandMade(
      under: .having("five", .news2(.total(atLeast: 5))),
      news2: 5
    )
    // 3 for breathing; nothing else is known.
    try session.add(try .value(.respiratoryRate, 26), at(1))
    session.expectFlags(asOf: at(1), [])
    // 2 for the pulse at five minutes just: at least 5.
    try session.add(try .value(.heartRate, 120), at(6))
    session.expectFlags(asOf: at(6), ["five/3 [3@6:00=at least 5000/1] raised 6:00"])
    // The breathing is too old: 2, with 17 missing, says nothing.
    try session.add(try .value(.heartRate, 120), at(6, 0, 1))
    session.expectFlags(asOf: at(7), ["five/3 [3@6:00=at least 5000/1] raised 6:00"])
    // Whole and 0: inside.
    let well: [VitalSign: Int] = [
      .respiratoryRate: 16, .spo2: 97, .systolic: 120, .heartRate: 70, .temperature: 37,
      .consciousness: 0, .oxygenFlow: 0,
    ]
    try session.add(try .values(well), at(8))
    session.expectFlags(
      asOf: at(8),
      ["five/3 [3@6:00=at least 5000/1] raised 6:00 cleared 8:00"]
    )
  }

  @Test func `expected confusion counts in no total and is no single parameter`() throws {
    func confused(_ isExpected: Bool) throws -> Content {
      .vitals(
        try Vitals(
          [.consciousness: .measured(Quantity(.confused), verified: true)],
          isConfusionExpected: isExpected
        )
      )
    }
    var session = try HandMade(
      under: .having("three", .news2(.total(atLeast: 3))),
      .having("single", .news2(.single)),
      news2: 5
    )
    try session.add(try confused(true), at(1))
    session.expectFlags(asOf: at(1), [])
    try session.add(try confused(false), at(2))
    session.expectFlags(
      asOf: at(2),
      ["three/3 [3@2:00=at least 3000/1] raised 2:00", "single/3 [3@2:00] raised 2:00"]
    )
  }

  @Test func `SpO2 on scale 2 from 93 is missing without a known oxygen`() throws {
    var session = try HandMade(
      under: .having("single", .news2(.single)),
      news2: 5,
      spo2Scale: .two
    )
    try session.add(try .value(.spo2, 97), at(1))
    session.expectFlags(asOf: at(1), [])
    // Given oxygen at that instant, as is entered late: 3 points.
    try session.add(try .value(.oxygenFlow, 2), at(0, 30), recorded: at(2))
    session.expectFlags(asOf: at(2), ["single/2 [2@1:00] raised 1:00"])
    try session.add(.vitals(try Vitals([.oxygenFlow: .roomAir])), at(0, 40), recorded: at(3))
    session.expectFlags(asOf: at(3), ["single/2 [2@1:00] raised 1:00 retracted by 4"])
  }

  @Test func `a single parameter at 3 holds until it is measured again`() throws {
    var session = try HandMade(under: .having("single", .news2(.single)), news2: 1)
    try session.add(try .value(.spo2, 90), at(1))
    // The pulse is well; SpO2 is still at 3, whatever its age.
    try session.add(try .value(.heartRate, 70), at(10))
    session.expectFlags(asOf: at(10), ["single/2 [2@1:00 3@10:00] raised 1:00"])
    try session.add(try .value(.spo2, 92), at(11))
    session.expectFlags(asOf: at(11), ["single/2 [2@1:00 3@10:00] raised 1:00 cleared 11:00"])
  }

  @Test func `a combination opens where every part is near`() throws {
    let headache = Condition.severity(EffectSeverity(atLeast: .moderate, only: [.headache]))
    let combination = Combination(
      [
        .init(any: [headache, .crisis(CrisisWord())]),
        .init(any: [.limit(.systolic, .atOrOver, 160)]),
      ],
      withinMinutes: 15,
      title: "headache and pressure"
    )
    var session = try HandMade(
      under: .having("sx", .combination(combination), .high, count: 2)
    )
    try session.add(try .value(.systolic, 165), at(0))
    // Sixteen minutes after, the pressure is there and not near.
    try session.add(.effect("headache", .moderate), at(16))
    session.expectFlags(asOf: at(16), [])
    // An ungraded one says nothing; neither does a note.
    try session.add(.effect("headache"), at(17))
    try session.add(.note("well"), at(18))
    try session.add(try .value(.systolic, 160), at(31))
    session.expectFlags(asOf: at(31), ["sx/6 [6@31:00] raised 31:00"])
    // Not near any more, but there: a breath that the rule knows nothing of says nothing.
    try session.add(try .value(.systolic, 170), at(60))
    try session.add(try .value(.respiratoryRate, 14), at(61))
    session.expectFlags(asOf: at(61), ["sx/6 [6@31:00 7@60:00] raised 31:00"])
    // Inside twice: the headache is milder, and the pressure is back and still too high.
    try session.add(.effect("headache", .mild), at(62))
    try session.add(try .value(.systolic, 180), at(63))
    session.expectFlags(
      asOf: at(63),
      ["sx/6 [6@31:00 7@60:00] raised 31:00 cleared 63:00"]
    )
  }
}
