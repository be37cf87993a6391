package import SessionRecord

/// A limit across the sessions of one patient; it flags, and none of them blocks by itself.
package struct CourseRule: Hashable {
  package let id: RuleID
  package let title: String
  package let priority: Priority
  /// Asked at opening as well, at this level; nil where it is only shown there.
  package let gate: GateLevel?
  package let condition: CourseCondition
  package let basis: Basis

  package init(
    id: RuleID,
    title: String,
    priority: Priority,
    gate: GateLevel?,
    condition: CourseCondition,
    basis: Basis
  ) {
    self.id = id
    self.title = title
    self.priority = priority
    self.gate = gate
    self.condition = condition
    self.basis = basis
  }
}

/// When a course rule speaks.
///
/// Doses of every drug of the ketamine class count, by whatever route; amounts of two drugs or two
/// routes are never added.
package enum CourseCondition: Hashable {
  /// Less time than that since the start of the last dose.
  case interval(TimeSpan)
  /// More sessions with a dose than that in so many days, the one to be opened included.
  case frequency(most: Int, days: Int)
  /// So many sessions were given, and no review of the response since.
  case count(Int)
  /// More than that in so many days, in thousandths of mg/kg, of one drug by one route.
  case amount(thousandths: Int, days: Int)
  /// A dose over the one before it by more than so many percent, or the last so many all rising.
  case escalation(percent: Int, runs: Int)
  /// No test on file within that of the day, or before so many sessions have passed since the last.
  case test(LaboratoryTest, days: Int?, sessions: Int?)
  /// The newest result of this test is remarkable.
  case remarkable(LaboratoryTest)
  /// A concern about how the medicine is used was entered within so many days.
  case concern(days: Int)
  /// By so many sessions the score has not fallen by at least one of these.
  case outcome(scale: String, points: Int?, percent: Int?, sessions: Int)
}
