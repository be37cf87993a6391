import Monitoring
import SessionRecord
import Testing

/// Sentences 26 to 31 by hand: the reference and the engine each say what was reckoned.
@Suite struct HandMadeValueTests {
  private let start = Content.infusion(.start)

  @Test func `a rule that is off, or for the other scale, says nothing`() throws {
    let low = Condition.limit(.spo2, .atOrUnder, 90)
    var session = try HandMade(
      under: .having("off", low, isOff: true),
      .having("one", low, spo2Scale: .one),
      .having("two", low, spo2Scale: .two),
      .having("any", low),
      spo2Scale: .two
    )
    try session.add(try .value(.spo2, 88), at(5))
    session.expectFlags(
      asOf: at(6),
      ["two/2 [2@5:00=88000] raised 5:00", "any/2 [2@5:00=88000] raised 5:00"]
    )
    // Amended, it is the opening that it is now.
    let other = Content.opened(try RandomSession.opening(spo2Scale: .one))
    let amendment = Amendment(
      of: EntryNumber(1),
      content: other,
      observed: nil,
      reason: "scale 1"
    )
    try session.add(.amendment(amendment), at(6))
    session.expectFlags(
      asOf: at(6),
      [
        "two/2 [2@5:00=88000] raised 5:00 retracted by 3", "any/2 [2@5:00=88000] raised 5:00",
        "one/2 [2@5:00=88000] raised 5:00",
      ]
    )
  }

  @Test func `a hold limit opens by time zero, and an open flag goes on after it`() throws {
    var session = try HandMade(
      under: .having("hold", .limit(.systolic, .over, 140), count: 2, window: .beforeStart)
    )
    try session.add(try .value(.systolic, 150), at(5))
    try session.add(start, at(10))
    try session.add(try .value(.systolic, 145), at(12))
    try session.add(try .value(.systolic, 130), at(14))
    try session.add(try .value(.systolic, 130), at(16))
    try session.add(try .value(.systolic, 170), at(18))
    session.expectFlags(
      asOf: at(20),
      ["hold/2 [2@5:00=150000 4@12:00=145000] raised 5:00 cleared 16:00"]
    )
    // At time zero itself it opens.
    try session.add(try .value(.systolic, 150), at(10), recorded: at(21))
    try session.add(.void(Voiding(of: EntryNumber(2), reason: .because("slip"))), at(22))
    session.expectFlags(
      asOf: at(22),
      [
        "hold/2 [2@5:00=150000 8@10:00=150000 4@12:00=145000] raised 5:00 cleared 16:00"
          + " retracted by 9",
        "hold/8 [8@10:00=150000 4@12:00=145000] raised 10:00 cleared 16:00",
      ]
    )
  }

  @Test func `a rule from a minute opens at that minute, and not without a time zero`() throws {
    var session = try HandMade(
      under: .having("late", .limit(.moaas, .under, 5), window: .from(minutes: 10))
    )
    try session.add(try .value(.moaas, 4), at(4))
    session.expectFlags(asOf: at(4), [])
    try session.add(start, at(5))
    try session.add(try .value(.moaas, 4), at(14, 59, 999))
    session.expectFlags(asOf: at(15), [])
    try session.add(try .value(.moaas, 4), at(15))
    session.expectFlags(asOf: at(15), ["late/5 [5@15:00=4000] raised 15:00"])
  }

  @Test func `a sustained rule opens with the run that is long enough`() throws {
    let fast = Condition.limit(.heartRate, .over, 120)
    var session = try HandMade(
      under: .having("minutes", fast, sustained: .minutes(5)),
      .having("three", fast, sustained: .readings(3))
    )
    try session.add(try .value(.heartRate, 125), at(0))
    // An unverified one inside is passed over.
    try session.add(try .value(.heartRate, 80, verified: false), at(1))
    try session.add(try .value(.heartRate, 125), at(4, 59, 999))
    session.expectFlags(asOf: at(5), [])
    try session.add(try .value(.heartRate, 130), at(5))
    session.expectFlags(
      asOf: at(5),
      ["minutes/5 [5@5:00=130000] raised 5:00", "three/5 [5@5:00=130000] raised 5:00"]
    )
    // Typed again, the value inside ends the run: two since then, and less than five minutes.
    try session.add(.verification(of: EntryNumber(3)), at(6))
    session.expectFlags(
      asOf: at(6),
      [
        "minutes/5 [5@5:00=130000] raised 5:00 retracted by 6",
        "three/5 [5@5:00=130000] raised 5:00 retracted by 6",
      ]
    )
  }

  @Test func `the mean pressure is exact, and a device's own is judged beside it`() throws {
    let mean = Condition.derived(DerivedLimit(.meanPressure, .over, limit: 130_000))
    var session = try HandMade(under: .having("map", mean, isStop: true))
    // (190 + 2 × 100) / 3 = 130.
    try session.add(try .values([.systolic: 190, .diastolic: 100]), at(1))
    session.expectFlags(asOf: at(1), [])
    // 391 / 3.
    try session.add(try .values([.systolic: 191, .diastolic: 100]), at(2))
    // The device's is further beyond; the reckoned one alone is inside.
    try session.add(
      try .values([.systolic: 180, .diastolic: 100, .meanArterial: 140]),
      at(3)
    )
    session.expectFlags(
      asOf: at(3),
      ["map/3 [3@2:00=391000/3 4@3:00=140000/1] raised 2:00 stop"]
    )
    // Alone it is judged; inside, it clears.
    try session.add(try .value(.meanArterial, 130), at(4))
    session.expectFlags(
      asOf: at(4),
      ["map/3 [3@2:00=391000/3 4@3:00=140000/1] raised 2:00 cleared 4:00 stop"]
    )
  }

  @Test func `pulse pressure and shock index are of one entry`() throws {
    let narrow = Condition.derived(DerivedLimit(.pulsePressure, .under, limit: 20_000))
    let shock = Condition.derived(DerivedLimit(.shockIndex, .atOrOver, limit: 900))
    var session = try HandMade(under: .having("pp", narrow), .having("si", shock))
    try session.add(try .values([.systolic: 100, .heartRate: 90]), at(1))
    try session.add(try .value(.diastolic, 85), at(1))
    try session.add(try .values([.systolic: 104, .diastolic: 85]), at(2))
    session.expectFlags(
      asOf: at(3),
      ["si/2 [2@1:00=900/1] raised 1:00", "pp/4 [4@2:00=19000/1] raised 2:00"]
    )
  }

  @Test func `a rise is from the lowest value of its minutes`() throws {
    let rise = Condition.rate(
      RateOfChange(.systolic, .atOrOver, by: 30_000, withinMinutes: 10)
    )
    var session = try HandMade(under: .having("rate", rise))
    try session.add(try .value(.systolic, 120), at(0))
    try session.add(try .value(.systolic, 140), at(5))
    try session.add(try .value(.systolic, 150), at(10, 0, 1))
    session.expectFlags(asOf: at(11), [])
    // At ten minutes just it counts: 160 - 140 is 20; then a 125 is entered late.
    try session.add(try .value(.systolic, 160), at(15))
    session.expectFlags(asOf: at(15), [])
    try session.add(try .value(.systolic, 125, verified: false), at(5), recorded: at(16))
    session.expectFlags(asOf: at(16), ["rate/5 [5@15:00=35000/1] raised 15:00"])
    // With none in ten minutes it is inside.
    try session.add(try .value(.systolic, 190), at(25, 0, 1))
    session.expectFlags(
      asOf: at(26),
      ["rate/5 [5@15:00=35000/1] raised 15:00 cleared 25:00.001"]
    )
  }

  @Test func `not falling counts from the end of the infusion`() throws {
    let still = Condition.notFalling(
      NotFalling(.systolic, over: 20_000, minutes: 30, since: .infusion)
    )
    var session = try HandMade(under: .having("still", still))
    try session.add(try .pressure(120, 80), at(0))
    try session.add(try .dose("ketamine", over: 40), at(1))
    // Paused for two minutes, it ends at 43:00; the anchor is 73:00.
    try session.add(.infusion(.pause), at(10))
    try session.add(.infusion(.resume), at(12))
    try session.add(try .value(.systolic, 150), at(60))
    try session.add(try .value(.systolic, 150), at(72, 59, 999))
    session.expectFlags(asOf: at(73), [])
    try session.add(try .value(.systolic, 150), at(73))
    session.expectFlags(asOf: at(73), ["still/8 [8@73:00=150000] raised 73:00"])
    // Falling is not breaking; over the limit it is not inside either.
    try session.add(try .value(.systolic, 145), at(75))
    session.expectFlags(asOf: at(75), ["still/8 [8@73:00=150000] raised 73:00"])
    try session.add(try .value(.systolic, 139), at(80))
    session.expectFlags(
      asOf: at(80),
      ["still/8 [8@73:00=150000] raised 73:00 cleared 80:00"]
    )
    // Stopped at 50:00, it ended then.
    try session.add(.infusion(.stop(given: .notKnown)), at(50), recorded: at(81))
    session.expectFlags(
      asOf: at(81),
      ["still/8 [8@73:00=150000] raised 73:00 cleared 80:00 retracted by 11"]
    )
  }
}
