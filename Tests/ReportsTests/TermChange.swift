import Monitoring
import SessionRecord

extension ProtocolChange {
  /// One field of a gate, a course rule or a task changed; nil where the protocol has none.
  static func ofTerm(
    _ one: MonitoringProtocol,
    using random: inout some RandomNumberGenerator
  ) -> ProtocolChange? {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: ofGate(one, using: &random)
    case 1: ofCourseRule(one, using: &random)
    default: ofTask(one, using: &random)
    }
  }

  private static func ofGate(
    _ one: MonitoringProtocol,
    using random: inout some RandomNumberGenerator
  ) -> ProtocolChange? {
    guard let gate = one.gates.randomElement(using: &random) else { return nil }
    func made(
      title: String? = nil,
      level: GateLevel?,
      remoteLevel: GateLevel?,
      requirement: GateRequirement? = nil
    ) -> Gate {
      Gate(
        id: gate.id,
        title: title ?? gate.title,
        level: level,
        remoteLevel: remoteLevel,
        requirement: requirement ?? gate.requirement,
        basis: gate.basis
      )
    }
    let (level, remote) = (gate.level, gate.remoteLevel)
    var changes: [(String, Gate)] = [
      ("title", made(title: gate.title + "!", level: level, remoteLevel: remote)),
      ("level", made(level: level == .info ? nil : .info, remoteLevel: remote)),
      ("remote level", made(level: level, remoteLevel: remote == .info ? nil : .info)),
    ]
    if let (field, requirement) = gate.requirement.changed {
      changes.append((field, made(level: level, remoteLevel: remote, requirement: requirement)))
    }
    return changes.randomElement(using: &random).map { field, changed in
      let gates = one.gates.map { $0.id == gate.id ? changed : $0 }
      return ProtocolChange(changed: one.with(gates: gates), field: field)
    }
  }

  private static func ofCourseRule(
    _ one: MonitoringProtocol,
    using random: inout some RandomNumberGenerator
  ) -> ProtocolChange? {
    guard let rule = one.course.randomElement(using: &random) else { return nil }
    func made(
      priority: Priority? = nil,
      gate: GateLevel?,
      condition: CourseCondition? = nil
    ) -> CourseRule {
      CourseRule(
        id: rule.id,
        title: rule.title,
        priority: priority ?? rule.priority,
        gate: gate,
        condition: condition ?? rule.condition,
        basis: rule.basis
      )
    }
    let (field, condition) = rule.condition.changed
    let changes: [(String, CourseRule)] = [
      ("priority", made(priority: rule.priority == .high ? .low : .high, gate: rule.gate)),
      ("gate", made(gate: rule.gate == .hard ? nil : .hard)),
      (field, made(gate: rule.gate, condition: condition)),
    ]
    return changes.randomElement(using: &random).map { field, changed in
      let course = one.course.map { $0.id == rule.id ? changed : $0 }
      return ProtocolChange(changed: one.with(course: course), field: field)
    }
  }

  private static func ofTask(
    _ one: MonitoringProtocol,
    using random: inout some RandomNumberGenerator
  ) -> ProtocolChange? {
    guard let task = one.afterCare.randomElement(using: &random) else { return nil }
    func made(
      occasion: AfterCareTask.Occasion? = nil,
      opens: TimeSpan? = nil,
      due: TimeSpan? = nil,
      grows: [AfterCareTask.Growth]? = nil,
      closing: AfterCareTask.Closing? = nil
    ) -> AfterCareTask {
      AfterCareTask(
        id: task.id,
        title: task.title,
        occasion: occasion ?? task.occasion,
        opens: opens ?? task.opens,
        due: due ?? task.due,
        grows: grows ?? task.grows,
        closing: closing ?? task.closing,
        basis: task.basis
      )
    }
    let changes: [(String, AfterCareTask)] = [
      ("occasion", made(occasion: task.occasion == .dose ? .serious : .dose)),
      ("opens after", made(opens: .hours(task.opens.wholeHours + 1))),
      ("due after", made(due: .hours(task.due.wholeHours + 1))),
      ("grows", made(grows: task.grows + [.init(after: .hours(8_000), priority: .high)])),
      ("closing", made(closing: task.closing == .integration ? .followUp : .integration)),
    ]
    return changes.randomElement(using: &random).map { field, changed in
      let afterCare = one.afterCare.map { $0.id == task.id ? changed : $0 }
      return ProtocolChange(changed: one.with(afterCare: afterCare), field: field)
    }
  }
}

extension GateRequirement {
  /// With its own number or list another; nil where it has none.
  fileprivate var changed: (field: String, requirement: GateRequirement)? {
    switch self {
    case .answer(let clear, let needsWords, let validity):
      ("words", .answer(clear: clear, needsWords: !needsWords, validity: validity))
    case .age(let years): ("years", .age(years: years + 1))
    case .consent(let days, let offLabel):
      ("off-label statement", .consent(days: days, offLabel: !offLabel))
    case .tests(let tests, let days): ("tests", .tests(tests + [.responseReview], days: days))
    case .scores(let scales, let days): ("days", .scores(scales, days: days + 1))
    case .contact: nil
    case .rules(let rules, let repeatAfter):
      ("rules", .rules(rules + [RuleID("another")], repeatAfter: repeatAfter))
    }
  }
}

extension CourseCondition {
  /// With one of its own numbers one more, or another test.
  fileprivate var changed: (field: String, condition: CourseCondition) {
    switch self {
    case .interval(let span): ("under", .interval(.hours(span.wholeHours + 1)))
    case .frequency(let most, let days): ("most", .frequency(most: most + 1, days: days))
    case .count(let sessions): ("sessions", .count(sessions + 1))
    case .amount(let most, let days): ("most", .amount(thousandths: most + 1, days: days))
    case .escalation(let percent, let runs):
      ("increases running", .escalation(percent: percent, runs: runs + 1))
    case .test(let test, let days, let sessions):
      ("days", .test(test, days: (days ?? 0) + 1, sessions: sessions))
    case .remarkable: ("test", .remarkable(.responseReview))
    case .concern(let days): ("days", .concern(days: days + 1))
    case .outcome(let scale, let points, let percent, let sessions):
      (
        "points",
        .outcome(scale: scale, points: (points ?? 0) + 1, percent: percent, sessions: sessions)
      )
    }
  }
}
