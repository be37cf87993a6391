import SessionRecord

/// Reads the limits across the sessions of a patient.
///
/// What they share is here, what is a kind's own in `CourseConditionReader`.
struct CourseRuleReader {
  private static let gateLevels: [GateLevel] = [.info, .soft, .hard]

  let standings: StandingReader
  let scales: ListedScales
  /// Of the same protocol: findings at opening name both by their ids.
  let gates: [Gate]

  func rules(_ node: ProtocolNode) throws(ProtocolRefusal) -> [CourseRule] {
    var rules: [CourseRule] = []
    for element in try node.list() {
      let unchecked = try element.anyObject()
      let kind = try unchecked.required("kind").word(CourseKind.allCases.map { ($0.rawValue, $0) })
      let object = try unchecked.allowing(
        ["id", "kind", "title", "priority", "gate"] + kind.keys + ["standing", "source"]
      )
      let rule = try rule(kind, object)
      let idNode = try object.required("id")
      guard !rules.contains(where: { $0.id == rule.id }) else {
        throw idNode.refusal("Another course rule has the id “\(rule.id)” already.")
      }
      guard !gates.contains(where: { $0.id.text == rule.id.text }) else {
        throw idNode.refusal("A gate has the id “\(rule.id)” already.")
      }
      rules.append(rule)
    }
    guard !rules.isEmpty else {
      throw node.refusal("Expected at least one course rule; leave the key out for none.")
    }
    return rules
  }

  private func rule(
    _ kind: CourseKind,
    _ object: ProtocolObject
  ) throws(ProtocolRefusal) -> CourseRule {
    CourseRule(
      id: RuleID(try object.required("id").key("a course rule's id")),
      title: try object.required("title").words("a title", most: 200),
      priority: try object.required("priority")
        .word(Priority.allCases.reversed().map { ($0.word, $0) }),
      gate: try object.optional("gate")?.word(CourseRuleReader.gateLevels.map { ($0.word, $0) }),
      condition: try CourseConditionReader(scales: scales).condition(kind, object),
      basis: try standings.basis(of: object)
    )
  }
}
