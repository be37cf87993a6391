import Monitoring
import SessionRecord
import Testing

/// Overdue flags of slots: sentence 22, and 15 to 17 as they are about them.
///
/// T+10 is minute 30.
@Suite struct OverdueTests {
  private let bp = MonitoringProtocol.scheduled(.pressure(10, 20, 30))

  @Test func `is raised five minutes after the offset, and one runs at a time`() throws {
    let session = try SessionScript.dosed()
    #expect(session.overdue(under: bp, asOf: minute(35, 0, -1)).isEmpty)
    #expect(session.overdue(under: bp, asOf: minute(35)) == ["slot 10 35…"])
    #expect(session.overdue(under: bp, asOf: minute(90)) == ["slot 10 35…"])
  }

  @Test func `is a confirmed process flag of the group, without readings`() throws {
    let session = try SessionScript.dosed()
    let high = MonitoringProtocol.scheduled(.pressure(10, priority: .high))
    let flag = try #require(session.flags(under: high, asOf: minute(40)).first)
    #expect(flag.identity == FlagIdentity(rule: RuleID("overdue.bp"), cause: .slot(minutes: 10)))
    #expect(flag.measure == .group(GroupID("bp")))
    #expect(flag.isProcess && flag.isOpen)
    #expect(flag.priority == .high && flag.protocolPriority == .high)
    #expect(flag.state == .confirmed(at: minute(35), repeated: true))
    #expect(flag.confirmed == minute(35))
    #expect(flag.readings.isEmpty && flag.peak == nil && flag.backInside == nil)
    #expect(flag.limit == nil)
    #expect(flag.title == "bp set overdue, due at T+10")
  }

  @Test func `clears when a slot is next kept, kept late, not obtained or deferred`() throws {
    var kept = try SessionScript.dosed()
    var declared = kept
    var deferred = kept
    try kept.add(.set(), at: minute(36))
    #expect(kept.overdue(under: bp, asOf: minute(36)) == ["slot 10 35…36"])
    try declared.add(.notObtained(.systolic, .diastolic, .heartRate), at: minute(38))
    #expect(declared.overdue(under: bp, asOf: minute(38)) == ["slot 10 35…38"])
    try deferred.add(.deferring(), at: minute(39))
    #expect(deferred.overdue(under: bp, asOf: minute(39)) == ["slot 10 35…39"])
  }

  @Test func `a set at exactly five minutes is in time, in whichever slot`() throws {
    var session = try SessionScript.dosed()
    try session.add(.set(), at: minute(35))
    #expect(session.overdue(under: bp, asOf: minute(36)).isEmpty)
    let close = MonitoringProtocol.scheduled(.pressure(10, 17))
    var other = try SessionScript.dosed()
    // T+17 spans from T+14: the set at T+15 is its, and still no flag of T+10 is raised.
    try other.add(.set(), at: minute(35))
    #expect(other.slots(under: close, asOf: minute(36)).map(\.word) == ["missed", "kept"])
    #expect(other.overdue(under: close, asOf: minute(36)).isEmpty)
  }

  @Test func `a partial set closes nothing and moves nothing`() throws {
    var session = try SessionScript.dosed()
    try session.add(.pressure(120, 80), at: minute(30))
    #expect(session.overdue(under: bp, asOf: minute(35)) == ["slot 10 35…"])
  }

  @Test func `while one runs, a later slot raises none; after it cleared, the next does`() throws {
    var session = try SessionScript.dosed()
    try session.add(.set(), at: minute(48))
    #expect(session.slots(under: bp, asOf: minute(48)).map(\.word) == ["missed", "missed", "kept"])
    #expect(session.overdue(under: bp, asOf: minute(90)) == ["slot 10 35…48"])
    var again = try SessionScript.dosed()
    try again.add(.set(), at: minute(36))
    #expect(again.overdue(under: bp, asOf: minute(45)) == ["slot 10 35…36", "slot 20 45…"])
  }

  @Test func `is known at the instant it is raised where nothing was entered then`() throws {
    var session = try SessionScript.dosed()
    try session.add(.note("asleep"), at: minute(50))
    let flag = try #require(session.flags(under: bp, asOf: minute(50)).first)
    #expect(flag.known == minute(35))
    var late = try SessionScript()
    try late.add([(.dose("ketamine"), minute(20))], recorded: minute(50))
    let lateFlag = try #require(late.flags(under: bp, asOf: minute(50)).first)
    #expect(lateFlag.raised == minute(35))
    #expect(lateFlag.known == minute(50))
  }

  @Test func `a late reading that keeps the slot retracts it, and it keeps its number`() throws {
    var session = try SessionScript.dosed()
    let acknowledged = try session.add(
      .acknowledgement(
        Acknowledgement(
          flags: [
            Acknowledgement.Named(
              number: FlagNumber(1),
              flag: FlagIdentity(rule: RuleID("overdue.bp"), cause: .slot(minutes: 10))
            )
          ],
          text: "cuff being fetched"
        )
      ),
      at: minute(36)
    )
    #expect(
      session.flags(under: bp, asOf: minute(36)).first?.acknowledgements.map(\.entry)
        == [acknowledged]
    )
    let late = try session.add(.set(), at: minute(31), recorded: minute(38))
    let flag = try #require(session.flags(under: bp, asOf: minute(40)).first)
    #expect(flag.retractedBy == late)
    #expect(flag.number == FlagNumber(1))
    #expect(flag.acknowledgements.map(\.entry) == [acknowledged])
    #expect(flag.state == .confirmed(at: minute(35), repeated: true))
    // It comes back when the reading is withdrawn, under its old number and first known time.
    try session.void(late, at: minute(41))
    let back = try #require(session.flags(under: bp, asOf: minute(41)).first)
    #expect(back.isOpen && back.number == FlagNumber(1) && back.known == minute(35))
  }

  @Test func `names what removed it, also in a commit of several entries`() throws {
    var session = try SessionScript.dosed()
    let entries = try session.add(
      [(.note("typed after"), minute(39)), (try .set(), minute(31)), (.mark(nil), minute(39))],
      recorded: minute(39)
    )
    #expect(session.flags(under: bp, asOf: minute(39)).map(\.retractedBy) == [entries[1]])
  }

  @Test func `rule flags have smaller numbers than overdue ones of the same instant`() throws {
    var session = try SessionScript.dosed()
    let rules = MonitoringProtocol.scheduled(.pressure(10), rules: [.atOnce])
    try session.add(.pressure(190, 100), at: minute(35))
    #expect(
      session.flags(under: rules, asOf: minute(35)).map(\.identity.rule.text)
        == ["at-once", "overdue.bp"]
    )
  }

  @Test func `closing before it is due raises none, closing after leaves it open`() throws {
    var early = try SessionScript.dosed()
    try early.add(.closed, at: minute(35, 0, -1))
    #expect(early.overdue(under: bp, asOf: minute(100)).isEmpty)
    var late = try SessionScript.dosed()
    try late.add(.closed, at: minute(36))
    #expect(late.overdue(under: bp, asOf: minute(100)) == ["slot 10 35…"])
  }

  @Test func `an unknown order of typing gives the same flags`() throws {
    var typed = try SessionScript.dosed()
    try typed.add(.set(), at: minute(36))
    try typed.add(.set(), at: minute(41))
    var late = try SessionScript()
    try late.add(.set(), at: minute(41))
    try late.add(.set(), at: minute(36), recorded: minute(42))
    try late.add(.dose("ketamine"), at: minute(20), recorded: minute(43))
    let end = minute(90)
    #expect(typed.overdue(under: bp, asOf: end) == late.overdue(under: bp, asOf: end))
    #expect(typed.slots(under: bp, asOf: end).map(\.word) == ["kept late", "kept", "missed"])
    #expect(late.slots(under: bp, asOf: end).map(\.word) == ["kept late", "kept", "missed"])
  }
}
