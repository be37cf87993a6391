import Monitoring
import SessionRecord

/// How many flags there were and would be, clinical and process apart.
struct ReplayCounts {
  private let rules: [RuleDifference]
  private let sessions: Int

  init(_ difference: ReplayDifference, process: Bool) {
    rules = difference.rules.filter { $0.isProcess == process }
    sessions = difference.sessions
  }

  /// From the highest.
  static let priorities = Array(Priority.allCases.reversed())

  var before: Int { sum(\.before) }
  var after: Int { sum(\.after) }
  /// Flags a session to two decimals; nil without a session.
  var beforeASession: String? { aSession(before) }
  var afterASession: String? { aSession(after) }

  /// The same of one priority; nil where no flag has it, before or after.
  func aSession(_ priority: Priority) -> (before: String, after: String)? {
    let was = sum { $0.was[priority] ?? 0 }
    let wouldBe = sum { $0.wouldBe[priority] ?? 0 }
    guard was + wouldBe > 0, let before = aSession(was), let after = aSession(wouldBe) else {
      return nil
    }
    return (before, after)
  }

  private func sum(_ count: (RuleDifference) -> Int) -> Int {
    rules.reduce(0) { $0 + count($1) }
  }

  private func aSession(_ flags: Int) -> String? {
    sessions == 0
      ? nil : ExactNumber(flags * 1_000, over: sessions).text(decimals: 2, fixed: true)
  }

  private func number(_ flags: Int) -> JSONValue {
    aSession(flags).map(JSONValue.number) ?? .null
  }

  var value: JSONValue {
    .object([
      "was": .integer(before), "wouldBe": .integer(after), "kept": .integer(sum(\.kept)),
      "gained": .integer(sum(\.gained)), "lost": .integer(sum(\.lost)),
      "milder": .integer(sum(\.milder)), "worse": .integer(sum(\.worse)),
      "stopGained": .integer(sum(\.stopGained)), "stopLost": .integer(sum(\.stopLost)),
      "wasASession": number(before), "wouldBeASession": number(after),
      "byPriority": .object(
        Dictionary(
          Priority.allCases.map { ($0.word, value(of: $0)) },
          uniquingKeysWith: { first, _ in first }
        )
      ),
    ])
  }

  private func value(of priority: Priority) -> JSONValue {
    let was = sum { $0.was[priority] ?? 0 }
    let wouldBe = sum { $0.wouldBe[priority] ?? 0 }
    return .object([
      "was": .integer(was), "wouldBe": .integer(wouldBe),
      "wasASession": number(was), "wouldBeASession": number(wouldBe),
    ])
  }
}
