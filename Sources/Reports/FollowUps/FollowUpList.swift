package import Monitoring
package import SessionRecord

/// The tasks after sessions that nothing has closed, as of an instant.
package struct FollowUpList {
  /// By when they are due, so that what is overdue comes first.
  let tasks: [CareTask]
  let now: Instant
  /// Only what can be done now was asked for.
  let dueOnly: Bool
  let patient: PatientCode?

  package init(
    _ tasks: [CareTask],
    now: Instant,
    dueOnly: Bool,
    patient: PatientCode?
  ) {
    self.tasks = tasks.filter { !dueOnly || $0.state == .open || $0.state == .overdue }
    self.now = now
    self.dueOnly = dueOnly
    self.patient = patient
  }

  package var hasOverdue: Bool { tasks.contains { $0.state == .overdue } }

  func count(_ state: CareTask.State) -> Int { tasks.count { $0.state == state } }
}
