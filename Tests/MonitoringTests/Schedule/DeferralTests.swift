import Monitoring
import SessionRecord
import Testing

/// Deferrals: sentences 20 and 24.
///
/// T+10 is minute 30.
@Suite struct DeferralTests {
  private let bp = MonitoringProtocol.scheduled(.pressure(10, 20, 30))

  /// What was decided about the deferrals of the last commit.
  private func rulings(
    _ session: SessionScript,
    _ monitoringProtocol: MonitoringProtocol? = nil
  ) -> [EntryNumber: DeferralRuling] {
    guard let last = session.log.last else { return [:] }
    let before = session.log.filter { $0.commit != last.commit }
    return SessionFold(before, under: monitoringProtocol ?? bp, knownBy: minute(90))
      .rulings(on: session.log.filter { $0.commit == last.commit })
  }

  private func words(
    _ session: SessionScript,
    _ monitoringProtocol: MonitoringProtocol? = nil
  )
    -> [String]
  {
    session.slots(under: monitoringProtocol ?? bp, asOf: minute(90)).map(\.word)
  }

  @Test func `closes the slot whose span it is in, or the next where that is closed`() throws {
    var session = try SessionScript.dosed()
    try session.add(.deferring(), at: minute(29))
    #expect(words(session) == ["deferred", "missed", "missed"])
    var kept = try SessionScript.dosed()
    try kept.add(.set(), at: minute(29))
    try kept.add(.deferring(), at: minute(31))
    #expect(words(kept) == ["kept", "deferred", "missed"])
  }

  @Test func `before any span it is for the first slot, also before time zero`() throws {
    var early = try SessionScript.dosed()
    try early.add(.deferring(), at: minute(21))
    #expect(words(early) == ["deferred", "missed", "missed"])
    var before = try SessionScript()
    try before.add(.deferring(), at: minute(10))
    try before.add(.dose("ketamine"), at: minute(20))
    #expect(words(before) == ["deferred", "missed", "missed"])
  }

  @Test func `is not allowed twice in a row`() throws {
    var session = try SessionScript.dosed()
    try session.add(.deferring(), at: minute(30))
    try session.add(.deferring(), at: minute(40))
    #expect(words(session) == ["deferred", "missed", "missed"])
    // The one before it was not put off: it is allowed again.
    try session.add(.deferring(), at: minute(50))
    #expect(words(session) == ["deferred", "missed", "deferred"])
  }

  @Test func `two in one commit are taken in observed order`() throws {
    var session = try SessionScript.dosed()
    let entries = try session.add(
      [(.deferring(), minute(40)), (.deferring(), minute(30))],
      recorded: minute(40)
    )
    let rulings = rulings(session, bp)
    #expect(rulings[entries[1]]?.groups.map(\.verdict) == [.allowed])
    #expect(rulings[entries[0]]?.groups.map(\.verdict) == [.previousDeferred(minutes: 10)])
    #expect(words(session) == ["deferred", "missed", "missed"])
  }

  @Test func `is never allowed for a peak reading`() throws {
    let peak = MonitoringProtocol.scheduled(.pressure(10, 20, marks: [10: .peak]))
    var session = try SessionScript.dosed()
    let entry = try session.add(.deferring(), at: minute(30))
    #expect(words(session, peak) == ["missed", "missed"])
    #expect(
      rulings(session, peak)[entry]?.groups.map(\.verdict) == [.peak]
    )
    var before = try SessionScript()
    try before.add(.deferring(), at: minute(10))
    try before.add(.dose("ketamine"), at: minute(20))
    #expect(words(before, peak) == ["missed", "missed"])
  }

  @Test func `is not allowed under an open flag, unconfirmed or confirmed`() throws {
    let ruled = MonitoringProtocol.scheduled(.pressure(10, 20), rules: [.surge])
    var session = try SessionScript.dosed()
    try session.add(.set(190, 100), at: minute(29))
    try session.add(.deferring(), at: minute(31))
    #expect(words(session, ruled) == ["kept", "missed"])
    try session.add(.set(150, 90), at: minute(34))
    try session.add(.deferring(), at: minute(40))
    #expect(words(session, ruled) == ["kept", "deferred"])
  }

  @Test func `flags on other measures and overdue ones do not block it`() throws {
    let ruled = MonitoringProtocol.scheduled(
      .pressure(10, 20),
      rules: [.limit("hr", .heartRate, .atOrOver, 100)]
    )
    var session = try SessionScript.dosed()
    try session.add(.value(.heartRate, 120), at: minute(25))
    try session.add(.deferring(), at: minute(36))
    #expect(words(session, ruled) == ["deferred", "missed"])
  }

  @Test func `is decided once: what is entered or corrected later changes nothing`() throws {
    let ruled = MonitoringProtocol.scheduled(.pressure(10, 20), rules: [.atOnce])
    var allowed = try SessionScript.dosed()
    try allowed.add(.deferring(), at: minute(31))
    try allowed.add(.set(190, 100), at: minute(25), recorded: minute(32))
    #expect(words(allowed, ruled) == ["deferred", "missed"])
    var refused = try SessionScript.dosed()
    let high = try refused.add(.pressure(190, 100), at: minute(25))
    try refused.add(.deferring(), at: minute(31))
    try refused.amend(high, to: .pressure(150, 90), at: minute(32))
    #expect(words(refused, ruled) == ["missed", "missed"])
  }

  @Test func `a withdrawn one closes nothing, and its slot is due again`() throws {
    var session = try SessionScript.dosed()
    let entry = try session.add(.deferring(), at: minute(30))
    try session.void(entry, at: minute(31))
    #expect(words(session) == ["missed", "missed", "missed"])
  }

  @Test func `kept outranks it, kept late does not`() throws {
    var session = try SessionScript.dosed()
    try session.add(.deferring(), at: minute(30))
    var late = session
    try session.add(.set(), at: minute(33))
    #expect(words(session).first == "kept")
    try late.add(.set(), at: minute(34))
    #expect(words(late).first == "deferred")
  }

  @Test func `the whole set is what is due, or else what comes next`() throws {
    let both = MonitoringProtocol.scheduled(
      .pressure(10, 20),
      .of("sed", [.sign(.moaas)], [10, 40])
    )
    func states(_ session: SessionScript) -> [[String]] {
      session.assessed(under: both, asOf: minute(90)).schedule.map { $0.slots.map(\.state.word) }
    }
    var due = try SessionScript.dosed()
    try due.add(.deferring(.wholeSet), at: minute(30))
    #expect(states(due) == [["deferred", "missed"], ["deferred", "missed"]])
    var next = try SessionScript.dosed()
    try next.add(.set(), at: minute(30))
    try next.add(.value(.moaas, 5), at: minute(30))
    try next.add(.deferring(.wholeSet), at: minute(35))
    #expect(states(next) == [["kept", "deferred"], ["kept", "missed"]])
  }

  @Test func `names the groups that need what it says`() throws {
    let both = MonitoringProtocol.scheduled(
      .pressure(10),
      .of("resp", [.sign(.spo2), .sign(.respiratoryRate)], [10]),
      .of("d", [.effect(.dissociation)], [10]),
      .of("c", [.scale("cadss-6")], [10])
    )
    func named(_ subject: Deferral.Subject) throws -> [String] {
      var session = try SessionScript.dosed()
      let entry = try session.add(.deferring(subject), at: minute(30))
      return rulings(session, both)[entry]?.groups.map(\.group.id.text) ?? []
    }
    #expect(try named(.bloodPressure) == ["bp"])
    #expect(try named(.sign(.heartRate)) == ["bp"])
    #expect(try named(.sign(.spo2)) == ["resp"])
    #expect(try named(.effect(.dissociation)) == ["d"])
    #expect(try named(.scale("cadss-6")) == ["c"])
    #expect(try named(.sign(.temperature)).isEmpty)
    #expect(try named(.wholeSet) == ["bp", "resp", "d", "c"])
  }

  @Test func `after the last slot there is nothing to put off`() throws {
    var session = try SessionScript.dosed()
    try session.add(.set(), at: minute(50))
    let entry = try session.add(.deferring(), at: minute(55))
    #expect(
      rulings(session, bp)[entry]?.groups.map(\.verdict) == [.noSlot]
    )
  }

  @Test func `one that a correction moves on to a peak reading closes nothing`() throws {
    let peak = MonitoringProtocol.scheduled(.pressure(10, 20, marks: [20: .peak]))
    var session = try SessionScript.dosed()
    let entry = try session.add(.deferring(), at: minute(30))
    #expect(words(session, peak) == ["deferred", "missed"])
    try session.amend(entry, to: .deferring(), observed: minute(40), at: minute(41))
    #expect(words(session, peak) == ["missed", "missed"])
    #expect(session.overdue(under: peak, asOf: minute(60)).first == "slot 10 35…")
    // The same where time zero moves under it.
    var moved = try SessionScript.dosed()
    try moved.add(.deferring(), at: minute(30))
    try moved.add(.dose("ketamine"), at: minute(10), recorded: minute(31))
    #expect(words(moved, peak) == ["missed", "missed"])
  }

  @Test func `says where nothing is left to put off`() throws {
    var session = try SessionScript.dosed()
    let first = try session.add(.deferring(), at: minute(21))
    #expect(rulings(session)[first]?.groups.map(\.isClosed) == [false])
    let second = try session.add(.deferring(), at: minute(22))
    #expect(rulings(session)[second]?.groups.map(\.isClosed) == [true])
    #expect(words(session) == ["deferred", "missed", "missed"])
  }
}
