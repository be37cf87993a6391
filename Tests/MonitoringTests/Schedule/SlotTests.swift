import Monitoring
import SessionRecord
import Testing

/// Where a slot stands: sentences 19 to 21.
///
/// Time zero is minute 20, so T+10 is minute 30.
@Suite struct SlotTests {
  private let bp = MonitoringProtocol.scheduled(.pressure(10, 20))

  @Test func `there are no slots without a time zero`() throws {
    var session = try SessionScript()
    try session.add(.set(), at: minute(10))
    #expect(session.slots(under: bp, asOf: minute(60)).isEmpty)
  }

  @Test func `is upcoming, due, overdue and missed as time goes on`() throws {
    let session = try SessionScript.dosed()
    func first(_ instant: Instant) -> SlotState? {
      session.slots(under: bp, asOf: instant).first
    }
    #expect(first(minute(27, 0, -1)) == .upcoming)
    #expect(first(minute(27)) == .due)
    #expect(first(minute(35, 0, -1)) == .due)
    #expect(first(minute(35)) == .overdue)
    // The next span begins at T+17, before T+10 is missed by time.
    #expect(first(minute(37, 0, -1)) == .overdue)
    #expect(first(minute(37)) == .missed)
  }

  @Test func `the last slot is missed fifteen minutes after its offset`() throws {
    let session = try SessionScript.dosed()
    #expect(session.slots(under: bp, asOf: minute(55, 0, -1)).last == .overdue)
    #expect(session.slots(under: bp, asOf: minute(55)).last == .missed)
  }

  @Test(arguments: [(27, 0, true), (33, 0, true), (33, 1, false), (36, 59_999, false)])
  func `a set is kept within tolerance, its ends with it, and kept late after`(
    minutes: Int,
    milliseconds: Int,
    isKept: Bool
  ) throws {
    var session = try SessionScript.dosed()
    let at = minute(minutes, 0, milliseconds)
    let set = try session.add(.set(), at: at)
    let state = session.slots(under: bp, asOf: minute(60)).first
    #expect(state == (isKept ? .kept(at: at, by: [set]) : .keptLate(at: at, by: [set])))
  }

  @Test func `a value before the span is for no slot`() throws {
    var session = try SessionScript.dosed()
    try session.add(.set(), at: minute(27, 0, -1))
    #expect(session.slots(under: bp, asOf: minute(30)) == [.due, .upcoming])
  }

  @Test func `one exactly where the next span begins belongs to the next`() throws {
    var session = try SessionScript.dosed()
    let set = try session.add(.set(), at: minute(37))
    #expect(
      session.slots(under: bp, asOf: minute(38))
        == [.missed, .kept(at: minute(37), by: [set])]
    )
  }

  @Test func `several entries make one set, and the last one keeps the slot`() throws {
    var session = try SessionScript.dosed()
    let pressure = try session.add(.pressure(120, 80), at: minute(29))
    #expect(session.slots(under: bp, asOf: minute(30)).first == .due)
    let pulse = try session.add(.value(.heartRate, 70), at: minute(32))
    #expect(
      session.slots(under: bp, asOf: minute(33)).first
        == .kept(at: minute(32), by: [pressure, pulse])
    )
  }

  @Test func `a set completed late counts the values that were within tolerance`() throws {
    var session = try SessionScript.dosed()
    let pressure = try session.add(.pressure(120, 80), at: minute(29))
    let pulse = try session.add(.value(.heartRate, 70), at: minute(34))
    #expect(
      session.slots(under: bp, asOf: minute(35)).first
        == .keptLate(at: minute(34), by: [pressure, pulse])
    )
  }

  @Test func `unverified, unrecordable and room air are seen; not usable is not`() throws {
    let group = ScheduleGroup.of("one", [.sign(.systolic)], [10])
    func state(_ reading: Reading) throws -> SlotState? {
      var session = try SessionScript.dosed()
      try session.add(.vitals(try Vitals([.systolic: reading])), at: minute(30))
      return session.slots(under: .scheduled(group), asOf: minute(30)).first
    }
    let doubted = Reading.measured(try Quantity(.systolic, 240), verified: false)
    #expect(try state(doubted)?.isClosed == true)
    #expect(try state(.unrecordable)?.isClosed == true)
    #expect(try state(.notUsable(written: "0"))?.isClosed == false)
    #expect(try state(.notObtained(because: "moving"))?.word == "not obtained")
  }

  @Test func `not obtained needs every sign answered, one of them declared`() throws {
    var session = try SessionScript.dosed()
    let declared = try session.add(.notObtained(.systolic, .diastolic), at: minute(30))
    #expect(session.slots(under: bp, asOf: minute(31)).first == .due)
    let pulse = try session.add(.value(.heartRate, 70), at: minute(31))
    #expect(
      session.slots(under: bp, asOf: minute(31)).first
        == .notObtained(at: minute(31), by: [declared, pulse])
    )
  }

  @Test func `kept outranks not obtained, kept late does not`() throws {
    var session = try SessionScript.dosed()
    let declared = try session.add(
      .notObtained(.systolic, .diastolic, .heartRate),
      at: minute(30)
    )
    var late = session
    let set = try session.add(.set(), at: minute(33))
    #expect(
      session.slots(under: bp, asOf: minute(40)).first == .kept(at: minute(33), by: [set])
    )
    try late.add(.set(), at: minute(34))
    #expect(
      late.slots(under: bp, asOf: minute(40)).first
        == .notObtained(at: minute(30), by: [declared])
    )
  }

  @Test func `effects and scores keep their groups`() throws {
    let group = ScheduleGroup.of("d", [.effect(.dissociation), .scale("cadss-6")], [10])
    var session = try SessionScript.dosed()
    try session.add(.effect("dissociation", course: .absent), at: minute(30))
    #expect(session.slots(under: .scheduled(group), asOf: minute(30)).first == .due)
    try session.add(.effect("nausea", .mild), at: minute(30))
    try session.add(.scale(ScaleScore(scale: "cadss", score: 3)), at: minute(30))
    #expect(session.slots(under: .scheduled(group), asOf: minute(30)).first == .due)
    try session.add(.scale(ScaleScore(scale: "cadss-6", score: 3)), at: minute(31))
    #expect(session.slots(under: .scheduled(group), asOf: minute(31)).first?.word == "kept")
  }

  @Test func `a time zero that moves takes the slots along`() throws {
    var session = try SessionScript()
    let dose = try session.add(.dose("ketamine"), at: minute(20))
    let set = try session.add(.set(), at: minute(30))
    try session.amend(dose, to: .dose("ketamine"), observed: minute(10), at: minute(31))
    #expect(
      session.slots(under: bp, asOf: minute(31))
        == [.missed, .kept(at: minute(30), by: [set])]
    )
    try session.void(dose, at: minute(32))
    #expect(session.slots(under: bp, asOf: minute(32)).isEmpty)
  }

  @Test func `closing stops the clock, and what is entered after it still counts`() throws {
    var session = try SessionScript.dosed()
    try session.add(.closed, at: minute(34))
    #expect(session.slots(under: bp, asOf: minute(100)) == [.due, .upcoming])
    try session.add(.set(), at: minute(30), recorded: minute(90))
    #expect(session.slots(under: bp, asOf: minute(100)).map(\.word) == ["kept", "upcoming"])
  }
}
