import Monitoring
import SessionRecord
import Supervision
import Testing

extension Ward {
  /// Answers criteria: those that are met, those that are not, and words by criterion.
  @discardableResult
  func answer(
    met: [String] = [],
    notMet: [String] = [],
    words: KeyValuePairs<String, String> = [:],
    by author: String = "KO"
  ) throws -> Recorded {
    try supervision.answer(
      met.map { CriteriaAnswers.Answer(CriterionID($0), isMet: true) }
        + notMet.map { CriteriaAnswers.Answer(CriterionID($0), isMet: false) }
        + words.map { CriteriaAnswers.Answer(CriterionID($0.key), isMet: true, words: $0.value) },
      in: SessionNumber(1),
      by: ClinicianCode(author)
    )
  }

  /// Ends the session with what is said of the decision.
  @discardableResult
  func end(
    by author: String = "KO",
    _ say: (inout LeavingRequest) throws -> Void
  ) throws -> Recorded {
    var request = LeavingRequest()
    try say(&request)
    return try supervision.end(SessionNumber(1), by: ClinicianCode(author), request)
  }

  /// Opens a session under the built-in protocol, with its schedule and its criteria.
  func openWhole() throws { try open(under: Ward.whole) }

  /// Opened at 13:55 with a baseline, 36 mg at 14:00 at once, and good readings until 15:55: what
  /// only a person can answer is left open.
  func openAndRecover() throws {
    try at("13:55:00")
    try openWhole()
    try type("124/78 72 98% rr 14 moaas 5 A ra t 36.6")
    try at("14:00:00")
    try type("ketamine 36 mg iv")
    for clock in ["15:25:00", "15:55:00"] {
      try at(clock)
      try type("122/78 70 98% rr 14 moaas 5 A ra", "no dissociation", "no nausea", "no vomiting")
    }
    try at("16:00:00")
  }

  /// What `openAndRecover` leaves to be answered, answered.
  func answerAll() throws {
    try answer(
      met: ["oriented", "gait", "cannula-out", "self-harm"],
      words: ["escort": "sister, A. Meier", "driving": "no driving until tomorrow"]
    )
  }

  func unmet() throws -> [String] { try file().readiness.unmet.map(\.criterion.id.text) }

  /// The one decision that was recorded, with its entry.
  func decision() throws -> (entry: Entry, decision: LeavingDecision) {
    let found = try file().log.compactMap { entry -> (Entry, LeavingDecision)? in
      guard case .leaving(.decision(let decision)) = entry.content else { return nil }
      return (entry, decision)
    }
    #expect(found.count == 1)
    return try #require(found.first)
  }
}
