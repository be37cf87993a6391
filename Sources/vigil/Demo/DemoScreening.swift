import Monitoring
import SessionRecord

/// What is on file of the example's patient, and what is answered before the dose.
enum DemoScreening {
  private static let day = "2026-11-12"

  /// As it would be typed, with what it becomes.
  static func filed() throws -> [(command: String, contents: [Content])] {
    let consent = try Consent(
      document: "ketamine consent",
      version: "3",
      signed: day,
      offLabelTold: true
    )
    let tests = try [LaboratoryTest.ecg, .renal, .liver, .prescriptionMonitoring].map { test in
      (
        "vigil course lab DEMO-1 \(test.word) unremarkable --day \(day)",
        [Content.course(.laboratory(try LaboratoryResult(test, .unremarkable, day: day)))]
      )
    }
    return [
      (
        "vigil course consent DEMO-1 --document 'ketamine consent' --version 3 \\\n"
          + "    --signed \(day) --off-label-told",
        [.course(.consent(consent))]
      )
    ] + tests + [
      (
        "vigil course score DEMO-1 'phq-9 17/27'",
        [.scale(ScaleScore(scale: "phq-9", score: 17, of: 27))]
      )
    ]
  }

  /// Every question of the protocol with its clear answer, but for one that is soft.
  static func answers(under monitoringProtocol: MonitoringProtocol) -> [GateAnswers.Answer] {
    monitoringProtocol.gates.compactMap { gate in
      guard gate.level(in: .clinic) != nil,
        case .answer(let clear, let needsWords, _) = gate.requirement
      else { return nil }
      return gate.id == confirmed
        ? GateAnswers.Answer(gate.id, .yes)
        : GateAnswers.Answer(gate.id, clear, words: needsWords ? "brother, D. Example" : nil)
    }
  }

  /// The soft gate that holds, and that the observer goes on over.
  static let confirmed = GateID("sud-remission")
  static let words = "six years, seen by LH"

  /// As a file of answers has it.
  static func line(_ answer: GateAnswers.Answer) -> String {
    "\(answer.gate) \(answer.answer.word)" + (answer.words.map { " -- \($0)" } ?? "")
  }
}
