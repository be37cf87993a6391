import Monitoring
import SessionRecord
import Supervision

/// What is entered into the course of the patient.
extension Ward {
  @discardableResult
  func enter(
    _ contents: Content...,
    of patient: String = "P-014",
    at observed: Instant? = nil
  ) throws -> RecordedCourse {
    try supervision.record(
      course: contents,
      of: PatientCode(patient),
      by: ClinicianCode("MB"),
      observed: observed.map { Stamp($0, in: Ward.berlin) },
      in: Ward.berlin
    )
  }

  @discardableResult
  func followUp(
    _ task: String,
    _ outcome: FollowUp.Outcome = .done,
    session: Int? = nil
  ) throws -> RecordedCourse {
    try supervision.followUp(
      FollowUpRequest(
        task: task,
        outcome: outcome,
        text: "said so",
        session: session.map { SessionNumber($0) }
      ),
      of: PatientCode("P-014"),
      by: ClinicianCode("MB"),
      observed: nil,
      in: Ward.berlin
    )
  }

  @discardableResult
  func withdraw(_ entry: Int, because reason: String = "wrong patient") throws -> RecordedCourse {
    try supervision.void(
      EntryNumber(entry),
      ofCourse: PatientCode("P-014"),
      because: reason,
      by: ClinicianCode("MB"),
      in: Ward.berlin
    )
  }

  /// A session under the whole protocol with a dose at 13:20 of a day, closed an hour later.
  func treated(day: Int = 0) throws {
    try at("13:20:00", day: day)
    let number = try open(under: Ward.whole)
    try type("ketamine 36 mg iv over 40 min", in: number.value)
    try at("14:20:00", day: day)
    var request = LeavingRequest()
    request.reasons = [(criterion: nil, text: "closed for a test")]
    _ = try supervision.end(number, by: ClinicianCode("KO"), request)
  }

  /// `call 1 open, integration 1 not-open`.
  func tasks() throws -> [String] {
    try supervision.openTasks().map { task in
      let state =
        switch task.state {
        case .notOpen: "not open"
        case .open: "open"
        case .overdue: "overdue"
        case .closed: "closed"
        }
      return "\(task.task.id) \(task.session.number) \(state)"
    }
  }
}
