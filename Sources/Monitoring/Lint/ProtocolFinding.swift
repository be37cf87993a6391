/// What is doubtful in a protocol that can be read: where, what about it, and what to do.
package struct ProtocolFinding: Hashable {
  /// A rule's id, or where in the file: `schedule.groups[0]`.
  package let path: String
  /// One plain sentence for a clinician.
  package let problem: String
  /// What to do about it; nil where the problem says it already.
  package let remedy: String?

  package init(path: String, problem: String, remedy: String? = nil) {
    self.path = path
    self.problem = problem
    self.remedy = remedy
  }
}
