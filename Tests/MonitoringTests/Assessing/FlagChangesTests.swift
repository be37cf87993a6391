import Monitoring
import SessionRecord
import Testing

@Suite struct FlagChangesTests {
  private let crit = Rule.limit("crit", .systolic, .atOrOver, 180, .medium, repeats: true)
  private let severe = Rule.limit("severe", .systolic, .over, 200, .high, count: 1)

  /// What the last commit of a session did.
  private func changes(of session: SessionScript) throws -> FlagChanges {
    let rules = MonitoringProtocol.of(crit, severe)
    let last = try #require(session.log.last)
    let before = session.log.filter { $0.commit != last.commit }
    let known = try #require(before.last).recorded.instant
    return FlagChanges(
      before: assess(before, under: rules, asOf: known),
      after: assess(session.log, under: rules, asOf: last.recorded.instant)
    )
  }

  @Test func `tells what was raised, worst first`() throws {
    var session = try SessionScript()
    try session.add(.value(.systolic, 205), at: minute(5))
    let changes = try changes(of: session)
    #expect(changes.raised.map(\.identity.rule.text) == ["severe", "crit"])
    #expect(changes.confirmed.isEmpty)
  }

  @Test func `tells what was confirmed, cleared, retracted and reopened`() throws {
    var session = try SessionScript()
    let first = try session.add(.value(.systolic, 205), at: minute(5))
    try session.add(.value(.systolic, 190), at: minute(8))
    let confirmed = try changes(of: session)
    #expect(confirmed.confirmed.map(\.identity.rule.text) == ["crit"])
    #expect(confirmed.cleared.map(\.identity.rule.text) == ["severe"])
    #expect(confirmed.raised.isEmpty)
    try session.amend(first, to: .value(.systolic, 150), at: minute(9))
    let retracted = try changes(of: session)
    #expect(retracted.retracted.map(\.identity.rule.text) == ["crit", "severe"])
    #expect(retracted.raised.map(\.identity.entry?.value) == [3])
    try session.amend(first, to: .value(.systolic, 210), at: minute(10))
    #expect(try changes(of: session).reopened.map(\.identity.rule.text) == ["crit", "severe"])
  }

  @Test func `tells one that stands again, also where it has cleared meanwhile`() throws {
    var session = try SessionScript()
    let first = try session.add(.value(.systolic, 205), at: minute(5))
    try session.add(.value(.systolic, 150), at: minute(20))
    try session.add(.value(.systolic, 150), at: minute(21))
    try session.amend(first, to: .value(.systolic, 150), at: minute(22))
    #expect(try changes(of: session).retracted.map(\.identity.rule.text) == ["crit", "severe"])
    try session.amend(first, to: .value(.systolic, 206), at: minute(23))
    let back = try changes(of: session)
    #expect(back.reopened.map(\.identity.rule.text) == ["crit", "severe"])
    #expect(back.reopened.allSatisfy { !$0.isOpen && $0.retractedBy == nil })
    #expect(back.cleared.isEmpty)
  }

  @Test func `tells one that was raised since and is retracted by this entry as retracted`() throws
  {
    let rules = MonitoringProtocol.scheduled(.pressure(10))
    var session = try SessionScript.dosed()
    // Overdue from minute 35 on, which no entry was there to tell.
    try session.add(.set(), at: minute(31), recorded: minute(37))
    let before = Array(session.log.dropLast())
    let changes = FlagChanges(
      before: assess(before, under: rules, asOf: minute(20)),
      after: assess(session.log, under: rules, asOf: minute(37))
    )
    #expect(changes.raised.isEmpty)
    #expect(changes.retracted.map(\.identity.cause) == [.slot(minutes: 10)])
    #expect(changes.retracted.map(\.retractedBy) == [EntryNumber(3)])
  }

  @Test func `tells one that was raised since and stands as raised, cleared or not`() throws {
    let rules = MonitoringProtocol.scheduled(.pressure(10))
    var session = try SessionScript.dosed()
    let before = assess(session.log, under: rules, asOf: minute(20))
    try session.add(.set(), at: minute(37))
    let changes = FlagChanges(
      before: before,
      after: assess(session.log, under: rules, asOf: minute(37))
    )
    #expect(changes.raised.map(\.state.clearedAt) == [minute(37)])
    #expect(changes.cleared.isEmpty)
    #expect(changes.retracted.isEmpty)
  }

  @Test func `a note changes nothing`() throws {
    var session = try SessionScript()
    try session.add(.value(.systolic, 205), at: minute(5))
    try session.add(.note("calm"), at: minute(6))
    let told = try changes(of: session)
    for flags in [told.raised, told.confirmed, told.cleared, told.retracted, told.reopened] {
      #expect(flags.isEmpty)
    }
  }
}
