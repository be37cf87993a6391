import SessionRecord
import TestSupport

/// Flags over every choice that the type allows.
extension SeededGenerator {
  mutating func flag(number: Int) throws -> Flag {
    Flag(
      identity: FlagIdentity(
        rule: RuleID(pick(["bp.sys.crit", "bp.sys.high", "hr.high", "overdue.bp"])),
        cause: flagCause()
      ),
      number: FlagNumber(number),
      measure: measure(),
      title: text(),
      text: text(),
      isProcess: chance(20),
      isStopCriterionMet: chance(20),
      protocolPriority: pick(Priority.allCases),
      priority: pick(Priority.allCases),
      limit: maybe { $0.limit() },
      readings: try list(0...5) { try $0.breaking() },
      peak: try maybe { try $0.breaking() },
      raised: session(),
      known: session(),
      state: state(),
      confirmed: maybe { $0.session() },
      backInside: maybe { $0.session() },
      acknowledgements: try list(0...2) {
        FlagAcknowledgement(
          entry: $0.entryNumber(),
          at: $0.session(),
          by: try $0.clinician(),
          text: $0.text(),
          covering: $0.chance(50)
        )
      },
      retractedBy: chance(20) ? entryNumber() : nil,
      reviewed: try maybe { try $0.reviewMark() }
    )
  }

  mutating func reviewMark() throws -> ReviewMark {
    ReviewMark(
      entry: entryNumber(),
      at: session(),
      by: try clinician(),
      verdict: pick(ReviewVerdict.allCases),
      followUp: maybe { $0.text() },
      text: text(),
      outgrown: maybe { random in
        random.maybe { $0.pick(Priority.allCases) }.map { .priority($0) }
          ?? .effect(worst: random.maybe { $0.pick(Severity.allCases) }, distressing: true)
      }
    )
  }

  /// An instant within a few days, so that questions about time find some and not others.
  mutating func session() -> Instant {
    TemporaryRecord.opened + .minutes(number(0...5_000))
  }

  private mutating func measure() -> Measure {
    switch number(1...10) {
    case 1: .sign(pick(VitalSign.allCases))
    case 2: .effect(EffectName(text()))
    case 3: .group(GroupID(text()))
    case 4: .session
    case 5: .derived(pick(DerivedSign.allCases))
    case 6: .rate(pick(VitalSign.allCases))
    case 7: .scale(text())
    case 8: .news2
    case 9: .rule(RuleID(text()))
    default: .unverified
    }
  }

  private mutating func limit() -> BrokenLimit {
    BrokenLimit(
      comparison: pick(Comparison.allCases),
      numerator: number(-1_000_000...400_000_000),
      denominator: number(1...3_000),
      baseline: maybe { BaselineValue(sum: $0.number(0...1_000_000), count: $0.number(1...9)) }
    )
  }

  private mutating func breaking() throws -> BreakingReading {
    BreakingReading(
      entry: entryNumber(),
      observed: session(),
      quantity: try maybe { try $0.quantity($0.pick(VitalSign.allCases)) },
      effect: try maybe { try $0.effect() },
      reckoned: maybe { random in
        Reckoned(
          random.number(-400_000_000...400_000_000),
          over: random.number(1...300_000),
          isAtLeast: random.chance(30)
        )
      }
    )
  }

  private mutating func state() -> FlagState {
    switch number(1...4) {
    case 1: .unconfirmed
    case 2: .confirmed(at: session(), repeated: chance(50))
    case 3: .clearedOnRepeat(at: session())
    default: .cleared(at: session(), repeated: chance(50))
    }
  }
}
