import Monitoring
import SessionRecord

/// A column of the board's table.
enum BoardColumn: Hashable {
  case room, patient, session, sinceDose, phase
  case pressure
  case sign(VitalSign)
  /// How old the last set is, or also when it was.
  case age, timeAndAge
  case whenDue, flags, criteria

  var heading: String {
    switch self {
    case .room: "Room"
    case .patient: "Patient"
    case .session: "Session"
    case .sinceDose: "T+"
    case .phase: "Phase"
    case .pressure: "BP"
    case .sign(let sign): sign.shortName
    case .age, .timeAndAge: "Set"
    case .whenDue: "Due"
    case .flags: "Flags"
    case .criteria: "Leaving"
    }
  }

  /// Numbers stand at the right.
  var isNumber: Bool { if case .sign = self { true } else { false } }

  func cell(_ words: BoardWords) -> Phrase {
    let session = words.session
    return switch self {
    case .room: Phrase(session.room ?? "–", .strong)
    case .patient: words.patient
    case .session: Phrase(session.session.label)
    case .sinceDose: Phrase(words.sinceDose)
    case .phase: Phrase(session.phase ?? "–")
    case .pressure: BoardSet(session).pressure
    case .sign(let sign): BoardSet(session).value(sign)
    case .age: words.age
    case .timeAndAge: words.timeAndAge
    case .whenDue: words.whenDue
    case .flags: words.flagCount
    case .criteria: Phrase(words.criteria ?? "–")
    }
  }
}
