import Monitoring
import SessionRecord
import Supervision

/// Asks on the terminal for each gate that a person answers and that holds or was not asked, and for what
/// may be confirmed.
///
/// What is not answered stays as it was: nothing is assumed.
struct GateQuestions {
  private let screening: PatientScreening
  private let dash: String

  init(_ screening: PatientScreening) {
    self.screening = screening
    dash = Terminal.needsASCII ? "-" : "—"
  }

  /// In the protocol's order; empty where nothing was answered.
  func ask() throws -> [GateAnswers.Answer] {
    let waiting = screening.standings.filter {
      $0.question != nil && ($0.finding.holds || $0.finding.answer == .notAsked)
    }
    guard !waiting.isEmpty else { return [] }
    let patient = screening.course.patient
    let name = patient.identity?.name.map { "\($0), " } ?? ""
    Output.message(
      "\(name)\(patient.code): before the dose. y: yes, n: no, u: unknown, Enter: not asked, or as it "
        + "was. Ctrl-C stores nothing."
    )
    return try Questioning.storesNothing.ask { try waiting.compactMap(answer) }
  }

  /// An answer that holds, or is too old, is shown and can be kept.
  private func answer(_ standing: GateStanding) throws -> GateAnswers.Answer? {
    guard let gate = standing.question,
      case .answer(let clear, let needsWords, _) = gate.requirement
    else { return nil }
    let (old, enter) =
      standing.finding.entry == nil
      ? ("", "not asked") : (" so far \(standing.finding.basis)", "keep that")
    while let said = try Terminal.askNext(
      "\(gate.title) \(dash)\(old) [y/n/u, Enter: \(enter)]"
    ) {
      guard let answer = GateQuestions.answer(said) else {
        Output.message("Type y, n or u, or Enter alone.")
        continue
      }
      guard needsWords, answer == clear else { return GateAnswers.Answer(gate.id, answer) }
      return try words(gate, answer, enter)
    }
    return nil
  }

  /// A clear answer that lacks its words is none.
  private func words(
    _ gate: Gate,
    _ answer: GateAnswer,
    _ enter: String
  ) throws -> GateAnswers.Answer? {
    while let said = try Terminal.askNext("  who or what? [Enter: \(enter)]") {
      guard GateQuestions.answer(said) == nil else {
        Output.message("Say it in words, or Enter alone.")
        continue
      }
      do {
        return GateAnswers.Answer(
          gate.id,
          answer,
          words: try PlainText.checked(said, what: "answer")
        )
      } catch {
        Output.message((error as? any Refusal)?.problem ?? "That cannot be stored.")
      }
    }
    return nil
  }

  /// The soft gates that hold and that the person goes on over, knowing them; asked only where nothing
  /// else holds, and of those not among *named*.
  func confirmations(beside named: [GateID]) throws -> [GateDecision.Reasoned] {
    let holding = screening.standings.filter {
      $0.finding.holds && !named.contains($0.finding.gate)
    }
    guard holding.allSatisfy({ $0.finding.level == .soft }) else { return [] }
    return try Questioning.opensNoSession.ask { try confirmed(holding) }
  }

  private func confirmed(_ holding: [GateStanding]) throws -> [GateDecision.Reasoned] {
    var confirmed: [GateDecision.Reasoned] = []
    for standing in holding {
      let question =
        "\(standing.title): \(standing.finding.basis) \(dash) go on knowing it? [y/n]"
      while let said = try Terminal.askNext(question) {
        guard let answer = GateQuestions.answer(said), answer != .unknown else {
          Output.message("Type y or n, or Enter alone.")
          continue
        }
        if answer == .yes {
          confirmed.append(
            GateDecision.Reasoned(confirming: standing.finding.gate, words: nil)
          )
        }
        break
      }
    }
    return confirmed
  }

  private static func answer(_ said: String) -> GateAnswer? {
    switch said.lowercased() {
    case "y", "yes": .yes
    case "n", "no": .no
    case "u", "unknown": .unknown
    default: nil
    }
  }
}
