package import Monitoring
package import SessionRecord

extension Supervision {
  /// How the gates of a protocol stand for a patient now.
  package func screening(
    of patient: PatientCode,
    under monitoringProtocol: MonitoringProtocol,
    setting: Setting,
    in zone: Zone
  ) throws -> PatientScreening {
    let course = try course(of: patient)
    return PatientScreening(
      of: course,
      under: monitoringProtocol,
      setting: setting,
      at: max(clock.now(), lastKnown(course.log)),
      in: zone
    )
  }

  /// Records what was answered into the patient's course, all or nothing.
  ///
  /// *observed* is when it was asked; nil for now.
  @discardableResult
  package func screen(
    _ answers: GateAnswers,
    of patient: PatientCode,
    under monitoringProtocol: MonitoringProtocol,
    by author: ClinicianCode,
    observed: Stamp? = nil,
    in zone: Zone
  ) throws -> RecordedCourse {
    for answer in answers.answers { try monitoringProtocol.check(answer) }
    return try record(
      course: [.screening(.answers(answers))],
      of: patient,
      by: author,
      observed: observed,
      in: zone
    )
  }
}
