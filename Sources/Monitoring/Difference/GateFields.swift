import SessionRecord

extension GateRequirement {
  /// The kind as a protocol's text names it.
  package var kind: String {
    let kind: GateKind =
      switch self {
      case .answer: .answer
      case .age: .age
      case .consent: .consent
      case .tests: .tests
      case .scores: .scores
      case .contact: .contact
      case .rules: .rules
      }
    return kind.rawValue
  }
}

extension Gate {
  /// What a difference compares, in the order in which it tells it.
  var fields: [ProtocolField] {
    [
      ProtocolField("kind", .text(requirement.kind)), ProtocolField("title", .text(title)),
      ProtocolField("level", .text(level?.word ?? "none")),
      ProtocolField("remote level", .text(remoteLevel?.word ?? "none")),
    ] + requirement.fields + .basis(basis)
  }
}

extension GateRequirement {
  fileprivate var fields: [ProtocolField] {
    switch self {
    case .answer(let clear, let needsWords, let validity):
      [
        ProtocolField("clear", .text(clear.word)), ProtocolField("words", .flag(needsWords)),
        ProtocolField("valid", validity.value),
      ]
    case .age(let years): [ProtocolField("years", .count(years))]
    case .consent(let days, let offLabel):
      [
        ProtocolField("days", days.map(ProtocolValue.count)),
        ProtocolField("off-label statement", .flag(offLabel)),
      ]
    case .tests(let tests, let days):
      [ProtocolField("tests", .members(tests.map(\.word))), ProtocolField("days", .count(days))]
    case .scores(let scales, let days):
      [ProtocolField("scales", .members(scales)), ProtocolField("days", .count(days))]
    case .contact: []
    case .rules(let rules, let repeatAfter):
      [
        ProtocolField("rules", .members(rules.map(\.text))),
        ProtocolField("repeat after", .span(repeatAfter)),
      ]
    }
  }
}

extension GateValidity {
  fileprivate var value: ProtocolValue {
    switch self {
    case .day: .text("the day")
    case .days(let days): .text("\(days) days")
    }
  }
}
