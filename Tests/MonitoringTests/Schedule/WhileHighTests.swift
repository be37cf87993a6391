import Monitoring
import SessionRecord
import Testing

/// Slots that are there only while a high flag about the patient is open.
///
/// T+10 is minute 30.
@Suite struct WhileHighTests {
  private let high = Rule.limit("low", .spo2, .atOrUnder, 90, .high, count: 1)
  private var closer: MonitoringProtocol {
    .scheduled(.pressure(10, 15, 20, marks: [15: .whileHigh]), rules: [high])
  }

  private func offsets(_ session: SessionScript, asOf: Instant) -> [Int] {
    session.assessed(under: closer, asOf: asOf).schedule.first?.slots.map(\.minutes) ?? []
  }

  @Test func `is not there without one`() throws {
    let session = try SessionScript.dosed()
    #expect(offsets(session, asOf: minute(60)) == [10, 20])
  }

  @Test func `is there where its span begins under one, and stays when it clears after`() throws {
    var session = try SessionScript.dosed()
    try session.add(.value(.spo2, 88), at: minute(31))
    // Its span begins at T+12.
    #expect(offsets(session, asOf: minute(31)) == [10, 15, 20])
    try session.add(.value(.spo2, 97), at: minute(32, 0, 1))
    #expect(offsets(session, asOf: minute(60)) == [10, 15, 20])
    #expect(session.overdue(under: closer, asOf: minute(60)) == ["slot 10 35…"])
  }

  @Test func `goes when the flag clears before its span begins, or exactly then`() throws {
    var session = try SessionScript.dosed()
    try session.add(.value(.spo2, 88), at: minute(31))
    try session.add(.value(.spo2, 97), at: minute(32))
    #expect(offsets(session, asOf: minute(33)) == [10, 20])
  }

  @Test func `a flag that is high only once confirmed calls from then on`() throws {
    let rises = MonitoringProtocol.scheduled(
      .pressure(10, 15, 20, marks: [15: .whileHigh]),
      rules: [.surge]
    )
    func offsets(_ session: SessionScript, _ asOf: Instant) -> [Int] {
      session.assessed(under: rises, asOf: asOf).schedule.first?.slots.map(\.minutes) ?? []
    }
    var session = try SessionScript.dosed()
    try session.add(.pressure(190, 100), at: minute(28))
    #expect(offsets(session, minute(31)) == [10, 20])
    try session.add(.pressure(190, 100), at: minute(31))
    #expect(offsets(session, minute(31)) == [10, 15, 20])
    // Not repeated, it is confirmed after ten minutes: too late for T+15, whose span begins at T+12.
    var silent = try SessionScript.dosed()
    try silent.add(.pressure(190, 100), at: minute(28))
    #expect(offsets(silent, minute(50)) == [10, 20])
  }

  @Test func `takes the values of its own span, so the slot before ends earlier`() throws {
    var session = try SessionScript.dosed()
    try session.add(.value(.spo2, 88), at: minute(31))
    let set = try session.add(.set(), at: minute(34))
    #expect(
      session.slots(under: closer, asOf: minute(34))
        == [.missed, .kept(at: minute(34), by: [set]), .upcoming]
    )
  }

  @Test func `a late entry that takes the flag away takes the slot away`() throws {
    var session = try SessionScript.dosed()
    let low = try session.add(.value(.spo2, 88), at: minute(31))
    try session.add(.set(), at: minute(34))
    try session.amend(low, to: .value(.spo2, 98), at: minute(36))
    #expect(
      session.slots(under: closer, asOf: minute(36)).map(\.word) == ["kept late", "upcoming"]
    )
  }

  @Test func `process flags call for nothing`() throws {
    let late = MonitoringProtocol.scheduled(
      .pressure(10, 15, 20, marks: [15: .whileHigh], priority: .high),
      .of("sed", [.sign(.moaas)], [2], priority: .high)
    )
    let session = try SessionScript.dosed()
    let assessed = session.assessed(under: late, asOf: minute(60))
    #expect(assessed.flags.contains { $0.priority == .high })
    #expect(assessed.schedule.first?.slots.map(\.minutes) == [10, 20])
  }
}
