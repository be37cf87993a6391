import Foundation
package import SessionRecord

/// What lets a session through every gate of a protocol, read from the protocol's own text: each
/// question with its clear answer, a consent, every test unremarkable and a score on every scale.
///
/// Address and emergency number are of the patient's identity, and a birth date too: they are added where
/// the patient is. A rule on the sessions before says what it says.
package struct AllClear {
  /// In the file's order; empty where the protocol asks nothing.
  package let answers: [GateAnswers.Answer]
  private let scales: [String]
  private let asksSomething: Bool

  /// *remote* for a telehealth session.
  package init(_ protocolText: [UInt8], remote: Bool = false) throws {
    let document = try JSONSerialization.jsonObject(with: Data(protocolText)) as? [String: Any]
    let screening = document?["screening"] as? [String: Any]
    let gates = screening?["gates"] as? [[String: Any]] ?? []
    let asked = gates.filter { gate in
      let level = (remote ? gate["remoteLevel"] : nil) ?? gate["level"]
      return level as? String != "none"
    }
    answers = asked.compactMap { gate in
      guard let id = gate["id"] as? String,
        let clear = GateAnswer.allCases.first(where: { $0.word == gate["clear"] as? String })
      else { return nil }
      return GateAnswers.Answer(
        GateID(id),
        clear,
        words: gate["words"] as? Bool == true ? "D. Example" : nil
      )
    }
    scales = asked.flatMap { $0["scales"] as? [String] ?? [] }
    asksSomething = !asked.isEmpty || document?["course"] != nil
  }

  /// As lines of a file.
  package var lines: String {
    answers.map { answer in
      "\(answer.gate) \(answer.answer.word)" + (answer.words.map { " -- \($0)" } ?? "") + "\n"
    }.joined()
  }

  /// The same, and what else has to be on file, as entries of the patient's course on a day.
  package func contents(on day: String) throws -> [Content] {
    guard asksSomething else { return [] }
    var contents: [Content] = []
    if !answers.isEmpty {
      contents.append(.screening(.answers(try GateAnswers(answers, source: .selfReport))))
    }
    let consent = try Consent(document: "KET", version: "3", signed: day, offLabelTold: true)
    contents.append(.course(.consent(consent)))
    for test in LaboratoryTest.allCases {
      contents.append(
        .course(.laboratory(try LaboratoryResult(test, .unremarkable, day: day)))
      )
    }
    return contents + scales.map { .scale(ScaleScore(scale: $0, score: 1)) }
  }
}
