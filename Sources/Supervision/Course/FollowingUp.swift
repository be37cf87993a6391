import Monitoring
import RecordStore
package import SessionRecord

/// A follow-up as it was typed.
package struct FollowUpRequest {
  package let task: String
  package let outcome: FollowUp.Outcome
  package let text: String
  /// Nil for the newest session in which the task is open.
  package let session: SessionNumber?

  package init(
    task: String,
    outcome: FollowUp.Outcome,
    text: String,
    session: SessionNumber? = nil
  ) {
    self.task = task
    self.outcome = outcome
    self.text = text
    self.session = session
  }
}

extension Supervision {
  /// Says what became of a task after a session.
  ///
  /// Without a session it is of the newest one in which the task is open or overdue, else of the newest
  /// in which it is still to open. A task that none of them has is refused with the nearest.
  package func followUp(
    _ request: FollowUpRequest,
    of patient: PatientCode,
    by author: ClinicianCode,
    observed: Stamp?,
    in zone: Zone
  ) throws -> RecordedCourse {
    try record(courseOf: patient, by: author, observed: observed, in: zone) { course, now in
      let task = try course.followed(request, now: now)
      return [
        .followUp(
          try FollowUp(task.id, of: task.session, request.outcome, text: request.text)
        )
      ]
    }
  }
}

extension Course {
  fileprivate func followed(
    _ request: FollowUpRequest,
    now: Instant
  ) throws(CourseRefusal) -> (id: TaskID, session: SessionNumber) {
    let id = TaskID(request.task)
    let meant = sessions.filter { session in
      request.session.map { session.session.number == $0 } ?? true
    }
    if let number = request.session, meant.isEmpty {
      throw .notTheirSession(number, patient.code)
    }
    var known: [TaskID] = []
    for task in meant.flatMap(\.afterCare) where !known.contains(task.id) { known.append(task.id) }
    guard !known.isEmpty || request.session != nil else { throw .nothingToFollow(patient.code) }
    guard known.contains(id) else { throw .unknownTask(request.task, among: known.map(\.text)) }
    let tasks = tasks(asOf: now).filter { task in
      task.task.id == id && meant.contains { $0.session.number == task.session.number }
    }
    let newestFirst = tasks.sorted { ($1.opens, $1.session.number) < ($0.opens, $0.session.number) }
    let found =
      newestFirst.first { $0.state == .open || $0.state == .overdue }
      ?? newestFirst.first { $0.state == .notOpen }
      ?? (request.session == nil ? nil : newestFirst.first)
    if let found { return (id, found.session.number) }
    if let last = newestFirst.first {
      throw .nothingOpen(id, patient.code, last: last.session.number)
    }
    throw .nothingHappened(id, patient.code)
  }
}
