package import SessionRecord

/// A patient's course of treatment: every session that stands, and what outlives them.
package struct Course {
  package let patient: Patient
  /// In the order in which they were opened, without those that are struck out.
  package let sessions: [CourseSession]
  /// The stream of the course as it was written.
  package let log: [Entry]
  /// The same as it stands.
  package let chart: Chart

  package init(patient: Patient, sessions: [CourseSession], log: [Entry]) {
    self.patient = patient
    self.sessions = sessions
    self.log = log
    chart = Chart(log)
  }
}

/// A session of a course, with what was counted of it.
package struct CourseSession {
  package let session: Session
  package let tally: SessionTally
  /// The tasks of the protocol that it is bound to.
  package let afterCare: [AfterCareTask]

  package init(session: Session, tally: SessionTally, afterCare: [AfterCareTask]) {
    self.session = session
    self.tally = tally
    self.afterCare = afterCare
  }
}

/// What a course rule makes of a course.
package struct CourseFinding {
  package let rule: CourseRule
  /// *Yes* where the rule speaks, *no* where it does not, *unknown* where the record does not say.
  package let answer: GateAnswer
  /// What was read, with the sessions that it was read from: `51 h since S-2026-0003`.
  package let basis: String

  package init(rule: CourseRule, answer: GateAnswer, basis: String) {
    self.rule = rule
    self.answer = answer
    self.basis = basis
  }
}
