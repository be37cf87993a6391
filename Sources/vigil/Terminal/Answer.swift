import Reports
import SessionRecord
import Supervision

/// What is said after something was recorded.
enum Answer {
  static func text(added patient: Patient, style: Style = Terminal.style()) -> String {
    "Patient \(patient.code) added.\n" + PatientText(patient, sessions: [], style: style).text
  }

  static func text(_ recorded: Recorded, style: Style = Terminal.style()) -> String {
    AnswerText(
      recorded.file,
      new: recorded.new,
      hints: recorded.hints,
      changes: recorded.changes,
      alreadySaved: recorded.alreadySaved,
      givenWay: recorded.givenWay,
      sharing: recorded.sharing,
      style: style
    ).text
  }
}
