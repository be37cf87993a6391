import Monitoring
import SessionRecord

/// Compares what was expected with what was found: every statement, and no flag more or less.
struct Comparer {
  let facts: Facts

  /// One line a difference; none where all is as expected.
  func differences(from section: Expectation.Section) -> [String] {
    var differences: [String] = []
    for statement in section.statements {
      let found = facts.found(statement)
      if found != statement.value {
        differences.append(difference(statement.word, statement.value, found))
      }
    }
    let flags = facts.file.assessment.flags
    for expected in section.flags {
      let name = "flag \(expected.number) \(expected.rule)"
      guard let flag = flags.first(where: { $0.number.value == expected.number }) else {
        differences.append("\(name): expected, and there is no flag \(expected.number)")
        continue
      }
      differences += self.differences(of: flag, from: expected).map { "\(name): \($0)" }
    }
    let numbers = Set(section.flags.map(\.number))
    for flag in flags where !numbers.contains(flag.number.value) {
      differences.append("not expected: " + listing(of: flag))
    }
    return differences
  }

  private func differences(
    of flag: Flag,
    from expected: Expectation.ExpectedFlag
  ) -> [String] {
    var differences: [String] = []
    if flag.identity.rule.text != expected.rule {
      differences.append(difference("rule", expected.rule, flag.identity.rule.text))
    }
    if flag.priority.word != expected.priority {
      differences.append(difference("priority", expected.priority, flag.priority.word))
    }
    for word in Expectation.flagWords {
      let stated = expected.values(word)
      // What is not stated of these must not be there.
      let isStated =
        !stated.isEmpty
        || ["back inside", "acknowledged", "retracted", "stop criterion"].contains(word)
      let found = facts.found(word, of: flag)
      if isStated, stated != found {
        differences.append(
          difference(word, stated.joined(separator: "; "), found.joined(separator: "; "))
        )
      }
    }
    return differences
  }

  private func difference(_ word: String, _ expected: String, _ found: String) -> String {
    "\(word): expected “\(expected)”, found “\(found)”"
  }

  private func listing(of flag: Flag) -> String {
    let words = Expectation.flagWords.flatMap { word in
      facts.found(word, of: flag).map { "\(word) \($0)" }
    }
    return "flag \(flag.number) \(flag.identity.rule) \(flag.priority.word), "
      + words.joined(separator: ", ")
  }
}
