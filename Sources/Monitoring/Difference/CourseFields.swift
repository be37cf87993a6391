import SessionRecord

extension CourseCondition {
  /// The kind as a protocol's text names it.
  package var kind: String {
    let kind: CourseKind =
      switch self {
      case .interval: .interval
      case .frequency: .frequency
      case .count: .count
      case .amount: .amount
      case .escalation: .escalation
      case .test: .test
      case .remarkable: .remarkable
      case .concern: .concern
      case .outcome: .outcome
      }
    return kind.rawValue
  }
}

extension CourseRule {
  /// What a difference compares, in the order in which it tells it.
  var fields: [ProtocolField] {
    [ProtocolField("kind", .text(condition.kind)), ProtocolField("title", .text(title))]
      + condition.fields + [
        ProtocolField("priority", .text(priority.word)),
        ProtocolField("gate", gate.map { .text($0.word) }),
      ] + .basis(basis)
  }
}

extension CourseCondition {
  fileprivate var fields: [ProtocolField] {
    switch self {
    case .interval(let span): [.hours("under", span)]
    case .frequency(let most, let days):
      [ProtocolField("most", .count(most)), ProtocolField("days", .count(days))]
    case .count(let sessions): [ProtocolField("sessions", .count(sessions))]
    case .amount(let most, let days):
      [ProtocolField("most", .amount(most, " mg/kg")), ProtocolField("days", .count(days))]
    case .escalation(let percent, let runs):
      [
        ProtocolField("percent", .amount(percent * 1_000, "%")),
        ProtocolField("increases running", .count(runs)),
      ]
    case .test(let test, let days, let sessions):
      [
        ProtocolField("test", .text(test.word)),
        ProtocolField("days", days.map(ProtocolValue.count)),
        ProtocolField("sessions", sessions.map(ProtocolValue.count)),
      ]
    case .remarkable(let test): [ProtocolField("test", .text(test.word))]
    case .concern(let days): [ProtocolField("days", .count(days))]
    case .outcome(let scale, let points, let percent, let sessions):
      [
        ProtocolField("scale", .text(scale)),
        ProtocolField("points", points.map(ProtocolValue.count)),
        ProtocolField("percent", percent.map { .amount($0 * 1_000, "%") }),
        ProtocolField("sessions", .count(sessions)),
      ]
    }
  }
}

extension AfterCareTask {
  /// What a difference compares, in the order in which it tells it.
  var fields: [ProtocolField] {
    let steps = grows.map { "\($0.priority.word) after \($0.after.wholeHours) h" }
    return [
      ProtocolField("title", .text(title)), ProtocolField("occasion", .text(occasion.rawValue)),
      .hours("opens after", opens), .hours("due after", due),
      ProtocolField("grows", .members(steps)), ProtocolField("closing", closing.value),
    ] + .basis(basis)
  }
}

extension AfterCareTask.Closing {
  fileprivate var value: ProtocolValue {
    switch self {
    case .followUp: .text("follow-up")
    case .integration: .text("integration")
    case .scores(let scales): .members(scales.map { "a score on \($0)" })
    }
  }
}

extension ProtocolField {
  fileprivate static func hours(_ name: String, _ span: TimeSpan) -> ProtocolField {
    ProtocolField(name, .text("\(span.wholeHours) h"))
  }
}

extension TimeSpan {
  /// Of times that a protocol gives in hours.
  package var wholeHours: Int { wholeMinutes / 60 }
}
