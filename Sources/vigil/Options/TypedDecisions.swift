import SessionRecord
import Supervision

/// Decisions on gates as they stand in options: `glaucoma=treated, letter of 2 Nov`.
enum TypedDecisions {
  /// Each with its reason.
  static func overrides(_ typed: [String]) throws -> [GateDecision.Reasoned] {
    try typed.map { text in
      let (gate, words) = try parts(text, option: "--override")
      guard let words else { throw GateOptionRefusal.reasonMissing(gate) }
      return GateDecision.Reasoned(gate, reason: words)
    }
  }

  /// With words or without.
  static func confirmations(_ typed: [String]) throws -> [GateDecision.Reasoned] {
    try typed.map { text in
      let (gate, words) = try parts(text, option: "--confirm")
      return GateDecision.Reasoned(confirming: gate, words: words)
    }
  }

  private static func parts(
    _ text: String,
    option: String
  ) throws -> (gate: GateID, words: String?) {
    let id = text.prefix { $0 != "=" }.filter { $0 != " " }
    guard !id.isEmpty else { throw GateOptionRefusal.gateMissing(option: option) }
    guard let equals = text.firstIndex(of: "=") else { return (GateID(id), nil) }
    let words = try PlainText.checked(String(text[text.index(after: equals)...]), what: "reason")
    return (GateID(id), words)
  }
}

/// What is wrong with the options of a screening.
enum GateOptionRefusal: Refusal, Hashable {
  case gateMissing(option: String)
  case reasonMissing(GateID)
  case unknownSource(String)
  /// An answer is from somewhere only where there are answers.
  case sourceWithoutAnswers
  case openedWithoutPaper
  case openedMissing
  case notAMoment(String)
  case noSuchTime(String)
  case openedAhead(String)
  case authorMissing

  var kind: RefusalKind { .usage }

  var problem: String {
    switch self {
    case .gateMissing(let option): "\(option) names no gate. Nothing was stored."
    case .reasonMissing(let gate): "\(gate) is overridden without a reason. Nothing was stored."
    case .unknownSource(let text): "--source “\(text)” is unknown. Nothing was stored."
    case .sourceWithoutAnswers: "--source is for answers, and there are none. Nothing was stored."
    case .openedWithoutPaper:
      "--opened is for what is transcribed from paper. No session was opened."
    case .openedMissing: "--from-paper does not say when it was opened. No session was opened."
    case .notAMoment(let text): "--opened “\(text)” is not a day and a time. No session was opened."
    case .noSuchTime(let text): "No clock of that zone shows “\(text)”. No session was opened."
    case .openedAhead(let text): "“\(text)” is still to come. No session was opened."
    case .authorMissing: "Who enters this? Nothing was stored."
    }
  }

  var remedy: String? {
    switch self {
    case .gateMissing: "As: --override 'glaucoma=treated, letter of 2 Nov'"
    case .reasonMissing(let gate): "As: --override '\(gate)=treated, letter of 2 Nov'"
    case .unknownSource:
      "Choose: \(AnswerSource.allCases.map(\.word).joined(separator: ", "))."
    case .sourceWithoutAnswers: "Add --answers with a file, or leave it out."
    case .openedWithoutPaper: "Add --from-paper, or leave --opened out."
    case .openedMissing, .notAMoment: "As: --opened '2026-11-18 13:05'"
    case .noSuchTime: "The clocks were set forward then; give a time that the chart can have."
    case .openedAhead: "Give the time at the head of the chart."
    case .authorMissing: "Add --by KO, or set VIGIL_BY."
    }
  }
}
