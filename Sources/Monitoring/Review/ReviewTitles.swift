package import SessionRecord

/// What rules and groups are called, where every protocol of a review calls them the same.
package struct ReviewTitles {
  private var rules: [RuleID: Set<String>] = [:]
  private var groups: [GroupID: Set<String>] = [:]

  /// From the protocols that the sessions are bound to.
  package init(_ protocols: some Sequence<MonitoringProtocol>) {
    rules[Silence.rule] = [Silence.title]
    for bound in protocols {
      for rule in bound.rules { rules[rule.id, default: []].insert(rule.title) }
      for group in bound.schedule.groups {
        groups[group.id, default: []].insert(group.title)
        rules[group.id.overdueRule, default: []].insert("\(group.title) overdue")
      }
    }
  }

  /// Nil where protocols differ in it, or none has it.
  package func title(of rule: RuleID) -> String? { ReviewTitles.only(rules[rule]) }

  /// Nil where protocols differ in it, or none has it.
  package func title(of group: GroupID) -> String? { ReviewTitles.only(groups[group]) }

  private static func only(_ titles: Set<String>?) -> String? {
    titles?.count == 1 ? titles?.first : nil
  }
}
