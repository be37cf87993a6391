import Monitoring
import SessionRecord
import Testing

/// Sentences 19 to 21 and 25 by hand: the reference and the engine each say what was reckoned.
@Suite struct HandMadeSlotTests {
  private let set = Result { try Content.pressure(130, 80) }
  private let start = Content.infusion(.start)

  @Test func `without a time zero there is no slot`() throws {
    var session = try HandMade([.at(10)])
    try session.add(try set.get(), at(10))
    session.expect(asOf: at(300), slots: [], flags: [], kept: "0 of 0")
  }

  @Test func `tolerance includes its ends`() throws {
    // Time zero 10:00, so due 20:00, 30:00 and 40:00: in time from 17:00 to 23:00, and so on.
    var session = try HandMade([.at(10), .at(20), .at(30)])
    try session.add(start, at(10))
    try session.add(try set.get(), at(17))
    try session.add(try set.get(), at(33))
    try session.add(try set.get(), at(43, 0, 1))
    session.expect(
      asOf: at(45),
      slots: [
        "T+10 kept at 17:00 by [3]", "T+20 kept at 33:00 by [4]",
        "T+30 kept late at 43:00.001 by [5]",
      ],
      kept: "3 of 3"
    )
  }

  @Test func `a value where the next tolerance begins is the next slot's`() throws {
    // Due 12:00 and 16:00, ±3: the first span is 9:00 to before 13:00, though 13:00 is in tolerance.
    var session = try HandMade([.at(2), .at(6)])
    try session.add(start, at(10))
    try session.add(try set.get(), at(13))
    session.expect(asOf: at(16, 59, 999), slots: ["T+2 missed", "T+6 kept at 13:00 by [3]"])
  }

  @Test func `a set may come in parts, and a partial one keeps nothing`() throws {
    var session = try HandMade([.at(10)])
    try session.add(start, at(10))
    try session.add(try .value(.systolic, 130), at(18))
    try session.add(try .value(.systolic, 132), at(19))
    session.expect(asOf: at(24), slots: ["T+10 due"])
    try session.add(try .value(.diastolic, 80), at(24))
    session.expect(asOf: at(24), slots: ["T+10 kept late at 24:00 by [3, 5]"])
  }

  @Test func `what is declared not obtained closes, and kept outranks it`() throws {
    var session = try HandMade([.at(10)])
    try session.add(start, at(10))
    let asleep = Content.vitals(try Vitals([.diastolic: .notObtained(because: "asleep")]))
    try session.add(asleep, at(18))
    session.expect(asOf: at(18), slots: ["T+10 due"])
    try session.add(try .value(.systolic, 130), at(19))
    session.expect(asOf: at(19), slots: ["T+10 not obtained at 19:00 by [3, 4]"])
    try session.add(try .value(.diastolic, 80), at(23))
    session.expect(asOf: at(23), slots: ["T+10 kept at 23:00 by [4, 5]"])
  }

  @Test func `what came first holds against kept late`() throws {
    var session = try HandMade([.at(10)])
    try session.add(start, at(10))
    let asleep = Content.vitals(
      try Vitals([
        .systolic: .notObtained(because: "asleep"), .diastolic: .notObtained(because: "asleep"),
      ])
    )
    try session.add(asleep, at(18))
    try session.add(try set.get(), at(24))
    session.expect(
      asOf: at(25),
      slots: ["T+10 not obtained at 18:00 by [3]"],
      kept: "0 of 1"
    )
  }

  @Test func `every instant has its state`() throws {
    // Due 20:00: from 17:00 due, from 25:00 overdue, from 35:00 missed. The next span begins at 32:00.
    var session = try HandMade([.at(10), .at(25)])
    try session.add(start, at(10))
    let states: [(Instant, String)] = [
      (at(16, 59, 999), "upcoming"), (at(17), "due"), (at(24, 59, 999), "due"), (at(25), "overdue"),
      (at(31, 59, 999), "overdue"), (at(32), "missed"),
    ]
    for (instant, state) in states {
      session.expect(
        asOf: instant,
        slots: ["T+10 \(state)", "T+25 \(instant < at(32) ? "upcoming" : "due")"]
      )
    }
    session.expect(asOf: at(50), slots: ["T+10 missed", "T+25 missed"], kept: "0 of 2")
  }

  @Test func `the last slot is missed at offset and missed`() throws {
    var session = try HandMade([.at(10)])
    try session.add(start, at(10))
    session.expect(asOf: at(34, 59, 999), slots: ["T+10 overdue"], kept: "0 of 1")
    session.expect(asOf: at(35), slots: ["T+10 missed"])
    // Its span has no end.
    try session.add(try set.get(), at(90))
    session.expect(asOf: at(90), slots: ["T+10 kept late at 90:00 by [3]"], kept: "1 of 1")
  }

  @Test func `m of n counts a slot from when it would be overdue`() throws {
    var session = try HandMade([.at(10)])
    try session.add(start, at(10))
    try session.add(try set.get(), at(20))
    session.expect(asOf: at(24, 59, 999), kept: "0 of 0")
    session.expect(asOf: at(25), kept: "1 of 1")
  }

  @Test func `a while-high slot is there while a high flag is open where its span begins`() throws {
    // Due 15:00, from 14:00.
    let rule = Rule.limit("high", .systolic, .atOrOver, 180, .high, count: 1)
    var session = try HandMade([.at(5, within: 1, .whileHigh), .at(20)], rules: [rule])
    try session.add(start, at(10))
    try session.add(try .pressure(190, 90), at(12))
    session.expect(asOf: at(12), slots: ["T+5 upcoming", "T+20 upcoming"])
    let cleared = try session.add(try .pressure(130, 80), at(14))
    // Cleared at 14:00, not including that instant.
    session.expect(asOf: at(14), slots: ["T+20 upcoming"])
    try session.add(
      .amendment(
        Amendment(
          of: cleared,
          content: try .pressure(130, 80),
          observed: Stamp(at(14, 0, 1), offsetMinutes: 60),
          reason: "slip"
        )
      ),
      at(15)
    )
    session.expect(asOf: at(15), slots: ["T+5 kept at 14:00.001 by [4]", "T+20 upcoming"])
  }

  @Test func `closing stops the clock of what is not closed`() throws {
    var session = try HandMade([.at(10)])
    try session.add(start, at(10))
    try session.add(.closed, at(24, 59))
    session.expect(asOf: at(300), slots: ["T+10 due"], flags: [], kept: "0 of 0")
  }

  @Test func `effects and scores keep slots, also effects that are absent`() throws {
    var session = try HandMade(
      [.at(10)],
      needs: [.effect(.dissociation), .scale("cadss"), .sign(.oxygenFlow)]
    )
    try session.add(start, at(10))
    try session.add(.effect("dissociation", course: .absent), at(17))
    try session.add(.scale(ScaleScore(scale: "cadss", score: 3)), at(18))
    try session.add(.vitals(try Vitals([.oxygenFlow: .roomAir])), at(19))
    session.expect(asOf: at(20), slots: ["T+10 kept at 19:00 by [3, 4, 5]"])
  }
}
