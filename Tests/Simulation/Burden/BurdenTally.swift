import Monitoring
import SessionRecord

/// What some simulated sessions raised, and what was measured in them.
struct BurdenTally: Equatable {
  /// Flags of one rule.
  struct Rule: Equatable {
    var flags = 0
    /// Sessions with at least one.
    var sessions = 0
    /// Raised waiting for a repeat, and cleared by it.
    var clearedOnRepeat = 0
    /// High at their worst.
    var high = 0
  }

  var sessions = 0
  var entries = 0
  var rules: [String: Rule] = [:]
  /// Flags by the highest priority that they reached.
  var flags: [Priority: Int] = [:]
  /// Sessions by their worst flag; those without any are in none.
  var worst: [Priority: Int] = [:]
  /// Flags that waited for a repeat.
  var askedForRepeat = 0
  var clearedOnRepeat = 0
  var notRepeated = 0
  var artefacts = 0
  /// Sessions in which 180 systolic or 110 diastolic was confirmed by a repeat.
  var severeConfirmed = 0
  var measured = MeasuredTally()

  mutating func add(_ session: SimulatedSession, under monitoringProtocol: MonitoringProtocol) {
    let asking = Set(monitoringProtocol.rules.filter(\.asksForRepeat).map(\.id))
    sessions += 1
    entries += session.log.entries.count
    artefacts += session.artefacts.count
    let standing = session.assessment.flags.filter { $0.retractedBy == nil }
    for flag in standing {
      let rule = flag.identity.rule
      flags[flag.priority, default: 0] += 1
      rules[rule.text, default: Rule()].flags += 1
      if flag.priority == .high { rules[rule.text]?.high += 1 }
      if asking.contains(rule) { askedForRepeat += 1 }
      switch flag.state {
      case .clearedOnRepeat:
        clearedOnRepeat += 1
        rules[rule.text]?.clearedOnRepeat += 1
      case .confirmed(_, repeated: false), .cleared(_, repeated: false): notRepeated += 1
      case .unconfirmed, .confirmed, .cleared: break
      }
    }
    for rule in Set(standing.map(\.identity.rule.text)) { rules[rule]?.sessions += 1 }
    if let most = standing.map(\.priority).max() { worst[most, default: 0] += 1 }
    let severe = [RuleID("bp.sys.crit"), RuleID("bp.dia.crit")]
    if standing.contains(where: { severe.contains($0.identity.rule) && $0.confirmed != nil }) {
      severeConfirmed += 1
    }
    measured.add(session)
  }

  /// Sessions whose worst flag is at least so high.
  func sessions(atLeast priority: Priority) -> Int {
    worst.reduce(0) { $1.key >= priority ? $0 + $1.value : $0 }
  }

  static func + (left: BurdenTally, right: BurdenTally) -> BurdenTally {
    var both = left
    both.sessions += right.sessions
    both.entries += right.entries
    both.artefacts += right.artefacts
    both.askedForRepeat += right.askedForRepeat
    both.clearedOnRepeat += right.clearedOnRepeat
    both.notRepeated += right.notRepeated
    both.severeConfirmed += right.severeConfirmed
    both.flags.merge(right.flags) { $0 + $1 }
    both.worst.merge(right.worst) { $0 + $1 }
    both.rules.merge(right.rules) { one, other in
      Rule(
        flags: one.flags + other.flags,
        sessions: one.sessions + other.sessions,
        clearedOnRepeat: one.clearedOnRepeat + other.clearedOnRepeat,
        high: one.high + other.high
      )
    }
    both.measured = left.measured + right.measured
    return both
  }
}

extension BurdenTally {
  /// Sessions of these numbers under a protocol.
  static func run(
    _ numbers: Range<Int>,
    seed: UInt64,
    under monitoringProtocol: MonitoringProtocol
  ) throws -> BurdenTally {
    var tally = BurdenTally()
    for number in numbers {
      let session = try SimulatedSession(number, seed: seed, under: monitoringProtocol)
      tally.add(session, under: monitoringProtocol)
    }
    return tally
  }
}
