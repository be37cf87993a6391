package import SessionRecord

extension Course {
  /// Every task after every session that stands, closed ones too, by when each is due.
  ///
  /// A task opens, grows and is due so long after the first dose, or after the review that called
  /// something serious; it is overdue once that is past. What waits for a countersignature is one too,
  /// and is gone once it is signed. The log says what was done, whenever *asOf* is;
  /// *asOf* says how late it is for what was not.
  package func tasks(asOf: Instant) -> [CareTask] {
    let done = DoneWork(self)
    let tasks = sessions.enumerated().flatMap { place, session in
      let nextDose = sessions[(place + 1)...].lazy.compactMap(\.tally.timeZero).min()
      let unsigned = session.tally.openCountersignatures
        .map { CareTask($0, of: session.session, asOf: asOf) }
      return unsigned
        + session.afterCare.flatMap { task in
          done.settled(session.occasions(of: task), before: nextDose).map { $0.task(asOf: asOf) }
        }
    }
    // Sorting is stable: the protocol's order decides between tasks that are due together.
    return tasks.sorted { ($0.due, $0.session.number) < ($1.due, $1.session.number) }
  }
}

extension CourseSession {
  /// Each time that the task is to be done, in the order of what it is after.
  fileprivate func occasions(of task: AfterCareTask) -> [TaskOccasion] {
    switch task.occasion {
    case .dose:
      tally.timeZero.map { [TaskOccasion(task, of: session, at: $0, review: nil)] } ?? []
    case .serious:
      tally.serious.map { TaskOccasion(task, of: session, at: $0.at, review: $0.entry) }
    case .countersignature: []
    }
  }
}
