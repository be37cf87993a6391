import SessionRecord

/// NEWS2 at or over a total, or one of its parameters alone at its highest score.
package enum NEWS2Limit: Hashable {
  /// The total that counts, also where it lacks a parameter and is at least so much.
  case total(atLeast: Int)
  /// A single parameter at 3.
  case single
}

extension NEWS2Limit {
  var broken: BrokenLimit? {
    switch self {
    case .total(let least): BrokenLimit(comparison: .atOrOver, numerator: least * 1_000)
    case .single: nil
    }
  }

  /// What a set says to a total; nil where what is missing could still reach it.
  static func verdict(on set: NEWS2Set, atLeast least: Int) -> Verdict? {
    let score = set.score
    let outcome: Verdict.Outcome
    if score.counted >= least {
      outcome = .breaks(by: score.counted - least)
    } else if score.countedAtMost < least {
      outcome = .holds(insideByMargin: true)
    } else {
      return nil
    }
    return Verdict(
      outcome,
      of: .news2,
      isVerified: set.isVerified,
      reckoned: Reckoned(score.counted * 1_000, isAtLeast: !score.isComplete)
    )
  }
}

/// Which parameters of NEWS2 were at 3 when they were last seen.
struct SingleParameters {
  /// As bits at their numbers.
  private var atThree: UInt8 = 0

  mutating func take(_ set: NEWS2Set, as rule: RuleID) -> Verdict? {
    var speaks = false
    var breaks = false
    var shown: VitalSign?
    for parameter in NEWS2.Parameter.allCases {
      let bit: UInt8 = 1 << UInt8(parameter.rawValue)
      guard set.own & bit != 0, set.score.points(of: parameter) != nil else { continue }
      if set.score.isSingle(parameter) {
        speaks = true
        breaks = true
        shown = shown ?? parameter.sign
        atThree |= bit
      } else if set.verified & bit != 0 {
        speaks = true
        atThree &= ~bit
      }
    }
    guard speaks else { return nil }
    var verdict = Verdict(
      atThree == 0 ? .holds(insideByMargin: true) : .breaks(by: 0),
      of: .rule(rule)
    )
    verdict.opens = breaks
    verdict.shown = shown
    return verdict
  }
}
