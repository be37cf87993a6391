package import Monitoring
package import SessionRecord

/// A line of answers as it stands in a file: `chaperone yes -- brother, D. Example`.
package struct AnswerLine {
  /// In the file, from 1.
  package let number: Int
  package let text: String

  package init(number: Int, text: String) {
    self.number = number
    self.text = text
  }

  /// The answers of a file, all or none; blank lines and what stands behind `//` at a line's beginning
  /// are passed over.
  package static func answers(
    _ lines: [AnswerLine],
    under monitoringProtocol: MonitoringProtocol
  ) throws -> [GateAnswers.Answer] {
    var answers: [GateAnswers.Answer] = []
    var bad: [ScreeningRefusal.BadLine] = []
    for line in lines where !line.isPassedOver {
      do {
        let answer = try line.answer(under: monitoringProtocol)
        guard !answers.contains(where: { $0.gate == answer.gate }) else {
          throw ValueRefusal.gateAnsweredTwice(answer.gate)
        }
        answers.append(answer)
      } catch let refusal as any Refusal {
        let why = refusal.description.replacing(" Nothing was stored.", with: "")
        bad.append(ScreeningRefusal.BadLine(number: line.number, text: line.text, why: why))
      }
    }
    guard bad.isEmpty else { throw ScreeningRefusal.lines(bad) }
    guard !answers.isEmpty else { throw ScreeningRefusal.noLines }
    return answers
  }

  private var isPassedOver: Bool {
    let words = text.drop { $0.isWhitespace }
    return words.isEmpty || words.hasPrefix("//")
  }

  private func answer(
    under monitoringProtocol: MonitoringProtocol
  ) throws -> GateAnswers.Answer {
    let halves = text.split(separator: " -- ", maxSplits: 1, omittingEmptySubsequences: false)
    let words = halves[0].split { $0.isWhitespace }.map(String.init)
    guard words.count >= 2, let answer = AnswerLine.answer(words.dropFirst()) else {
      throw AnswerFault()
    }
    let said = GateAnswers.Answer(
      GateID(words[0]),
      answer,
      words: halves.count == 2 ? try AnswerLine.plain(halves[1]) : nil
    )
    try monitoringProtocol.check(said)
    return said
  }

  private static func answer(_ words: ArraySlice<String>) -> GateAnswer? {
    switch words.joined(separator: " ").lowercased() {
    case "yes", "y": .yes
    case "no", "n": .no
    case "unknown", "u": .unknown
    case "not asked", "not-asked": .notAsked
    default: nil
    }
  }

  private static func plain(_ text: Substring) throws -> String {
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    guard !words.isEmpty else { throw ValueRefusal.emptyText(what: "answer") }
    guard words.count <= longest else {
      throw ValueRefusal.textTooLong(what: "answer", limit: longest)
    }
    return words
  }

  private static let longest = 500
}

/// A line that is not an id and an answer.
struct AnswerFault: Refusal {
  var problem: String { "it is not a gate's id and yes, no, unknown or not asked." }
  var remedy: String? { nil }
  var kind: RefusalKind { .badInput }
}

extension MonitoringProtocol {
  /// Refuses an answer to what is no question of the protocol, and a clear one without the words that
  /// belong to it.
  package func check(_ answer: GateAnswers.Answer) throws(ScreeningRefusal) {
    guard let gate = gates.first(where: { $0.id == answer.gate }) else {
      let questions = gates.filter { if case .answer = $0.requirement { true } else { false } }
      throw .noSuchGate(answer.gate, known: questions.map(\.id))
    }
    guard case .answer(let clear, let needsWords, _) = gate.requirement else {
      throw .lookedUp(gate.id, gate.requirement)
    }
    guard !needsWords || answer.answer != clear || answer.words != nil else {
      throw .needsWords(gate.id, clear)
    }
  }
}
