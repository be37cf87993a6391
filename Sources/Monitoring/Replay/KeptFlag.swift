package import SessionRecord

/// A flag that was raised, and would be under the other protocol, by the same rule and cause.
package struct KeptFlag: Hashable {
  package enum Change: String, Hashable {
    case milder
    case worse
  }

  /// How it was settled whether it is real, from the least to the most.
  package enum Confirmation: Int, Hashable, Comparable {
    /// The repeat did not show it.
    case clearedOnRepeat
    case unconfirmed
    /// No repeat came in time.
    case notRepeated
    case byRepeat
    /// It waited for no repeat.
    case atOnce

    package init(_ flag: Flag) {
      self =
        switch flag.state {
        case .unconfirmed: .unconfirmed
        case .clearedOnRepeat: .clearedOnRepeat
        case .confirmed(_, repeated: false), .cleared(_, repeated: false): .notRepeated
        case .confirmed, .cleared: flag.confirmed == flag.raised ? .atOnce : .byRepeat
        }
    }

    package static func < (left: Confirmation, right: Confirmation) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// As it is stored.
  package let before: Flag
  /// As the other protocol would have it.
  package let after: Flag

  package init(before: Flag, after: Flag) {
    self.before = before
    self.after = after
  }

  package var gainsStop: Bool { !before.isStopCriterionMet && after.isStopCriterionMet }
  package var losesStop: Bool { before.isStopCriterionMet && !after.isStopCriterionMet }

  /// By the priority reached; of two as high by how it was confirmed, then by the stop criterion.
  ///
  /// Nil where none of them differs.
  package var change: Change? {
    if before.priority != after.priority {
      return after.priority > before.priority ? .worse : .milder
    }
    let was = Confirmation(before)
    let wouldBe = Confirmation(after)
    if was != wouldBe { return wouldBe > was ? .worse : .milder }
    return gainsStop ? .worse : losesStop ? .milder : nil
  }
}
