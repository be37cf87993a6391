package import Monitoring
import SessionRecord

/// How the gates stand for a patient before a session, as a document, `vigil/screening/1`.
package struct PatientScreeningJSON {
  private let screening: PatientScreening

  package init(_ screening: PatientScreening) { self.screening = screening }

  package var text: String {
    let standings = screening.standings
    return JSONValue.object([
      "schema": .string("vigil/screening/1"),
      "patient": SessionJSON.patient(screening.course.patient),
      "protocol": .object([
        "id": .string(screening.monitoringProtocol.id.text),
        "version": .string(screening.monitoringProtocol.version),
      ]),
      "setting": .string(screening.setting.rawValue),
      "asOf": .string(SessionClock(screening.zone).stamp(screening.at).rfc3339),
      "holds": .bool(standings.contains { $0.finding.holds }),
      "gates": .array(standings.map(standing)),
    ]).text
  }

  private func standing(_ standing: GateStanding) -> JSONValue {
    let finding = standing.finding
    return .object([
      "gate": .string(finding.gate.text),
      "title": .string(standing.title),
      "asks": .string(asks(standing)),
      "level": .string(finding.level.word),
      "answer": .string(finding.answer.word),
      "holds": .bool(finding.holds),
      "basis": .string(finding.basis),
      "courseEntry": .optional(finding.entry?.value),
    ])
  }

  /// What sort of gate it is.
  private func asks(_ standing: GateStanding) -> String {
    guard case .gate(let gate) = standing.asks else { return "course" }
    return switch gate.requirement {
    case .answer: "answer"
    case .age: "age"
    case .consent: "consent"
    case .tests: "tests"
    case .scores: "scores"
    case .contact: "contact"
    case .rules: "rules"
    }
  }
}
