import Monitoring
import SessionRecord
import Testing

/// No flag about the patient of a priority or higher is open.
@Suite struct OpenFlagCriterionTests {
  private let high = LeavingRequirement.noOpenFlag(atLeast: .high)
  private let limit = Rule.limit("crit", .systolic, .atOrOver, 180, .high)

  @Test func `without flags it is met since the opening`() throws {
    let session = try SessionScript()
    #expect(try session.state(high, rules: [limit], asOf: minute(60)) == .met(since: minute(0)))
  }

  @Test func `an open flag is missing, and it is met again from when it cleared`() throws {
    var session = try SessionScript()
    let broke = try session.add(.pressure(184, 96), at: minute(60))
    let open = try session.readiness([high], rules: [limit], asOf: minute(61))
    #expect(
      open.criteria.first?.state
        == .missing("flag 1 is open: systolic at or over 180 mmHg")
    )
    #expect(open.criteria.first?.entries == [broke])
    try session.add(.pressure(160, 90), at: minute(65))
    try session.add(.pressure(158, 90), at: minute(70))
    #expect(try session.state(high, rules: [limit], asOf: minute(80)) == .met(since: minute(70)))
  }

  @Test func `a flag of lower priority does not count`() throws {
    var session = try SessionScript()
    try session.add(.pressure(184, 96), at: minute(60))
    let milder = Rule.limit("crit", .systolic, .atOrOver, 180, .medium)
    #expect(try session.state(high, rules: [milder], asOf: minute(61)) == .met(since: minute(0)))
    #expect(
      try session.state(.noOpenFlag(atLeast: .medium), rules: [milder], asOf: minute(61))
        == .missing("flag 1 is open: systolic at or over 180 mmHg")
    )
  }

  @Test func `a flag that a repeat made high counts from when it was confirmed`() throws {
    var session = try SessionScript()
    try session.add(.pressure(184, 96), at: minute(60))
    let surge = [Rule.surge]
    #expect(try session.state(high, rules: surge, asOf: minute(61)) == .met(since: minute(0)))
    #expect(
      try session.state(high, rules: surge, asOf: minute(70))
        == .missing("flag 1 is open: systolic at or over 180 mmHg")
    )
    try session.add(.pressure(160, 90), at: minute(75))
    try session.add(.pressure(158, 90), at: minute(80))
    #expect(try session.state(high, rules: surge, asOf: minute(90)) == .met(since: minute(80)))
  }

  @Test func `the worst of several is named, and the others are counted`() throws {
    var session = try SessionScript()
    try session.add(.pressure(184, 126), at: minute(60))
    let rules = [Rule.limit("dia", .diastolic, .atOrOver, 120, .high), limit]
    #expect(
      try session.state(high, rules: rules, asOf: minute(61))
        == .missing("flag 1 is open: diastolic at or over 120 mmHg, and 1 more")
    )
  }

  @Test func `a flag about the record, and one that is gone, do not count`() throws {
    var session = try SessionScript()
    let unverified = Rule.of("unverified", .unverified(UnverifiedValue()), .high)
    try session.add(.value(.heartRate, 170, verified: false), at: minute(60))
    #expect(
      try session.state(high, rules: [unverified], asOf: minute(61)) == .met(since: minute(0))
    )
    let slip = try session.add(.pressure(184, 96), at: minute(65))
    try session.void(slip, at: minute(66))
    #expect(try session.state(high, rules: [limit], asOf: minute(67)) == .met(since: minute(0)))
  }
}
