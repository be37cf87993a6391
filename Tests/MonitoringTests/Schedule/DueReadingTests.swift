import Monitoring
import SessionRecord
import Testing

/// What is wanted next.
///
/// T+10 is minute 30.
@Suite struct DueReadingTests {
  private let bp = MonitoringProtocol.scheduled(
    .pressure(10, 20, baselineSets: 1),
    .of("sed", [.sign(.moaas)], [20])
  )

  private func due(_ session: SessionScript, asOf: Instant) -> [String] {
    session.assessed(under: bp, asOf: asOf).dueReadings.map { reading in
      let kind =
        switch reading.kind {
        case .slot(let minutes, _): "T+\(minutes)"
        case .baseline(let taken, let wanted): "baseline \(taken)/\(wanted)"
        }
      let since = reading.overdueSince.map { " since \(($0 - SessionScript.start).wholeMinutes)" }
      return "\(reading.group.id) \(kind) at \((reading.due - SessionScript.start).wholeMinutes)"
        + (since ?? "") + (reading.isOpen ? " open" : "")
    }
  }

  @Test func `before the dose it is the baseline, and nothing once that is taken`() throws {
    var session = try SessionScript()
    #expect(due(session, asOf: minute(5)) == ["bp baseline 0/1 at 15 open"])
    #expect(due(session, asOf: minute(16)) == ["bp baseline 0/1 at 15 since 15 open"])
    try session.add(.set(), at: minute(17))
    #expect(due(session, asOf: minute(17)).isEmpty)
  }

  @Test func `after the dose it is the next slot of each group, the overdue one first`() throws {
    var session = try SessionScript()
    try session.add(.set(), at: minute(10))
    try session.add(.dose("ketamine"), at: minute(20))
    #expect(due(session, asOf: minute(21)) == ["bp T+10 at 30", "sed T+20 at 40"])
    #expect(due(session, asOf: minute(28)) == ["bp T+10 at 30 open", "sed T+20 at 40"])
    #expect(
      due(session, asOf: minute(35)) == ["bp T+10 at 30 since 35 open", "sed T+20 at 40"]
    )
    // T+10 is missed now; a value taken is for T+20, and the flag is still there.
    #expect(
      due(session, asOf: minute(38))
        == ["bp T+10 at 30 since 35", "bp T+20 at 40 open", "sed T+20 at 40 open"]
    )
    try session.add(.set(), at: minute(39))
    #expect(due(session, asOf: minute(39)) == ["sed T+20 at 40 open"])
  }

  @Test func `a partial set moves no due time`() throws {
    var session = try SessionScript.dosed()
    try session.add(.set(), at: minute(20))
    let before = due(session, asOf: minute(29))
    try session.add(.pressure(120, 80), at: minute(29))
    #expect(due(session, asOf: minute(29)) == before)
  }

  @Test func `a closed session wants nothing`() throws {
    var session = try SessionScript.dosed()
    try session.add(.closed, at: minute(40))
    #expect(due(session, asOf: minute(60)).isEmpty)
  }

  @Test func `a second slot that is overdue says so, whichever raised the flag`() throws {
    var session = try SessionScript()
    try session.add(.set(), at: minute(10))
    try session.add(.dose("ketamine"), at: minute(20))
    #expect(
      due(session, asOf: minute(46))
        == [
          "bp T+10 at 30 since 35", "bp T+20 at 40 since 45 open",
          "sed T+20 at 40 since 45 open",
        ]
    )
  }
}
