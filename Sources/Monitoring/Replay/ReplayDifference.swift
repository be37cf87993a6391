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
    var rules: [RuleID: RuleDifference] = [:]
    var differing: [SessionDifference] = []
    func new(_ flag: Flag) -> RuleDifference {
      RuleDifference(rule: flag.identity.rule, isProcess: flag.isProcess)
    }
    for session in compared {
      sessions += 1
      for flag in session.kept {
        rules[flag.after.identity.rule, default: new(flag.after)].keep(flag)
      }
      for flag in session.gained { rules[flag.identity.rule, default: new(flag)].gain(flag) }
      for flag in session.lost { rules[flag.identity.rule, default: new(flag)].lose(flag) }
      if session.differs { differing.append(session) }
    }
    self.sessions = sessions
    self.rules = rules.values.sorted { $0.rule < $1.rule }
    self.differing = differing
  }

  /// Flags as they were stored, of all sessions.
  package var before: Int { rules.reduce(0) { $0 + $1.before } }
  /// Flags as the other protocol would have raised them, of all sessions.
  package var after: Int { rules.reduce(0) { $0 + $1.after } }
}
