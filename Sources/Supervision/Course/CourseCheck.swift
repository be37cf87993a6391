import Monitoring
import SessionRecord

/// Whether something can be said in a course as it is.
struct CourseCheck {
  let course: Course
  /// As the clinic's calendar shows it: `2026-11-19`.
  let today: String

  func check(_ content: Content) throws(CourseRefusal) {
    guard content.belongsInCourse else { throw .notOfCourse(content.kind) }
    switch content {
    case .void(let voiding): try check(voiding)
    case .followUp(let followUp): try check(followUp)
    case .course(.consent(let consent)):
      guard consent.signed <= today else { throw .dayAhead(consent.signed, today: today) }
    case .course(.laboratory(let result)):
      guard result.day <= today else { throw .dayAhead(result.day, today: today) }
    case .course(.erasure): throw .erasureByForgetting(course.patient.code)
    default: break
    }
  }

  private func check(_ voiding: Voiding) throws(CourseRefusal) {
    let patient = course.patient.code
    guard let entry = course.log.first(where: { $0.number == voiding.entry }) else {
      throw .noSuchEntry(voiding.entry, patient, last: course.log.last?.number)
    }
    if case .void = entry.content { throw .alreadyWithdrawal(entry.number) }
    if case .course(.erasure) = entry.content { throw .erasureStays(entry.number) }
    if let void = course.chart[entry.number]?.voidedBy {
      throw .alreadyVoid(entry.number, by: void)
    }
  }

  private func check(_ followUp: FollowUp) throws(CourseRefusal) {
    let session = course.sessions.first { $0.session.number == followUp.session }
    guard let session else { throw .notTheirSession(followUp.session, course.patient.code) }
    guard session.afterCare.contains(where: { $0.id == followUp.task }) else {
      throw .unknownTask(followUp.task.text, among: session.afterCare.map(\.id.text))
    }
  }
}
