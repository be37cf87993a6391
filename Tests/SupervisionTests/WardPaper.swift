import Monitoring
import RecordStore
import SessionRecord
import Shorthand
import Supervision
import Testing

/// Sessions that are transcribed from paper.
extension Ward {
  /// Opens a session as of a clock time of 19 November, whatever the time is now.
  @discardableResult
  func openFromPaper(
    _ patient: String = "P-014",
    under name: String = Ward.limitsOnly,
    at clock: String = "13:20:00"
  ) throws -> SessionNumber {
    try know(patient)
    try adopt(name)
    return try supervision.open(
      SessionRequest(
        patient: try PatientCode(patient),
        protocolText: try Ward.text(of: name),
        protocolName: name,
        setting: .clinic,
        zone: Ward.berlin,
        author: try ClinicianCode("KO"),
        prescriber: nil,
        weight: try Quantity(.weight, 72),
        began: Stamp(try Ward.instant(clock), in: Ward.berlin),
        isFromPaper: true
      )
    ).session.number
  }

  /// Lines of a chart that KO wrote, transcribed by MB.
  @discardableResult
  func transcribe(
    _ lines: String...,
    dated date: String = "2026-11-19",
    in session: Int = 1
  ) throws -> Recorded {
    try transcribe(lines, dated: date, in: session)
  }

  @discardableResult
  func transcribe(
    _ lines: [String],
    dated date: String = "2026-11-19",
    in session: Int = 1
  ) throws -> Recorded {
    try supervision.record(
      lines.map(Input.line),
      in: SessionNumber(session),
      as: Authorship(
        transcribing: try #require(CivilTime(date: date)),
        author: try ClinicianCode("MB"),
        observer: try ClinicianCode("KO")
      )
    )
  }

  /// Ends the session when its chart ends.
  @discardableResult
  func endOnPaper(
    at clock: String,
    dated date: String? = nil,
    _ say: (inout LeavingRequest) throws -> Void = { _ in }
  ) throws -> Recorded {
    var request = LeavingRequest()
    try say(&request)
    return try supervision.end(
      SessionNumber(1),
      by: ClinicianCode("MB"),
      request,
      onPaper: PaperTime(clock: clock, date: try date.map { try #require(CivilTime(date: $0)) })
    )
  }

  /// `13:25 vitals`: what stands in a session, on its clock.
  func stands(_ session: Int = 1) throws -> [String] {
    try file(session).assessment.chart.entries.dropFirst().map {
      "\($0.observed.clock) \($0.content.kind)"
    }
  }
}
