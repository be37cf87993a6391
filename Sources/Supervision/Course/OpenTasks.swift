package import Monitoring
import RecordStore
package import SessionRecord

extension Supervision {
  /// The tasks of every patient, or of one, that nothing has closed, by when they are due.
  ///
  /// Sessions are taken as they were counted, and only open ones are assessed; courses are read in one
  /// pass.
  package func openTasks(of patient: PatientCode? = nil) throws -> [CareTask] {
    let courses = try patient.map { [try course(of: $0)] } ?? allCourses()
    let now = clock.now()
    return courses.flatMap { $0.tasks(asOf: now) }.filter { !$0.isClosed }
      .sorted { ($0.due, $0.session.number) < ($1.due, $1.session.number) }
  }

  /// The courses of all patients with a session that stands, as far as tasks need them.
  private func allCourses() throws -> [Course] {
    var terms = CourseTerms(of: self)
    var sessions: [PatientCode: [CourseSession]] = [:]
    let all = Dictionary(
      uniqueKeysWithValues: try store.sessions(of: nil, openOnly: false)
        .map { ($0.number, $0) }
    )
    try store.eachTallied(since: nil, until: nil) { _, _ in
      true
    } _: { tallied in
      guard let tallied, tallied.state != .void, let session = all[tallied.number] else { return }
      let known = tallied.tally?.forTasks
      sessions[session.opening.patient, default: []].append(try terms.session(session, known))
    }
    let logs = Dictionary(
      uniqueKeysWithValues: try store.courses([.followUp, .course, .scale, .void])
        .map { ($0.patient, $0.log) }
    )
    return try store.patients().compactMap { patient in
      sessions[patient.code].map {
        Course(
          patient: patient,
          sessions: $0.sorted(by: CourseSession.isBefore),
          log: logs[patient.code] ?? []
        )
      }
    }
  }
}

extension SessionTally {
  /// What tasks are made of, without the rest, of which there is much over many sessions.
  fileprivate var forTasks: SessionTally {
    SessionTally(
      timeZero: timeZero,
      scores: scores,
      serious: serious,
      openCountersignatures: openCountersignatures
    )
  }
}
