import Monitoring
import SessionRecord
import Testing

/// What is read of gates, course rules and tasks, of every kind and in the file's order.
@Suite struct CourseReaderTests {
  private let wide: MonitoringProtocol
  private let own = Basis(.clinic, sources: ["ours"])

  init() throws {
    wide = try MonitoringProtocol(reading: Array(WideProtocol.text.utf8), from: "ours.json")
  }

  private func gate(
    _ id: String,
    _ title: String,
    _ level: GateLevel?,
    _ remoteLevel: GateLevel?,
    _ requirement: GateRequirement,
    _ standing: Standing = .clinic
  ) -> Gate {
    Gate(
      id: GateID(id),
      title: title,
      level: level,
      remoteLevel: remoteLevel,
      requirement: requirement,
      basis: Basis(standing, sources: ["ours"])
    )
  }

  @Test func `reads a gate of every kind`() {
    let gates = [
      gate(
        "suitable",
        "suitable today",
        .hard,
        .hard,
        .answer(clear: .yes, needsWords: true, validity: .day)
      ),
      gate(
        "eyes",
        "eye pressure",
        .soft,
        .hard,
        .answer(clear: .no, needsWords: false, validity: .days(90)),
        .general
      ),
      gate("grown", "grown up", .info, nil, .age(years: 18)),
      gate("consent", "consent", .hard, .hard, .consent(days: 365)),
      gate("blood", "tests", .soft, .soft, .tests([.ecg, .drugScreen], days: 60)),
      gate("severity", "scores", .soft, .soft, .scores(["phq-9", "nrs-pain"], days: 28)),
      gate("where", "address", nil, .required, .contact),
      gate(
        "limits",
        "limits",
        .hard,
        .hard,
        .rules([RuleID("sys"), RuleID("mean")], repeatAfter: .minutes(5))
      ),
    ]
    #expect(wide.gates == gates)
    #expect(wide.gates[6].level(in: .clinic) == nil)
    #expect(wide.gates[6].level(in: .telehealth) == .required)
  }

  private func rule(
    _ id: String,
    _ title: String,
    _ priority: Priority,
    _ gate: GateLevel?,
    _ condition: CourseCondition
  ) -> CourseRule {
    CourseRule(
      id: RuleID(id),
      title: title,
      priority: priority,
      gate: gate,
      condition: condition,
      basis: own
    )
  }

  @Test func `reads a course rule of every kind`() {
    let rules = [
      rule("gap", "too soon", .medium, .soft, .interval(.hours(48))),
      rule("often", "too often", .medium, nil, .frequency(most: 3, days: 7)),
      rule("many", "many", .low, .hard, .count(6)),
      rule("much", "much", .low, .info, .amount(thousandths: 2_500, days: 30)),
      rule("up", "rising", .high, nil, .escalation(percent: 25, runs: 3)),
      rule("kidneys", "renal", .info, nil, .test(.renal, days: 91, sessions: 4)),
      rule("liver", "liver", .medium, nil, .remarkable(.liver)),
      rule("early", "a concern", .medium, nil, .concern(days: 92)),
      rule(
        "response",
        "no better",
        .info,
        nil,
        .outcome(scale: "phq-9", points: 5, percent: 20, sessions: 6)
      ),
    ]
    #expect(wide.course == rules)
  }

  private func task(
    _ id: String,
    _ title: String,
    _ occasion: AfterCareTask.Occasion,
    from opens: Int,
    by due: Int,
    _ grows: [AfterCareTask.Growth],
    _ closing: AfterCareTask.Closing
  ) -> AfterCareTask {
    AfterCareTask(
      id: TaskID(id),
      title: title,
      occasion: occasion,
      opens: .hours(opens),
      due: .hours(due),
      grows: grows,
      closing: closing,
      basis: own
    )
  }

  @Test func `reads a task with every way of closing`() {
    let steps = [
      AfterCareTask.Growth(after: .hours(25), priority: .low),
      AfterCareTask.Growth(after: .hours(48), priority: .high),
    ]
    let tasks = [
      task("call", "call", .dose, from: 12, by: 24, steps, .followUp),
      task("talk", "talk it over", .dose, from: 36, by: 72, [], .integration),
      task("week", "scores", .dose, from: 0, by: 168, [], .scores(["phq-9", "itq"])),
      task("report", "report", .serious, from: 6, by: 6, [], .followUp),
    ]
    #expect(wide.afterCare == tasks)
  }

  @Test func `a protocol without them has none`() throws {
    let small = try MonitoringProtocol(
      reading: Array(SmallProtocol.text.utf8),
      from: "ours.json"
    )
    #expect(small.gates.isEmpty)
    #expect(small.course.isEmpty)
    #expect(small.afterCare.isEmpty)
  }

  @Test func `a consent says whether the off-label statement belongs to it`() throws {
    for (written, offLabel) in [("false", false), ("true", true)] {
      let text = WideProtocol.text
        .replacing(#""days": 365, "#, with: #""days": 365, "offLabel": \#(written), "#)
      let read = try MonitoringProtocol(reading: Array(text.utf8), from: "ours.json")
      #expect(read.gates[3].requirement == .consent(days: 365, offLabel: offLabel))
    }
    let text = WideProtocol.text
      .replacing(#""days": 365, "#, with: #""days": 365, "offLabel": "no", "#)
    #expect(throws: ProtocolRefusal.self) {
      try MonitoringProtocol(reading: Array(text.utf8), from: "ours.json")
    }
  }

  @Test func `no protocol asks for a countersignature: every session does`() {
    let text = WideProtocol.text
      .replacing(#""occasion": "dose""#, with: #""occasion": "countersignature""#)
    #expect(text != WideProtocol.text)
    #expect(throws: ProtocolRefusal.self) {
      try MonitoringProtocol(reading: Array(text.utf8), from: "ours.json")
    }
  }

  @Test func `what is left out of a gate or rule is nothing, and the remote level the level`()
    throws
  {
    let text = WideProtocol.text
      .replacing(#""remoteLevel": "hard", "#, with: "")
      .replacing(#""days": 365, "#, with: "")
      .replacing(#""days": 91, "#, with: "")
      .replacing(#""percent": 20, "#, with: "")
    let read = try MonitoringProtocol(reading: Array(text.utf8), from: "ours.json")
    #expect(read.gates[1].remoteLevel == .soft)
    #expect(read.gates[3].requirement == .consent(days: nil, offLabel: true))
    #expect(read.course[5].condition == .test(.renal, days: nil, sessions: 4))
    #expect(
      read.course[8].condition == .outcome(scale: "phq-9", points: 5, percent: nil, sessions: 6)
    )
  }
}
