import Monitoring
import RecordStore
import SessionRecord

/// Holds what an act touched against the model, as a reader finds it.
struct StepCheck {
  let model: ModelClinic
  let store: RecordStore

  func look(at streams: [EntryStream]) throws {
    for stream in streams {
      switch stream {
      case .session(let number): try look(at: number)
      case .course(let patient):
        try require(
          "the course of \(patient)",
          model.courses[patient] ?? [],
          are: try store.courseLog(of: patient)
        )
      }
    }
  }

  /// Its log, its row, its flags and its tally.
  func look(at number: SessionNumber) throws {
    guard let session = model[number] else {
      try require("the log of session \(number)", [], are: try store.entries(of: number))
      return
    }
    try require("the log of session \(number)", session.log, are: try store.entries(of: number))
    try require("the row of session \(number)", session.session, is: try store.session(number))
    let assessment = session.assessment()
    let kept = try store.tallies(of: session.patient.code).first { $0.session.number == number }
    if session.state == .closed || session.state == .amended {
      let formulary = session.terms.monitoringProtocol.formulary
      try require(
        "the tally of session \(number)",
        assessment.tally(under: formulary),
        is: kept?.tally
      )
    }
    guard session.state != .void else { return }
    let found = try store.flags(FlagQuery(patient: session.patient.code))
      .filter { $0.session.number == number }.map(\.flag).sorted { $0.number < $1.number }
    try require("the flags of session \(number)", assessment.flags, are: found)
  }
}
