import Monitoring
import SessionRecord

/// The screening of a session that is being opened: how its gates stand, and who goes on over them.
struct OpeningScreening {
  private let request: SessionRequest
  private let course: Course
  private let monitoringProtocol: MonitoringProtocol
  /// What is typed now can wait for an answer; an import and a paper chart have happened.
  private let isBlocking: Bool

  init(
    _ request: SessionRequest,
    of course: Course,
    under monitoringProtocol: MonitoringProtocol,
    source: Source
  ) {
    self.request = request
    self.course = course
    self.monitoringProtocol = monitoringProtocol
    isBlocking =
      switch source {
      case .typed, .page: true
      case .imported, .device, .paper, .copy: false
      }
  }

  /// The findings and the decisions, as entries of the session; none where the protocol asks nothing.
  func contents(at began: Instant) throws -> [Content] {
    // A clock that stepped back makes no answer one of tomorrow.
    let at = isBlocking ? max(began, lastKnown(course.log)) : began
    let standings = PatientScreening(
      of: course,
      under: monitoringProtocol,
      setting: request.setting,
      at: at,
      in: request.zone
    ).standings
    let decisions = try OpeningDecisions(request: request)
      .decisions(on: standings, isBlocking: isBlocking)
    guard !standings.isEmpty else { return [] }
    return [.screening(.findings(standings.map(\.finding)))]
      + decisions.map { .screening(.decision($0)) }
  }
}
