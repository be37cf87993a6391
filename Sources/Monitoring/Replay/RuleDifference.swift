package import SessionRecord

/// What became of one rule's flags, over all sessions that were looked at.
package struct RuleDifference: Hashable {
  package let rule: RuleID
  /// Flags about the record itself are counted apart from flags about the patient.
  package let isProcess: Bool
  /// Flagged before and after, by the same cause.
  package private(set) var kept = 0
  package private(set) var gained = 0
  package private(set) var lost = 0
  /// Kept, and milder after.
  package private(set) var milder = 0
  /// Kept, and worse after.
  package private(set) var worse = 0
  /// Kept, and the clinic's stop criterion is met only after.
  package private(set) var stopGained = 0
  /// Kept, and the clinic's stop criterion was met only before.
  package private(set) var stopLost = 0
  /// Flags before, by the priority that they reached.
  package private(set) var was: [Priority: Int] = [:]
  /// Flags after, by the priority that they reach.
  package private(set) var wouldBe: [Priority: Int] = [:]

  package init(rule: RuleID, isProcess: Bool) {
    self.rule = rule
    self.isProcess = isProcess
  }

  package var before: Int { kept + lost }
  package var after: Int { kept + gained }

  mutating func keep(_ flag: KeptFlag) {
    kept += 1
    was[flag.before.priority, default: 0] += 1
    wouldBe[flag.after.priority, default: 0] += 1
    switch flag.change {
    case .milder: milder += 1
    case .worse: worse += 1
    case nil: break
    }
    if flag.gainsStop { stopGained += 1 }
    if flag.losesStop { stopLost += 1 }
  }

  mutating func gain(_ flag: Flag) {
    gained += 1
    wouldBe[flag.priority, default: 0] += 1
  }

  mutating func lose(_ flag: Flag) {
    lost += 1
    was[flag.priority, default: 0] += 1
  }
}
