import Monitoring
import SessionRecord
import Testing

/// Time zero: sentence 5.
@Suite struct TimeZeroTests {
  private func timeZero(_ entries: (Content, Instant)...) throws -> Instant? {
    var session = try SessionScript()
    for (content, observed) in entries {
      try session.add(content, at: observed, recorded: minute(90))
    }
    return session.assessed(under: .of(.surge), asOf: minute(90)).timeZero
  }

  @Test func `5: is the earliest infusion start or dose given at once`() throws {
    let infusion = (Content.infusion(.start), minute(12))
    #expect(try timeZero(infusion, (.dose("ketamine"), minute(10))) == minute(10))
    #expect(try timeZero((.dose("ketamine"), minute(14)), infusion) == minute(12))
  }

  @Test func `5: is a dose over a time only where there is neither`() throws {
    let overATime = (try Content.dose("ketamine", over: 40), minute(8))
    #expect(try timeZero(overATime) == minute(8))
    #expect(
      try timeZero((.dose("ketamine", over: 40), minute(9)), overATime) == minute(8)
    )
    #expect(try timeZero(overATime, (.infusion(.start), minute(11))) == minute(11))
    #expect(try timeZero(overATime, (.dose("ketamine"), minute(20))) == minute(20))
  }

  @Test func `5: is not another drug's dose, nor an infusion's pause or stop`() throws {
    #expect(try timeZero((.dose("ondansetron"), minute(8))) == nil)
    #expect(
      try timeZero(
        (.infusion(.pause), minute(8)),
        (.infusion(.stop(given: .notSaid)), minute(9))
      ) == nil
    )
  }

  @Test func `5: is an unverified dose too, and no voided one`() throws {
    #expect(try timeZero((.dose("ketamine", unverified: [.amount]), minute(8))) == minute(8))
    var session = try SessionScript()
    let first = try session.add(.dose("ketamine"), at: minute(8))
    try session.add(.dose("ketamine"), at: minute(18))
    try session.void(first, at: minute(20))
    #expect(session.assessed(under: .of(.surge), asOf: minute(19)).timeZero == minute(8))
    #expect(session.assessed(under: .of(.surge), asOf: minute(20)).timeZero == minute(18))
  }
}
