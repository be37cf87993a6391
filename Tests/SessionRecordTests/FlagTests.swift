import SessionRecord
import Testing

@Suite struct FlagTests {
  @Test func `breaks a limit at or beyond it, as its words say`() {
    let limits: [(Comparison, below: Bool, at: Bool, above: Bool)] = [
      (.atOrOver, false, true, true), (.over, false, false, true),
      (.atOrUnder, true, true, false), (.under, true, false, false),
    ]
    for (comparison, below, at, above) in limits {
      let limit = BrokenLimit(comparison: comparison, numerator: 160_000)
      #expect(limit.isBroken(by: 159_999) == below, "\(comparison)")
      #expect(limit.isBroken(by: 160_000) == at, "\(comparison)")
      #expect(limit.isBroken(by: 160_001) == above, "\(comparison)")
    }
  }

  @Test func `compares with a mean that no thousandth can say`() {
    // Baseline (120 + 121 + 121) ÷ 3 = 120.666…, and 40 over it is 160.666…
    let limit = BrokenLimit(comparison: .atOrOver, numerator: 482_000, denominator: 3)
    #expect(!limit.isBroken(by: 160_666))
    #expect(limit.isBroken(by: 160_667))
  }

  @Test func `is inside only with the whole margin`() {
    let upper = BrokenLimit(comparison: .atOrOver, numerator: 160_000)
    #expect(upper.isInside(155_000, by: 5_000))
    #expect(!upper.isInside(155_001, by: 5_000))
    #expect(!upper.isInside(160_000, by: 0))
    #expect(upper.isInside(159_999, by: 0))
    let lower = BrokenLimit(comparison: .under, numerator: 94_000)
    #expect(lower.isInside(96_000, by: 2_000))
    #expect(!lower.isInside(95_999, by: 2_000))
    #expect(lower.isInside(94_000, by: 0))
  }

  @Test func `measures how far beyond on the side that breaks`() {
    let upper = BrokenLimit(comparison: .over, numerator: 482_000, denominator: 3)
    #expect(upper.excess(of: 170_000) == 28_000)
    let lower = BrokenLimit(comparison: .atOrUnder, numerator: 94_000)
    #expect(lower.excess(of: 90_000) == 4_000)
    #expect(lower.excess(of: 95_000) == -1_000)
  }

  @Test func `raises a priority by one step and no higher than high`() {
    #expect(Priority.allCases.map(\.raised) == [.low, .medium, .high, .high])
    #expect(Priority.allCases == Priority.allCases.sorted())
    for priority in Priority.allCases { #expect(Priority(word: priority.word) == priority) }
  }

  @Test func `is another flag for every cause of one rule`() {
    let rule = GroupID("bp").overdueRule
    let causes: [FlagCause] = [
      .entry(EntryNumber(20)), .entry(EntryNumber(21)), .slot(minutes: 20), .slot(minutes: 21),
      .baseline, .silence,
    ]
    #expect(rule.text == "overdue.bp")
    #expect(Set(causes.map { FlagIdentity(rule: rule, cause: $0) }).count == causes.count)
    #expect(
      FlagIdentity(rule: rule, entry: EntryNumber(20))
        == FlagIdentity(rule: rule, cause: .entry(EntryNumber(20)))
    )
  }

  @Test func `has an entry only where an entry raised it`() {
    let rule = RuleID("r")
    #expect(FlagIdentity(rule: rule, cause: .entry(EntryNumber(7))).entry == EntryNumber(7))
    for cause in [FlagCause.slot(minutes: 7), .baseline, .silence] {
      #expect(FlagIdentity(rule: rule, cause: cause).entry == nil)
    }
  }

  @Test func `is open until it is cleared`() {
    let at = Log.start
    #expect(FlagState.unconfirmed.isOpen)
    #expect(FlagState.confirmed(at: at, repeated: true).isOpen)
    #expect(!FlagState.clearedOnRepeat(at: at).isOpen)
    #expect(FlagState.cleared(at: at, repeated: false).clearedAt == at)
    #expect(FlagState.confirmed(at: at, repeated: false).clearedAt == nil)
  }
}
