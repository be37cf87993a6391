import Monitoring
import SessionRecord

/// Answers to criteria as they stand in the options.
struct TypedAnswers {
  private let named: [(criterion: CriterionID, isMet: Bool)]
  private let escort: String?
  private let instructions: String?

  init(met: [String], notMet: [String], escort: String?, instructions: String?) throws {
    named =
      try TypedAnswers.ids(met, of: "--met").map { ($0, true) }
      + TypedAnswers.ids(notMet, of: "--not-met").map { ($0, false) }
    self.escort = try escort.map { try PlainText.checked($0, what: "escort") }
    self.instructions = try instructions.map {
      try PlainText.checked($0, what: "list of instructions")
    }
  }

  var isEmpty: Bool { named.isEmpty && escort == nil && instructions == nil }

  /// With the protocol's own criteria for an escort and for instructions.
  func answers(under monitoringProtocol: MonitoringProtocol) -> [CriteriaAnswers.Answer] {
    named.map { CriteriaAnswers.Answer($0.criterion, isMet: $0.isMet) }
      + answers(.escort, "escort", escort, monitoringProtocol)
      + answers(.instructions, "instructions", instructions, monitoringProtocol)
  }

  /// Where the protocol has none, *usual* is refused with the names of those that it has.
  private func answers(
    _ requirement: LeavingRequirement,
    _ usual: String,
    _ words: String?,
    _ monitoringProtocol: MonitoringProtocol
  ) -> [CriteriaAnswers.Answer] {
    guard let words else { return [] }
    let criteria = monitoringProtocol.leaving.filter { $0.requirement == requirement }.map(\.id)
    return (criteria.isEmpty ? [CriterionID(usual)] : criteria).map {
      CriteriaAnswers.Answer($0, isMet: true, words: words)
    }
  }

  /// `gait,oriented` and `gait, oriented` name two.
  private static func ids(_ typed: [String], of option: String) throws -> [CriterionID] {
    try typed.flatMap { text in
      try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
        let id = part.split(separator: " ").joined(separator: " ")
        guard !id.isEmpty else { throw CommandRefusal.criterionMissing(option: option) }
        return CriterionID(id)
      }
    }
  }
}
