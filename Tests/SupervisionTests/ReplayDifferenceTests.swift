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
    priority: Priority = .medium,
    state: FlagState = .unconfirmed,
    confirmed: Int? = nil,
    isStopCriterionMet: Bool = false
  ) -> Flag {
    Flag(
      identity: FlagIdentity(rule: RuleID(rule), entry: EntryNumber(entry)),
      number: FlagNumber(number),
      measure: measure,
      title: rule,
      isProcess: isProcess,
      isStopCriterionMet: isStopCriterionMet,
      protocolPriority: priority,
      priority: priority,
      limit: nil,
      readings: [],
      peak: nil,
      raised: Instant(milliseconds: entry),
      known: Instant(milliseconds: entry),
      state: state,
      confirmed: confirmed.map(Instant.init(milliseconds:)),
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
      state: .open,
      room: nil
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
    #expect(found.kept.map(\.after.identity.rule.text) == ["b", "a"])
    #expect(found.kept.map(\.before.number.value) == [3, 1])
    #expect(found.changed.map(\.after.priority) == [.high])
    #expect(found.changed.map(\.before.priority) == [.medium])
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
    // Each is beside its own value, in whatever order they come.
    let turned = zip(three.reversed(), 1...).map { flag, number in
      self.flag("news2.single", 2, number: number, of: flag.measure)
    }
    let same = SessionDifference(try session(1), before: three, after: turned)
    #expect(same.kept.allSatisfy { $0.before.measure == $0.after.measure })
    #expect(same.kept.count == 3)
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
    #expect(difference.rules.map(\.rule.text) == ["a", "b", "overdue.bp"])
    #expect(difference.rules.map(\.isProcess) == [false, false, true])
    #expect(difference.rules.map(\.kept) == [0, 1, 0])
    #expect(difference.rules.map(\.gained) == [1, 1, 0])
    #expect(difference.rules.map(\.lost) == [0, 1, 1])
    #expect(difference.rules.allSatisfy { $0.milder == 0 && $0.worse == 0 })
    #expect(difference.rules.map(\.before) == [0, 2, 1])
    #expect(difference.rules.map(\.after) == [1, 2, 0])
  }

  /// Flags of one rule and cause, from the mildest to the worst; each step is another reason.
  private var ladder: [Flag] {
    let at = Instant(milliseconds: 400_002)
    func flag(
      _ priority: Priority,
      _ state: FlagState,
      confirmed: Int? = nil,
      isStopCriterionMet: Bool = false
    ) -> Flag {
      self.flag(
        "a",
        2,
        number: 1,
        priority: priority,
        state: state,
        confirmed: confirmed,
        isStopCriterionMet: isStopCriterionMet
      )
    }
    return [
      flag(.info, .cleared(at: at, repeated: true), confirmed: 2, isStopCriterionMet: true),
      flag(.medium, .clearedOnRepeat(at: at)), flag(.medium, .unconfirmed),
      flag(.medium, .confirmed(at: at, repeated: false), confirmed: 400_002),
      flag(.medium, .confirmed(at: at, repeated: true), confirmed: 400_002),
      flag(.medium, .confirmed(at: at, repeated: true), confirmed: 2),
      flag(.medium, .cleared(at: at, repeated: true), confirmed: 2, isStopCriterionMet: true),
      flag(.high, .clearedOnRepeat(at: at)),
    ]
  }

  @Test func `is milder or worse by priority, then confirmation, then the stop criterion`() throws {
    for (low, milder) in ladder.enumerated() {
      for (high, worse) in ladder.enumerated() {
        let kept = KeptFlag(before: milder, after: worse)
        let expected: KeptFlag.Change? = low < high ? .worse : low > high ? .milder : nil
        #expect(kept.change == expected, "\(low) to \(high)")
        let found = SessionDifference(try session(1), before: [milder], after: [worse])
        #expect(found.differs == (low != high), "\(low) to \(high)")
      }
    }
    // That it has cleared since says nothing of how bad it was.
    let at = Instant(milliseconds: 500_000)
    let cleared = flag("a", 2, number: 1, state: .cleared(at: at, repeated: true), confirmed: 400)
    let open = flag("a", 2, number: 1, state: .confirmed(at: at, repeated: true), confirmed: 400)
    #expect(KeptFlag(before: open, after: cleared).change == nil)
  }

  @Test func `counts by rule what is milder, worse, and where to stop, and flags by priority`()
    throws
  {
    let first = ladder[0]
    let (plain, stop) = (ladder[5], ladder[6])
    let difference = ReplayDifference([
      SessionDifference(try session(1), before: [stop], after: [plain]),
      SessionDifference(try session(2), before: [stop], after: [plain]),
      SessionDifference(try session(3), before: [plain], after: [stop]),
      SessionDifference(try session(4), before: [first], after: [ladder[7]]),
      SessionDifference(try session(5), before: [plain], after: [plain]),
    ])
    let rule = try #require(difference.rules.first)
    #expect(difference.rules.count == 1)
    #expect([rule.kept, rule.gained, rule.lost] == [5, 0, 0])
    #expect([rule.milder, rule.worse] == [2, 2])
    #expect([rule.stopGained, rule.stopLost] == [1, 3])
    #expect(rule.was == [.medium: 4, .info: 1])
    #expect(rule.wouldBe == [.medium: 4, .high: 1])
    #expect(difference.differing.map(\.session.number.value) == [1, 2, 3, 4])
  }
}
