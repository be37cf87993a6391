import Monitoring
import SessionRecord

/// Asks on the terminal for each criterion that only a person can answer and nobody has.
///
/// What is not answered stays so: nothing is assumed.
struct CriterionQuestions {
  private let file: SessionFile
  private let dash: String

  init(_ file: SessionFile) {
    self.file = file
    dash = Terminal.needsASCII ? "-" : "—"
  }

  /// In the protocol's order; empty where nothing was answered.
  func ask() throws -> [CriteriaAnswers.Answer] {
    let waiting = file.readiness.criteria.filter { $0.state == .notAnswered }.map(\.criterion)
    guard !waiting.isEmpty else { return [] }
    let name = file.patient.identity?.name.map { "\($0), " } ?? ""
    Output.message(
      "\(name)\(file.session.opening.patient), \(file.session.label). Ctrl-C stores nothing."
    )
    let answers = try Questioning.storesNothing.ask { try waiting.compactMap(answer) }
    if answers.isEmpty { Output.message("Nothing was answered. Nothing was stored.") }
    return answers
  }

  private func answer(_ criterion: LeavingCriterion) throws -> CriteriaAnswers.Answer? {
    switch criterion.requirement {
    case .escort: try words(criterion, "who?")
    case .instructions: try words(criterion, "what was the patient told?")
    default: try yesOrNo(criterion)
    }
  }

  private func yesOrNo(_ criterion: LeavingCriterion) throws -> CriteriaAnswers.Answer? {
    while let said = try Terminal.askNext("\(criterion.title) \(dash) met? [y/n, Enter: not asked]")
    {
      if let isMet = isYes(said) { return CriteriaAnswers.Answer(criterion.id, isMet: isMet) }
      Output.message("Type y or n, or Enter alone.")
    }
    return nil
  }

  /// A yes is no name and is asked for again; a no is an answer.
  private func words(
    _ criterion: LeavingCriterion,
    _ question: String
  ) throws -> CriteriaAnswers.Answer? {
    while let said = try Terminal.askNext(
      "\(criterion.title) \(dash) \(question) [n: none, Enter: not asked]"
    ) {
      if isYes(said) == false { return CriteriaAnswers.Answer(criterion.id, isMet: false) }
      guard isYes(said) == nil else {
        Output.message("Say it in words, or Enter alone.")
        continue
      }
      do {
        let words = try PlainText.checked(said, what: "answer")
        return CriteriaAnswers.Answer(criterion.id, isMet: true, words: words)
      } catch {
        Output.message((error as? any Refusal)?.problem ?? "That cannot be stored.")
      }
    }
    return nil
  }

  private func isYes(_ said: String) -> Bool? {
    switch said.lowercased() {
    case "y", "yes": true
    case "n", "no": false
    default: nil
    }
  }
}
