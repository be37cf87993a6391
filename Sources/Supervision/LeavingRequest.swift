import Monitoring
package import SessionRecord

/// What a person says when a session is ended: the decision to let the patient leave.
package struct LeavingRequest {
  /// Nil where it is the one who types.
  package var decidedBy: ClinicianCode?
  /// Why a criterion that is not met does not keep the patient; without a criterion, for all others.
  package var reasons: [(criterion: CriterionID?, text: String)] = []
  package var escort: String?
  package var instructions: String?
  /// Why the patient leaves against advice, and who saw it.
  package var againstAdvice: (reason: String, witness: String)?
  /// In the clinician's own judgement; never computed.
  package var readyMinute: Int?

  package init() {}

  var isEmpty: Bool {
    decidedBy == nil && reasons.isEmpty && escort == nil && instructions == nil
      && againstAdvice == nil && readyMinute == nil
  }
}

extension LeavingRequest {
  /// Whether what is said with the decision is what the criterion asks for.
  func meets(_ criterion: LeavingCriterion) -> Bool {
    switch criterion.requirement {
    case .escort: escort != nil
    case .instructions: instructions != nil
    default: false
    }
  }

  func reason(for criterion: CriterionID) -> String? {
    reasons.first { $0.criterion == criterion }?.text
      ?? reasons.first { $0.criterion == nil }?.text
  }

  /// Whether there is a reason for all others, and no other.
  func hasReasonLeftOver(among unmet: [CriterionStanding]) -> Bool {
    reasons.contains { $0.criterion == nil }
      && unmet.allSatisfy { standing in
        reasons.contains { $0.criterion == standing.criterion.id }
      }
  }
}
