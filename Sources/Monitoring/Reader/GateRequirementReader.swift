import SessionRecord

/// Reads what lets a session through a gate: the keys of its kind.
struct GateRequirementReader {
  let scales: ListedScales
  let rules: NamedRules

  func requirement(
    _ kind: GateKind,
    _ object: ProtocolObject
  ) throws(ProtocolRefusal) -> GateRequirement {
    switch kind {
    case .answer: try answer(object)
    case .age: .age(years: try object.required("years").wholeNumber("years", in: 1...120))
    case .consent:
      .consent(
        days: try object.optional("days")?.days(),
        offLabel: try object.optional("offLabel")?.truth() ?? true
      )
    case .tests: .tests(try tests(object), days: try object.required("days").days())
    case .scores:
      .scores(
        try scales.names(object.required("scales")),
        days: try object.required("days").days()
      )
    case .contact: .contact
    case .rules:
      .rules(
        try ids(object.required("rules")),
        repeatAfter: .minutes(try object.required("repeatAfter").minutes(in: 1...60))
      )
    }
  }

  private func answer(_ object: ProtocolObject) throws(ProtocolRefusal) -> GateRequirement {
    .answer(
      clear: try object.required("clear").word([GateAnswer.yes, .no].map { ($0.word, $0) }),
      needsWords: try object.optional("words")?.truth() ?? false,
      validity: try validity(object.required("valid"))
    )
  }

  private func validity(_ node: ProtocolNode) throws(ProtocolRefusal) -> GateValidity {
    switch node.value.kind {
    case .string: try node.word([("day", GateValidity.day)])
    case .object: .days(try node.object(keys: ["days"]).required("days").days())
    default: throw node.expected("“day”, or an object with “days”")
    }
  }

  private func tests(_ object: ProtocolObject) throws(ProtocolRefusal) -> [LaboratoryTest] {
    let node = try object.required("tests")
    let tests = try node.distinct { (element) throws(ProtocolRefusal) in
      try element.laboratoryTest()
    }
    guard !tests.isEmpty else { throw node.refusal("Expected at least one test.") }
    return tests
  }

  private func ids(_ node: ProtocolNode) throws(ProtocolRefusal) -> [RuleID] {
    let ids = try node.distinct { (element) throws(ProtocolRefusal) in
      _ = try rules.rule(element)
      return RuleID(try element.string())
    }
    guard !ids.isEmpty else { throw node.refusal("Expected the id of at least one rule.") }
    return ids
  }
}

extension ListedScales {
  /// The names of scales of the protocol, at least one, each once.
  func names(_ node: ProtocolNode) throws(ProtocolRefusal) -> [String] {
    let names = try node.distinct { (element) throws(ProtocolRefusal) in
      try name(element)
    }
    guard !names.isEmpty else { throw node.refusal("Expected at least one scale.") }
    return names
  }

  func name(_ node: ProtocolNode) throws(ProtocolRefusal) -> String {
    try scale(node, instead: "name a scale whose scores are kept as such").name
  }
}

extension ProtocolNode {
  /// Whole days, at most ten years.
  func days() throws(ProtocolRefusal) -> Int { try wholeNumber("days", in: 1...3_650) }

  func laboratoryTest() throws(ProtocolRefusal) -> LaboratoryTest {
    try word(LaboratoryTest.allCases.map { ($0.word, $0) })
  }
}
