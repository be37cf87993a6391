import Monitoring
import SessionRecord
import Supervision

/// What is entered in the course of a patient.
extension Act {
  static func enter(
    _ content: Content,
    of patient: PatientCode,
    by author: ClinicianCode,
    in zone: Zone
  ) -> Act {
    Act(
      words: "\(author) enters in the course of \(patient): \(content)",
      streams: [.course(patient)],
      perform: { supervision in
        let recorded = try supervision.record(
          course: [content],
          of: patient,
          by: author,
          observed: nil,
          in: zone
        )
        var answer = Answer()
        answer.logs[.course(patient)] = recorded.course.log
        answer.new[.course(patient)] = recorded.new
        return answer
      },
      expected: { clinic, moment in
        guard clinic.takes(content, inCourseOf: patient, at: moment) else { return .refused }
        return .saved([
          Addition(
            .course(patient),
            [
              ExpectedDraft(
                content,
                observed: ClinicZone.berlin.stamp(moment.now),
                by: author,
                in: nil
              )
            ]
          )
        ])
      }
    )
  }
}

extension ModelClinic {
  fileprivate func takes(
    _ content: Content,
    inCourseOf patient: PatientCode,
    at moment: Moment
  )
    -> Bool
  {
    let log = courses[patient] ?? []
    let today = ClinicZone.berlin.stamp(moment.now).civil.date
    switch content {
    case .course(.consent(let consent)): return consent.signed <= today
    case .course(.laboratory(let result)): return result.day <= today
    case .followUp(let followUp):
      return self[followUp.session].map { $0.patient.code == patient && $0.state != .void }
        ?? false
    case .void(let voiding):
      guard let entry = log.first(where: { $0.number == voiding.entry }) else { return false }
      if case .void = entry.content { return false }
      return !log.contains { entry in
        if case .void(let earlier) = entry.content { earlier.entry == voiding.entry } else { false }
      }
    default: return true
    }
  }
}
