import Monitoring
import SessionRecord
import Testing

/// Sentence 25: *m of n kept*.
///
/// Dosed at minute 20, so T+10 is minute 30.
@Suite struct KeptCountTests {
  private func count(
    _ session: SessionScript,
    _ marks: [Int: SlotMark] = [:],
    asOf: Instant
  ) throws -> KeptCount {
    let rules = MonitoringProtocol.scheduled(.pressure(10, 20, 40, 60, marks: marks))
    let assessment = session.assessed(under: rules, asOf: asOf)
    return assessment.keptCount(of: try #require(assessment.schedule.first))
  }

  @Test func `25: a slot counts from its offset and overdue on, and not a millisecond before`()
    throws
  {
    let session = try SessionScript.dosed()
    #expect(try count(session, asOf: minute(34, 59, 999)).required == 0)
    let first = try count(session, asOf: minute(35))
    #expect(first.required == 1)
    #expect(first.overdue == 1)
    #expect(first.missed == 0)
    #expect(try count(session, asOf: minute(45)).required == 2)
  }

  @Test func `25: a slot that is kept early counts no sooner than others`() throws {
    var session = try SessionScript.dosed()
    try session.add(.set(), at: minute(29))
    #expect(try count(session, asOf: minute(30)).kept == 0)
    #expect(try count(session, asOf: minute(35)).kept == 1)
  }

  @Test func `25: kept and kept late are m; what was not obtained, put off or missed is not`()
    throws
  {
    var session = try SessionScript.dosed()
    try session.add(.set(), at: minute(30))
    try session.add(.set(), at: minute(44))
    try session.add(.notObtained(.systolic, .diastolic, .heartRate), at: minute(60))
    let counted = try count(session, asOf: minute(100))
    #expect(counted.required == 4)
    #expect(counted.kept == 2)
    #expect(counted.late == 1)
    #expect(counted.notObtained == 1)
    #expect(counted.deferred == 0)
    #expect(counted.missed == 1)
    var other = try SessionScript.dosed()
    try other.add(.deferring(), at: minute(30))
    #expect(try count(other, asOf: minute(35)).deferred == 1)
    #expect(try count(other, asOf: minute(35)).kept == 0)
  }

  @Test func `25: a peak slot counts, one that was not called for does not`() throws {
    let session = try SessionScript.dosed()
    #expect(try count(session, [20: .peak], asOf: minute(100)).required == 4)
    #expect(try count(session, [20: .whileHigh], asOf: minute(100)).required == 3)
  }

  @Test func `25: closing stops the count`() throws {
    var session = try SessionScript.dosed()
    try session.add(.set(), at: minute(30))
    let closing = try session.add(.closed, at: minute(46))
    #expect(try count(session, asOf: minute(500)).required == 2)
    try session.void(closing, at: minute(501))
    #expect(try count(session, asOf: minute(501)).required == 4)
  }

  @Test func `no dose, nothing to keep`() throws {
    let rules = MonitoringProtocol.scheduled(.pressure(10, 20))
    let assessment = try SessionScript().assessed(under: rules, asOf: minute(300))
    #expect(try assessment.keptCount(of: #require(assessment.schedule.first)).required == 0)
  }
}
