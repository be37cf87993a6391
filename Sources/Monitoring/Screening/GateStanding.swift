package import SessionRecord

/// How a gate, or a course rule, stands for a session that would be opened now.
package struct GateStanding: Hashable {
  package enum Asks: Hashable {
    case gate(Gate)
    case course(CourseRule)
  }

  /// What is asked, in the protocol's words.
  package let title: String
  package let asks: Asks
  package let finding: GateFinding
  /// Of the tests that it asks for, those that are not on file or too old.
  package let missing: [LaboratoryTest]

  package init(title: String, asks: Asks, finding: GateFinding, missing: [LaboratoryTest] = []) {
    self.title = title
    self.asks = asks
    self.finding = finding
    self.missing = missing
  }

  /// The gate where a person answers it; nil where it is looked up or measured.
  package var question: Gate? {
    guard case .gate(let gate) = asks, case .answer = gate.requirement else { return nil }
    return gate
  }
}

/// What the record makes of one gate.
struct GateVerdict {
  let answer: GateAnswer
  /// Whether it lets a session through.
  let isClear: Bool
  let basis: String
  var entry: EntryNumber? = nil
  var missing: [LaboratoryTest] = []

  /// The same with what is on file beside the answer.
  func beside(_ words: [String]) -> GateVerdict {
    guard !words.isEmpty else { return self }
    return GateVerdict(
      answer: answer,
      isClear: isClear,
      basis: ([basis] + words).joined(separator: "; "),
      entry: entry,
      missing: missing
    )
  }
}
