package import SessionRecord

/// What became of one rule's flags, over all sessions that were looked at.
package struct RuleDifference: Hashable {
  package let rule: RuleID
  /// Flags about the record itself are counted apart from flags about the patient.
  package let isProcess: Bool
  /// Flagged before and after, by the same cause.
  package let kept: Int
  package let gained: Int
  package let lost: Int

  package init(rule: RuleID, isProcess: Bool, kept: Int, gained: Int, lost: Int) {
    self.rule = rule
    self.isProcess = isProcess
    self.kept = kept
    self.gained = gained
    self.lost = lost
  }

  package var before: Int { kept + lost }
  package var after: Int { kept + gained }
}
