import Monitoring
import SessionRecord
import TestSupport
import Testing

/// The sample across sessions: itself, the same struck out, and the same still open at 14:12.
struct SampleLists {
  let flags: [SessionFlag]
  let effects: [SessionEffect]
  let sessions: [Session]
  let patients: [Patient]
  let open: SessionFile
  let now: Instant

  init() throws {
    let sample = try SampleSession()
    let file = try sample.file()
    var void = sample
    void.state = .void
    let struck = try void.session()
    flags =
      sample.flags.map {
        SessionFlag(session: file.session, flag: $0, offsetMinutes: 60)
      }
    effects =
      file.assessment.chart.effectEpisodes.map {
        SessionEffect(session: file.session, effect: $0)
      }
    sessions = [file.session, struck]
    patients = [
      file.patient,
      Patient(code: try PatientCode("P-015"), identity: nil, commitment: .zero),
    ]
    var running = sample
    running.state = .open
    open = try running.file(
      upTo: 12,
      flags: [try SampleFlags.surgeUnconfirmed(sample.log)],
      asOf: "14:12"
    )
    now = try sample.log.at("14:12")
  }
}
