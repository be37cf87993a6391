import Monitoring
import SessionRecord
import Testing

/// What the protocols that come with Vigil ask before the dose, across sessions and after them, against
/// tables written by hand from the reference.
@Suite struct BuiltInCourseTests {
  private static let hard = [
    "suitable", "hypersensitivity", "vascular", "hold", "heart", "pressure-head", "glaucoma",
    "psychosis", "mania", "sud", "intoxication", "pregnancy", "age", "liver", "cystitis", "consent",
  ]
  private static let soft = [
    "sud-remission", "liver-moderate", "urinary", "thyroid", "lungs", "apnoea", "seizure",
    "medicines", "fasting", "labs", "scores", "pdmp",
  ]
  private static let remote = [
    "supervising-clinician", "chaperone", "contact", "cuff", "oximeter",
  ]

  @Test(arguments: BuiltInProtocol.allCases)
  func `asks every gate of the reference, at its level`(builtIn: BuiltInProtocol) throws {
    let found = try MonitoringProtocol.builtIn(builtIn)
    var levels: [String: [GateLevel?]] = [:]
    for gate in found.gates { levels[gate.id.text] = [gate.level, gate.remoteLevel] }
    var expected: [String: [GateLevel?]] = ["suicidal-intent": [.soft, .hard]]
    for id in Self.hard { expected[id] = [.hard, .hard] }
    for id in Self.soft { expected[id] = [.soft, .soft] }
    switch builtIn {
    case .ketamineRemote: for id in Self.remote { expected[id] = [nil, .required] }
    case .esketamineIntranasal:
      expected["escort"] = [.hard, .hard]
      expected["decongestant"] = [.soft, .soft]
    case .ketamineIntravenous, .ketamineIntramuscular, .ketamineSublingual:
      expected["escort"] = [.hard, .hard]
    }
    #expect(levels == expected)
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `a question is clear by no, but for what has to be there`(builtIn: BuiltInProtocol) throws {
    let found = try MonitoringProtocol.builtIn(builtIn)
    let present: Set = [
      "suitable", "fasting", "escort", "supervising-clinician", "chaperone", "cuff", "oximeter",
    ]
    let worded: Set = ["escort", "supervising-clinician", "chaperone"]
    for gate in found.gates {
      guard case .answer(let clear, let needsWords, let validity) = gate.requirement else {
        continue
      }
      #expect(clear == (present.contains(gate.id.text) ? .yes : .no), "\(gate.id)")
      #expect(needsWords == worded.contains(gate.id.text), "\(gate.id)")
      // What is arranged for a session is asked for each.
      if present.contains(gate.id.text) { #expect(validity == .day, "\(gate.id)") }
    }
    let today = ["intoxication", "suicidal-intent", "medicines"].map(GateID.init)
    for gate in found.gates where today.contains(gate.id) {
      #expect(gate.requirement == .answer(clear: .no, needsWords: false, validity: .day))
    }
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `looks up what is on file, and holds at the protocol's own limits`(
    builtIn: BuiltInProtocol
  ) throws {
    let found = try MonitoringProtocol.builtIn(builtIn)
    func requirement(_ id: String) -> GateRequirement? {
      found.gates.first { $0.id.text == id }?.requirement
    }
    #expect(requirement("age") == .age(years: 18))
    // The one use among them that is on label.
    let isOffLabel = builtIn != .esketamineIntranasal
    #expect(requirement("consent") == .consent(days: 365, offLabel: isOffLabel))
    #expect(requirement("labs") == .tests([.ecg, .renal, .liver], days: 365))
    #expect(requirement("pdmp") == .tests([.prescriptionMonitoring], days: 30))
    #expect(
      requirement("scores") == .scores(["pcl-5", "itq", "phq-9", "gad-7", "c-ssrs"], days: 90)
    )
    let limits = found.rules.filter { $0.window == .beforeStart }.map(\.id)
    #expect(limits.count >= 2)
    #expect(requirement("hold") == .rules(limits, repeatAfter: .minutes(5)))
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `limits a course as the reference has it`(builtIn: BuiltInProtocol) throws {
    let found = try MonitoringProtocol.builtIn(builtIn)
    var conditions: [String: CourseCondition] = [:]
    for rule in found.course { conditions[rule.id.text] = rule.condition }
    let isEsketamine = builtIn == .esketamineIntranasal
    var expected: [String: CourseCondition] = [
      "course.interval": .interval(.hours(isEsketamine ? 72 : 48)),
      "course.escalate": .escalation(percent: isEsketamine ? 50 : 25, runs: 3),
      "course.bladder": .test(.urinary, days: nil, sessions: 4),
      "course.bladder.new": .remarkable(.urinary),
      "course.lft": .test(.liver, days: 90, sessions: nil),
      "course.uds": .test(.drugScreen, days: 365, sessions: nil),
      "course.early": .concern(days: 90),
      "course.pdmp": .test(.prescriptionMonitoring, days: 30, sessions: nil),
      "course.outcome": isEsketamine
        ? .outcome(scale: "phq-9", points: nil, percent: 20, sessions: 6)
        : .outcome(scale: "pcl-5", points: 5, percent: 20, sessions: 6),
    ]
    switch builtIn {
    case .esketamineIntranasal: expected["course.freq"] = .frequency(most: 2, days: 7)
    case .ketamineIntravenous, .ketamineIntramuscular:
      expected["course.freq"] = .frequency(most: 3, days: 7)
      expected["course.freq.month"] = .frequency(most: 8, days: 28)
      expected["course.count"] = .count(6)
    case .ketamineSublingual, .ketamineRemote: expected["course.count"] = .count(6)
    }
    #expect(conditions == expected)
    let gated = found.course.filter { $0.gate != nil }
    #expect(gated.map(\.id.text) == ["course.interval"] + (isEsketamine ? [] : ["course.count"]))
    #expect(gated.allSatisfy { $0.gate == .soft })
    var priorities: [String: Priority] = [:]
    for rule in found.course { priorities[rule.id.text] = rule.priority }
    for id in ["course.lft", "course.pdmp"] { #expect(priorities[id] == .low) }
    for id in ["course.uds", "course.outcome"] { #expect(priorities[id] == .info) }
    for id in ["course.escalate", "course.bladder", "course.bladder.new", "course.early"] {
      #expect(priorities[id] == .medium)
    }
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `has the tasks of after-care, with their times`(builtIn: BuiltInProtocol) throws {
    let found = try MonitoringProtocol.builtIn(builtIn)
    let isEsketamine = builtIn == .esketamineIntranasal
    #expect(
      found.afterCare.map(\.id.text)
        == ["call", "integration", "week-scores"] + (isEsketamine ? ["rems-form"] : [])
        + ["serious-report"]
    )
    func task(_ id: String) throws -> AfterCareTask {
      try #require(found.afterCare.first { $0.id.text == id })
    }
    #expect(try task("call").due == .hours(24))
    #expect(try task("call").closing == .followUp)
    let integration = try task("integration")
    #expect([integration.opens, integration.due] == [.hours(24), .hours(72)])
    #expect(integration.closing == .integration)
    #expect(try task("week-scores").due == .hours(7 * 24))
    #expect(try task("week-scores").closing == .scores(["pcl-5", "phq-9", "gad-7"]))
    let report = try task("serious-report")
    #expect(report.occasion == .serious)
    #expect(report.due == .hours(24))
    #expect(report.basis == Basis(.proposed, sources: ["vigil"]))
    for other in found.afterCare where other.id.text != "serious-report" {
      #expect(other.occasion == .dose)
    }
    guard isEsketamine else { return }
    let form = try task("rems-form")
    #expect(form.due == .hours(7 * 24))
    #expect(
      form.grows == [
        .init(after: .hours(5 * 24), priority: .medium),
        .init(after: .hours(7 * 24), priority: .high),
      ]
    )
    #expect(form.closing == .followUp)
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `says what is Vigil's own of it`(builtIn: BuiltInProtocol) throws {
    let found = try MonitoringProtocol.builtIn(builtIn)
    let bases = found.gates.map(\.basis) + found.course.map(\.basis) + found.afterCare.map(\.basis)
    for basis in bases {
      #expect(basis.sources.contains("vigil"))
      #expect(basis.standing != .clinic)
    }
  }
}
