package import SessionRecord

/// The protocol's criteria for leaving, as a session stands at an instant.
///
/// *Criteria met* is all that it says: a named clinician decides.
package struct DischargeReadiness: Hashable {
  /// In the protocol's order.
  package let criteria: [CriterionStanding]

  package init(criteria: [CriterionStanding]) { self.criteria = criteria }

  package var unmet: [CriterionStanding] { criteria.filter { !$0.isMet } }
  package var metCount: Int { criteria.count - unmet.count }

  /// Since when all have been met without a break; nil while one is not, and where there is none.
  package var allMetSince: Instant? {
    var latest: Instant?
    for standing in criteria {
      guard case .met(let since) = standing.state else { return nil }
      latest = latest.map { max($0, since) } ?? since
    }
    return latest
  }
}

/// A criterion, met or not.
package struct CriterionStanding: Hashable {
  package enum State: Hashable {
    /// Without a break since then.
    case met(since: Instant)
    /// What is missing, as one plain phrase: `last set was 61 min ago; at most 30 asked`.
    case missing(String)
    /// Nobody has answered it yet.
    case notAnswered
  }

  package let criterion: LeavingCriterion
  package let state: State
  /// The entries that it rests on, newest last.
  package let entries: [EntryNumber]

  package init(criterion: LeavingCriterion, state: State, entries: [EntryNumber]) {
    self.criterion = criterion
    self.state = state
    self.entries = entries
  }

  package var isMet: Bool { if case .met = state { true } else { false } }
}
