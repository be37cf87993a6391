import Monitoring
import SessionRecord
import Testing

/// A session in which nothing was entered for twelve hours, and that was not closed.
@Suite struct SilenceTests {
  private let plain = MonitoringProtocol.scheduled(.pressure(10))
  private let twelveHours = 12 * 60

  private func silent(_ session: SessionScript, asOf: Instant) -> [String] {
    session.overdue(under: plain, asOf: asOf).filter { $0.hasPrefix("silence") }
  }

  @Test func `twelve hours after the last entry there is one flag`() throws {
    var session = try SessionScript()
    try session.add(.note("arrived"), at: minute(10))
    #expect(silent(session, asOf: minute(10 + twelveHours, 0, -1)).isEmpty)
    #expect(silent(session, asOf: minute(10 + twelveHours)) == ["silence 730…"])
    let flag = try #require(session.flags(under: plain, asOf: minute(2_000)).first)
    #expect(flag.identity == FlagIdentity(rule: RuleID("session.not-closed"), cause: .silence))
    #expect(flag.measure == .session && flag.isProcess && flag.isOpen)
    #expect(flag.known == minute(730))
  }

  @Test func `there is one in a session, however often it is silent, and it clears with closing`()
    throws
  {
    var session = try SessionScript()
    try session.add(.note("found open"), at: minute(800))
    #expect(silent(session, asOf: minute(3_000)) == ["silence 720…"])
    try session.add(.closed, at: minute(3_000))
    #expect(silent(session, asOf: minute(9_000)) == ["silence 720…3000"])
  }

  @Test func `a closed session is silent by right, and an opened one again is not`() throws {
    var session = try SessionScript()
    let closed = try session.add(.closed, at: minute(90))
    #expect(silent(session, asOf: minute(9_000)).isEmpty)
    try session.void(closed, at: minute(1_000))
    #expect(silent(session, asOf: minute(1_000)) == ["silence 810…"])
    let flag = try #require(session.flags(under: plain, asOf: minute(1_000)).first)
    #expect(flag.known == minute(1_000))
  }

  @Test func `an hour short of it is none`() throws {
    var session = try SessionScript()
    for hours in [11, 22, 33] { try session.add(.note("resting"), at: minute(hours * 60)) }
    #expect(silent(session, asOf: minute(44 * 60)).isEmpty)
  }
}
