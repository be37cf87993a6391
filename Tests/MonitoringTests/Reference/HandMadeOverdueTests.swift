import Monitoring
import SessionRecord
import Testing

/// Sentences 15 to 17, 22 and 23 by hand: the reference and the engine each say what was reckoned.
@Suite struct HandMadeOverdueTests {
  private let set = Result { try Content.pressure(130, 80) }
  private let start = Content.infusion(.start)

  @Test func `a slot is overdue from offset and overdue, and known at that instant`() throws {
    var session = try HandMade([.at(10), .at(20)])
    try session.add(start, at(10))
    session.expect(asOf: at(24, 59, 999), flags: [])
    session.expect(asOf: at(25), flags: ["1 T+10 raised 25:00 known 25:00"])
    // Another one that runs: none at 35:00. The next slot that is closed clears it.
    try session.add(try set.get(), at(36))
    session.expect(asOf: at(60), flags: ["1 T+10 raised 25:00 known 25:00 cleared 36:00"])
  }

  @Test func `a set at exactly offset and overdue is in time`() throws {
    var session = try HandMade([.at(10)])
    try session.add(start, at(10))
    try session.add(try set.get(), at(25))
    session.expect(asOf: at(60), slots: ["T+10 kept late at 25:00 by [3]"], flags: [])
  }

  @Test func `a set at that instant in another slot raises nothing either`() throws {
    // Due 20:00 and 24:00: the second span begins at 21:00, the first is overdue at 25:00.
    var session = try HandMade([.at(10), .at(14)])
    try session.add(start, at(10))
    try session.add(try set.get(), at(25))
    session.expect(asOf: at(60), slots: ["T+10 missed", "T+14 kept at 25:00 by [3]"], flags: [])
  }

  @Test func `a set in the next slot before that instant leaves the first overdue`() throws {
    var session = try HandMade([.at(10), .at(14)])
    try session.add(start, at(10))
    try session.add(try set.get(), at(24))
    session.expect(asOf: at(60), flags: ["1 T+10 raised 25:00 known 25:00"])
  }

  @Test func `a late entry that keeps the slot retracts the flag`() throws {
    var session = try HandMade([.at(10)])
    try session.add(start, at(10))
    let number = try session.add(try set.get(), at(22), recorded: at(40))
    session.expect(
      asOf: at(60),
      flags: ["1 T+10 raised 25:00 known 25:00 retracted by \(number)"]
    )
    // Without it the flag stands again, under its old number and known time.
    try session.add(.void(Voiding(of: number, reason: .because("slip"))), at(50))
    session.expect(asOf: at(60), flags: ["1 T+10 raised 25:00 known 25:00"])
  }

  @Test func `a flag that its own commit shows is known at the commit`() throws {
    var session = try HandMade([.at(10)])
    try session.add(start, at(10), recorded: at(30))
    session.expect(asOf: at(60), flags: ["1 T+10 raised 25:00 known 30:00"])
  }

  @Test func `an acknowledgement stands on its slot alone`() throws {
    var session = try HandMade([.at(10), .at(40)])
    try session.add(start, at(10))
    let flag = FlagIdentity(rule: RuleID("overdue.bp"), cause: .slot(minutes: 10))
    try session.add(
      .acknowledgement(
        Acknowledgement(flags: [.init(number: FlagNumber(1), flag: flag)], text: "seen")
      ),
      at(30)
    )
    try session.add(try set.get(), at(31))
    session.expect(
      asOf: at(60),
      flags: [
        "1 T+10 raised 25:00 known 25:00 cleared 31:00 acknowledged",
        "2 T+40 raised 55:00 known 55:00",
      ]
    )
  }

  @Test func `without a baseline set the group is overdue after 15 minutes`() throws {
    var session = try HandMade([.at(60)], baselineSets: 2)
    session.expect(asOf: at(14, 59, 999), flags: [], baseline: "0 of 2 by 15:00")
    session.expect(
      asOf: at(15),
      flags: ["1 baseline raised 15:00 known 15:00"],
      baseline: "0 of 2 by 15:00 overdue"
    )
    try session.add(try .value(.systolic, 130), at(3), recorded: at(16))
    try session.add(try .value(.diastolic, 80), at(17))
    session.expect(
      asOf: at(20),
      flags: ["1 baseline raised 15:00 known 15:00 cleared 17:00"],
      baseline: "1 of 2 by 15:00"
    )
  }

  @Test func `a dose before then asks for the baseline at once`() throws {
    var session = try HandMade([.at(10)], baselineSets: 1)
    try session.add(start, at(8))
    // Due 18:00, overdue 23:00: the baseline's flag runs, so that there is no other.
    session.expect(
      asOf: at(30),
      flags: ["1 baseline raised 8:00 known 8:00"],
      baseline: "0 of 1 by 8:00 overdue"
    )
    // A slot that is closed clears it, but the sets are those before the dose.
    try session.add(try set.get(), at(31))
    session.expect(
      asOf: at(31),
      flags: ["1 baseline raised 8:00 known 8:00 cleared 31:00"],
      baseline: "0 of 1 by 8:00"
    )
  }

  @Test func `a set at time zero is a baseline set`() throws {
    var session = try HandMade([.at(10)], baselineSets: 1)
    try session.add([(start, at(8)), (try set.get(), at(8))], recorded: at(8))
    session.expect(asOf: at(12), flags: [], baseline: "1 of 1 by 8:00")
  }

  @Test func `twelve hours without an entry are told once, until closing`() throws {
    var session = try HandMade([])
    try session.add(.note("well"), at(10))
    session.expect(asOf: at(729, 59, 999), flags: [])
    session.expect(asOf: at(730), flags: ["1 silence raised 730:00 known 730:00"])
    try session.add(.note("well"), at(800))
    try session.add(.closed, at(1_700))
    session.expect(
      asOf: at(2_000),
      flags: ["1 silence raised 730:00 known 730:00 cleared 1700:00"]
    )
  }
}
