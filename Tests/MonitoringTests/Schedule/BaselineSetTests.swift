import Monitoring
import SessionRecord
import Testing

/// Baseline sets: sentence 23.
@Suite struct BaselineSetTests {
  private let bp = MonitoringProtocol.scheduled(.pressure(10, 20, baselineSets: 2))

  private func sets(_ session: SessionScript, asOf: Instant) -> [Int]? {
    session.assessed(under: bp, asOf: asOf).schedule.first?.baseline.map { [$0.taken, $0.wanted] }
  }

  @Test func `no set by fifteen minutes after opening is overdue`() throws {
    var session = try SessionScript()
    try session.add(.pressure(120, 80), at: minute(5))
    #expect(session.overdue(under: bp, asOf: minute(15, 0, -1)).isEmpty)
    #expect(session.overdue(under: bp, asOf: minute(15)) == ["baseline 15…"])
    try session.add(.value(.heartRate, 70), at: minute(17))
    #expect(session.overdue(under: bp, asOf: minute(30)) == ["baseline 15…17"])
    #expect(sets(session, asOf: minute(17)) == [1, 2])
  }

  @Test func `a dose before that makes it overdue at time zero`() throws {
    var session = try SessionScript()
    try session.add(.dose("ketamine"), at: minute(8))
    #expect(session.overdue(under: bp, asOf: minute(8)) == ["baseline 8…"])
    // The set of T+10 closes a slot, and every sign has been usable.
    try session.add(.set(), at: minute(18))
    #expect(session.overdue(under: bp, asOf: minute(18)) == ["baseline 8…18"])
    #expect(sets(session, asOf: minute(18)) == [0, 2])
  }

  @Test func `a set at exactly the deadline is in time`() throws {
    var session = try SessionScript()
    try session.add(.set(), at: minute(15))
    #expect(session.overdue(under: bp, asOf: minute(16)).isEmpty)
  }

  @Test func `values of several entries make a set, and two sets are two`() throws {
    var session = try SessionScript()
    try session.add(.pressure(120, 80), at: minute(2))
    try session.add(.value(.heartRate, 70), at: minute(3))
    try session.add(.value(.heartRate, 71), at: minute(4))
    #expect(sets(session, asOf: minute(5)) == [1, 2])
    try session.add(.pressure(122, 82), at: minute(6))
    #expect(sets(session, asOf: minute(6)) == [2, 2])
  }

  @Test func `a set before opening or after time zero is no baseline set`() throws {
    var session = try SessionScript()
    try session.add(.set(), at: minute(-1), recorded: minute(1))
    #expect(sets(session, asOf: minute(5)) == [0, 2])
    try session.add(.dose("ketamine"), at: minute(6))
    try session.add(.set(), at: minute(7))
    #expect(sets(session, asOf: minute(8)) == [0, 2])
  }

  @Test func `a group without baseline sets has no baseline flag`() throws {
    let session = try SessionScript()
    let none = MonitoringProtocol.scheduled(.pressure(10))
    #expect(session.overdue(under: none, asOf: minute(60)).isEmpty)
    #expect(session.assessed(under: none, asOf: minute(60)).schedule.first?.baseline == nil)
  }

  @Test func `while the baseline is overdue a slot raises no second flag`() throws {
    var session = try SessionScript()
    try session.add(.dose("ketamine"), at: minute(20))
    #expect(session.overdue(under: bp, asOf: minute(90)) == ["baseline 15…"])
    // A slot that is closed without a value clears it as well.
    try session.add(.notObtained(.systolic, .diastolic, .heartRate), at: minute(30))
    #expect(
      session.overdue(under: bp, asOf: minute(90)) == ["baseline 15…30", "slot 20 45…"]
    )
  }
}
