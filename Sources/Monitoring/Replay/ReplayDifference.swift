import SessionRecord

/// What another protocol would have flagged on stored sessions, beside what was flagged.
package struct ReplayDifference {
  /// How many sessions were looked at.
  package let sessions: Int
  /// Every rule that flagged something, before or after, by id.
  package let rules: [RuleDifference]
  /// The sessions whose flags are not the same, in their order.
  package let differing: [SessionDifference]

  /// From the sessions in their order.
  package init(_ compared: some Sequence<SessionDifference>) {
    var sessions = 0
    var tallies: [RuleID: Tally] = [:]
    var differing: [SessionDifference] = []
    for session in compared {
      sessions += 1
      for flag in session.kept { tallies[flag.identity.rule, default: Tally(flag)].kept += 1 }
      for flag in session.gained { tallies[flag.identity.rule, default: Tally(flag)].gained += 1 }
      for flag in session.lost { tallies[flag.identity.rule, default: Tally(flag)].lost += 1 }
      if session.differs { differing.append(session) }
    }
    self.sessions = sessions
    rules = tallies.map { $1.difference(of: $0) }.sorted { $0.rule < $1.rule }
    self.differing = differing
  }

  /// Flags as they were stored, of all sessions.
  package var before: Int { rules.reduce(0) { $0 + $1.before } }
  /// Flags as the other protocol would have raised them, of all sessions.
  package var after: Int { rules.reduce(0) { $0 + $1.after } }

  private struct Tally {
    let isProcess: Bool
    var kept = 0
    var gained = 0
    var lost = 0

    init(_ flag: Flag) { isProcess = flag.isProcess }

    func difference(of rule: RuleID) -> RuleDifference {
      RuleDifference(rule: rule, isProcess: isProcess, kept: kept, gained: gained, lost: lost)
    }
  }
}
