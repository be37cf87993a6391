import Monitoring
import SessionRecord
import TestSupport
import Testing

@Suite struct `What a replay finds` {
  private func flag(
    _ rule: String,
    _ entry: Int,
    number: Int,
    of measure: Measure = .sign(.systolic),
    isProcess: Bool = false,
    priority: Priority = .medium
  ) -> Flag {
    Flag(
      identity: FlagIdentity(rule: RuleID(rule), entry: EntryNumber(entry)),
      number: FlagNumber(number),
      measure: measure,
      title: rule,
      isProcess: isProcess,
      protocolPriority: priority,
      priority: priority,
      limit: nil,
      readings: [],
      peak: nil,
      raised: Instant(milliseconds: entry),
      known: Instant(milliseconds: entry),
      state: .unconfirmed,
      confirmed: nil,
      backInside: nil,
      acknowledgements: [],
      retractedBy: nil
    )
  }

  private func session(_ number: Int) throws -> Session {
    Session(
      number: SessionNumber(number),
      opening: Opening(
        patient: try PatientCode("P-014"),
        identity: .zero,
        monitoringProtocol: ProtocolReference(id: ProtocolID("x"), version: "1", digest: .zero),
        setting: .clinic,
        zone: "UTC",
        prescriber: nil
      ),
      opened: Stamp(Instant(milliseconds: 0), offsetMinutes: 0),
      closed: nil,
      state: .open
    )
  }

  @Test func `is kept by rule and cause, whatever else changed`() throws {
    let found = SessionDifference(
      try session(1),
      before: [flag("a", 2, number: 1), flag("a", 3, number: 2), flag("b", 2, number: 3)],
      after: [
        flag("b", 2, number: 1, priority: .high), flag("a", 2, number: 2), flag("c", 2, number: 3),
      ]
    )
    #expect(found.kept.map(\.identity.rule.text) == ["b", "a"])
    #expect(found.kept.first?.priority == .high)
    #expect(found.gained.map(\.identity.rule.text) == ["c"])
    #expect(found.lost.map(\.identity.entry) == [EntryNumber(3)])
    #expect(found.differs)
  }

  @Test func `counts each of several flags that one entry raises by one rule`() throws {
    let signs: [VitalSign] = [.heartRate, .respiratoryRate, .spo2]
    let three = signs.enumerated().map {
      flag("news2.single", 2, number: $0 + 1, of: .sign($1))
    }
    let one = [flag("news2.single", 2, number: 1, of: .sign(.heartRate))]
    let fewer = SessionDifference(try session(1), before: three, after: one)
    #expect(fewer.kept.count == 1)
    #expect(fewer.lost.count == 2)
    #expect(fewer.gained.isEmpty)
    let more = SessionDifference(try session(1), before: one, after: three)
    #expect(more.gained.count == 2)
    #expect(more.lost.isEmpty)
    #expect(!SessionDifference(try session(1), before: three, after: three).differs)
  }

  @Test func `is counted by rule over all sessions`() throws {
    let difference = ReplayDifference([
      SessionDifference(
        try session(1),
        before: [flag("b", 2, number: 1)],
        after: [flag("b", 2, number: 1)]
      ),
      SessionDifference(
        try session(2),
        before: [flag("b", 2, number: 1), flag("overdue.bp", 3, number: 2, isProcess: true)],
        after: [flag("a", 2, number: 1), flag("b", 4, number: 2)]
      ),
      SessionDifference(try session(3), before: [], after: []),
    ])
    #expect(difference.sessions == 3)
    #expect(difference.before == 3)
    #expect(difference.after == 3)
    #expect(difference.differing.map(\.session.number.value) == [2])
    #expect(
      difference.rules == [
        RuleDifference(rule: RuleID("a"), isProcess: false, kept: 0, gained: 1, lost: 0),
        RuleDifference(rule: RuleID("b"), isProcess: false, kept: 1, gained: 1, lost: 1),
        RuleDifference(rule: RuleID("overdue.bp"), isProcess: true, kept: 0, gained: 0, lost: 1),
      ]
    )
    #expect(difference.rules.map(\.before) == [0, 2, 1])
    #expect(difference.rules.map(\.after) == [1, 2, 0])
  }
}
