package import Monitoring
import RecordStore
package import SessionRecord

extension Supervision {
  /// A patient's course: the sessions that stand, closed ones as they were counted with their last
  /// entry, open ones as of now.
  package func course(of patient: PatientCode) throws -> Course {
    let known = try self.patient(patient)
    return Course(
      patient: known,
      sessions: try courseSessions(of: patient),
      log: try store.courseLog(of: patient)
    )
  }

  func courseSessions(of patient: PatientCode) throws -> [CourseSession] {
    var terms = CourseTerms(of: self)
    return try store.tallies(of: patient)
      .filter { $0.session.state != .void }
      .map { try terms.session($0.session, $0.tally) }
      .sorted(by: CourseSession.isBefore)
  }
}

extension CourseSession {
  /// By when they were opened.
  static func isBefore(_ left: CourseSession, _ right: CourseSession) -> Bool {
    (left.session.opened.instant, left.session.number)
      < (right.session.opened.instant, right.session.number)
  }
}

/// What sessions are to be followed by, each protocol's text read once.
struct CourseTerms {
  private let supervision: Supervision
  private var afterCare: [RecordDigest: [AfterCareTask]] = [:]

  init(of supervision: Supervision) {
    self.supervision = supervision
  }

  /// A session with what was counted of it; without a tally it is assessed as of now.
  mutating func session(_ session: Session, _ tally: SessionTally?) throws -> CourseSession {
    CourseSession(
      session: session,
      tally: try tally ?? counted(now: session),
      afterCare: try tasks(after: session)
    )
  }

  private func counted(now session: Session) throws -> SessionTally {
    let file = try supervision.file(of: session.number)
    return file.assessment.tally(under: file.monitoringProtocol.formulary)
  }

  private mutating func tasks(after session: Session) throws -> [AfterCareTask] {
    let digest = session.opening.monitoringProtocol.digest
    if let known = afterCare[digest] { return known }
    let tasks = try supervision.monitoringProtocol(of: session).afterCare
    afterCare[digest] = tasks
    return tasks
  }
}
