import Monitoring
import SessionRecord
import Testing

/// Sentence 24 by hand: the reference and the engine each say what was reckoned.
@Suite struct HandMadeDeferralTests {
  private let set = Result { try Content.pressure(130, 80) }
  private let start = Content.infusion(.start)
  private let deferral = Content.deferred(Deferral(.wholeSet, reason: "in a deep state"))

  @Test func `a deferral closes the slot whose span it is in, else the next`() throws {
    // Due 20:00, 30:00 and 40:00.
    var session = try HandMade([.at(10), .at(20), .at(30)])
    try session.add(start, at(10))
    try session.add(try set.get(), at(19))
    try session.add(deferral, at(20))
    session.expect(
      asOf: at(41),
      slots: ["T+10 kept at 19:00 by [3]", "T+20 deferred at 20:00 by 4", "T+30 due"],
      flags: []
    )
  }

  @Test func `one before the dose is for the first slot`() throws {
    var session = try HandMade([.at(10)])
    try session.add(deferral, at(5))
    try session.add(start, at(10))
    session.expect(asOf: at(41), slots: ["T+10 deferred at 5:00 by 2"], flags: [])
  }

  @Test func `kept outranks deferred, and kept late does not`() throws {
    var session = try HandMade([.at(10), .at(30)])
    try session.add(start, at(10))
    try session.add(deferral, at(18))
    try session.add(try set.get(), at(23))
    try session.add(deferral, at(38))
    try session.add(try set.get(), at(44))
    session.expect(
      asOf: at(50),
      slots: ["T+10 kept at 23:00 by [4]", "T+30 deferred at 38:00 by 5"],
      kept: "1 of 2"
    )
  }

  @Test func `a second one in a row closes nothing`() throws {
    var session = try HandMade([.at(10), .at(20)])
    try session.add(start, at(10))
    try session.add(deferral, at(18))
    try session.add(deferral, at(28))
    session.expect(asOf: at(29), slots: ["T+10 deferred at 18:00 by 3", "T+20 due"])
  }

  @Test func `a peak reading is not put off`() throws {
    var session = try HandMade([.at(10, .peak)])
    try session.add(start, at(10))
    try session.add(deferral, at(18))
    session.expect(asOf: at(18), slots: ["T+10 due"])
  }

  @Test func `one that was allowed for another slot never puts off a peak reading`() throws {
    // Allowed for T+10; corrected it still is; a late set takes T+10 from it, and the peak is next.
    var session = try HandMade([.at(10), .at(20, .peak)])
    try session.add(start, at(10))
    let number = try session.add(deferral, at(18))
    try session.add(
      .amendment(
        Amendment(
          of: number,
          content: deferral,
          observed: Stamp(at(18, 30), offsetMinutes: 60),
          reason: "slip"
        )
      ),
      at(29)
    )
    session.expect(asOf: at(29), slots: ["T+10 deferred at 18:30 by 3", "T+20 due"])
    try session.add(try set.get(), at(17), recorded: at(30))
    session.expect(asOf: at(30), slots: ["T+10 kept at 17:00 by [5]", "T+20 due"])
  }

  @Test func `an open flag on a vital function forbids it, once and for all`() throws {
    let rule = Rule.limit("low", .spo2, .atOrUnder, 90, .low, repeats: true)
    var session = try HandMade([.at(10)], rules: [rule])
    try session.add(start, at(10))
    let low = try session.add(try .value(.spo2, 88), at(15))
    try session.add(deferral, at(18))
    session.expect(asOf: at(18), slots: ["T+10 due"])
    try session.add(.void(Voiding(of: low, reason: .because("slip"))), at(19))
    session.expect(asOf: at(19), slots: ["T+10 due"])
  }

  @Test func `a flag that comes later does not take it back`() throws {
    let rule = Rule.limit("low", .spo2, .atOrUnder, 90)
    var session = try HandMade([.at(10)], rules: [rule])
    try session.add(start, at(10))
    try session.add(deferral, at(18))
    try session.add(try .value(.spo2, 88), at(15), recorded: at(19))
    session.expect(asOf: at(19), slots: ["T+10 deferred at 18:00 by 3"])
  }

  @Test func `overdue flags and flags on the heart rate do not forbid it`() throws {
    let rule = Rule.limit("fast", .heartRate, .atOrOver, 130, .high)
    var session = try HandMade([.at(10), .at(30)], rules: [rule])
    try session.add(start, at(10))
    try session.add(try .value(.heartRate, 140), at(20))
    try session.add(deferral, at(26))
    session.expect(
      asOf: at(26),
      slots: ["T+10 deferred at 26:00 by 4", "T+30 upcoming"],
      flags: ["1 3 raised 20:00 known 20:00", "2 T+10 raised 25:00 known 25:00 cleared 26:00"]
    )
  }

  @Test func `two of one commit are taken in observed order`() throws {
    // Typed in the other order: the one at 18:00 is allowed, the one at 28:00 then is not.
    var session = try HandMade([.at(10), .at(20)])
    try session.add(start, at(10))
    try session.add([(deferral, at(28)), (deferral, at(18))], recorded: at(30))
    session.expect(asOf: at(30), slots: ["T+10 deferred at 18:00 by 4", "T+20 due"])
  }
}
