import Monitoring
import SessionRecord
import Testing

/// Cases in which the reference and the engine once differed, made small and reckoned by hand.
@Suite struct HandMadeFoundTests {
  private let start = Content.infusion(.start)
  private let deferral = Content.deferred(Deferral(.wholeSet, reason: "in a deep state"))
  private let high = Rule.limit("fast", .heartRate, .atOrOver, 130, .high)
  private let fast = Result { try Content.value(.heartRate, 140) }
  private let set = Result { try Content.pressure(130, 80) }

  @Test func `a set at overdue raises nothing, also in a slot that was put off`() throws {
    // Due 10:00 and 13:00; the second span begins at 8:00; the first is overdue at 15:00.
    var session = try HandMade([.at(0), .at(3, within: 5)])
    try session.add(start, at(10))
    try session.add(deferral, at(11))
    try session.add(try set.get(), at(15))
    session.expect(
      asOf: at(40),
      slots: ["T+0 missed", "T+3 kept at 15:00 by [4]"],
      flags: []
    )
  }

  @Test func `a further set at overdue raises nothing, though its slot was kept before`() throws {
    var session = try HandMade([.at(0), .at(3, within: 5)])
    try session.add(start, at(10))
    try session.add(try set.get(), at(11))
    try session.add(try .value(.systolic, 130), at(14))
    try session.add(try .value(.diastolic, 80), at(15))
    session.expect(asOf: at(40), flags: [])
    // A partial one raises it.
    try session.add(.void(Voiding(of: EntryNumber(4), reason: .because("slip"))), at(16))
    session.expect(asOf: at(40), flags: ["1 T+0 raised 15:00 known 16:00"])
  }

  @Test func `a while-high slot that comes to be there takes a value from the one before`() throws {
    // The first is overdue at 15:00; the second, from 10:00, is there only with the flag.
    var session = try HandMade([.at(0, within: 1), .at(1, within: 1, .whileHigh)], rules: [high])
    try session.add([(start, at(10)), (try set.get(), at(10))], recorded: at(10))
    session.expect(asOf: at(20), slots: ["T+0 kept at 10:00 by [3]"], flags: [])
    try session.add(try fast.get(), at(10), recorded: at(15))
    session.expect(
      asOf: at(40),
      slots: ["T+0 missed", "T+1 kept at 10:00 by [3]"],
      flags: ["1 4 raised 10:00 known 15:00", "2 T+0 raised 15:00 known 15:00"]
    )
  }

  @Test func `a while-high slot that comes to be there is put off as the next`() throws {
    // Due 12:00 from 7:00, and 17:00 from 16:00; the late set takes the first from the deferral.
    var session = try HandMade([.at(2, within: 5), .at(7, within: 1, .whileHigh)], rules: [high])
    try session.add(start, at(10))
    try session.add(deferral, at(10, 30))
    try session.add(try set.get(), at(8), recorded: at(14))
    try session.add(try fast.get(), at(15))
    session.expect(
      asOf: at(40),
      slots: ["T+2 kept at 8:00 by [4]", "T+7 deferred at 10:30 by 3"],
      flags: ["1 5 raised 15:00 known 15:00"]
    )
  }

  @Test func `a deferral that another one overtakes is for the while-high slot`() throws {
    // Both were allowed for T+0: without a time zero, and in the commit that gave one.
    var session = try HandMade(
      [.at(0, within: 0), .at(10, within: 0, .whileHigh)],
      rules: [high]
    )
    try session.add(deferral, at(10))
    try session.add([(deferral, at(4)), (start, at(10))], recorded: at(12))
    try session.add(try fast.get(), at(15))
    session.expect(
      asOf: at(40),
      slots: ["T+0 deferred at 4:00 by 3", "T+10 deferred at 10:00 by 2"],
      flags: ["1 5 raised 15:00 known 15:00"]
    )
  }
}
