import Foundation
package import Monitoring
import RecordStore
package import SessionRecord

/// What one commit added to a patient's course.
package struct RecordedCourse {
  /// As the commit left it.
  package let course: Course
  /// The entries that it added, in order.
  package let new: [EntryNumber]
  /// When it was made.
  package let at: Instant
}

extension Supervision {
  /// Adds to a patient's course in one commit, all or nothing.
  ///
  /// Screening answers, scores, follow-ups of a task of one of the patient's sessions, what is of the
  /// course itself, and withdrawals of entries of it; anything else is refused. *observed* is nil for now,
  /// and never in the future.
  package func record(
    course contents: [Content],
    of patient: PatientCode,
    by author: ClinicianCode,
    observed: Stamp?,
    in zone: Zone
  ) throws -> RecordedCourse {
    try record(courseOf: patient, by: author, observed: observed, in: zone) { _, _ in contents }
  }

  /// Withdraws an entry of a patient's course, which stays readable.
  package func void(
    _ number: EntryNumber,
    ofCourse patient: PatientCode,
    because reason: String,
    by author: ClinicianCode,
    in zone: Zone
  ) throws -> RecordedCourse {
    guard !reason.allSatisfy(\.isWhitespace) else { throw CourseRefusal.reasonMissing }
    let voiding = Voiding(of: number, reason: .because(reason))
    return try record(
      course: [.void(voiding)],
      of: patient,
      by: author,
      observed: nil,
      in: zone
    )
  }

  /// The one transaction: contents made from the course as it is, checked, appended.
  ///
  /// Nothing is read once its commit has returned.
  func record(
    courseOf patient: PatientCode,
    by author: ClinicianCode,
    observed: Stamp?,
    in zone: Zone,
    _ contents: (Course, Instant) throws -> [Content]
  ) throws -> RecordedCourse {
    let known = try self.patient(patient)
    let sessions = try courseSessions(of: patient)
    var at = clock.now()
    let appended = try store.append(toCourseOf: patient, at: { commitMoment(in: zone) }) {
      log,
      moment in
      at = moment.recorded.instant
      let course = Course(patient: known, sessions: sessions, log: log)
      let observed = observed ?? moment.recorded
      guard observed.instant <= at else {
        throw CourseRefusal.observedAhead(observed, now: moment.recorded)
      }
      return try contents(course, at).map { content in
        try CourseCheck(course: course, today: moment.recorded.civil.date).check(content)
        return Draft(
          id: EntryID(UUID.drawn()),
          observed: observed,
          author: author,
          content: content
        )
      }
    }
    return RecordedCourse(
      course: Course(patient: known, sessions: sessions, log: appended.log),
      new: appended.new.map(\.number),
      at: at
    )
  }
}
