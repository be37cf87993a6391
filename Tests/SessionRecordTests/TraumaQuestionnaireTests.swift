import SessionRecord
import TestSupport
import Testing

@Suite struct TraumaQuestionnaireTests {
  /// The published algorithm in a second writing: every criterion is a list of items of which one
  /// has to be 2 or more.
  private static let ptsd = [[1, 2], [3, 4], [5, 6], [7, 8, 9]]
  private static let disturbances = [[10, 11], [12, 13], [14, 15], [16, 17, 18]]

  private func isMet(_ criteria: [[Int]], _ answers: [Int]) -> Bool {
    criteria.filter { items in items.contains { answers[$0 - 1] > 1 } }.count == criteria.count
  }

  private func expected(_ answers: [Int]) -> TraumaQuestionnaire.Outcome {
    switch (
      isMet(TraumaQuestionnaireTests.ptsd, answers),
      isMet(TraumaQuestionnaireTests.disturbances, answers)
    ) {
    case (true, true): .complexPTSD
    case (true, false): .ptsd
    case (false, _): .criteriaNotMet
    }
  }

  @Test func `agrees with a second writing on every set of endorsed items`() {
    var count: [TraumaQuestionnaire.Outcome: Int] = [:]
    for pattern in 0..<1 << 18 {
      // An endorsed item is 2, any other 1: the two sides of the cut.
      let answers = (0..<18).map { 1 + pattern >> $0 & 1 }
      let outcome = TraumaQuestionnaire.outcome(answers)
      if outcome != expected(answers) {
        Issue.record("\(answers) is \(String(describing: outcome))")
        return
      }
      if let outcome { count[outcome, default: 0] += 1 }
    }
    // 3 of 4 ways for each pair and 7 of 8 for impairment: 189 of 512 ways for either half.
    #expect(count[.complexPTSD] == 189 * 189)
    #expect(count[.ptsd] == 189 * (512 - 189))
    #expect(count[.criteriaNotMet] == (512 - 189) * 512)
  }

  @Test func `agrees with a second writing on answers at random`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var outcomes: Set<TraumaQuestionnaire.Outcome> = []
    for _ in 0..<20_000 {
      let answers = (0..<18).map { _ in generator.number(0...4) }
      let outcome = TraumaQuestionnaire.outcome(answers)
      #expect(outcome == expected(answers), "\(answers) (seed \(seed))")
      if let outcome { outcomes.insert(outcome) }
    }
    #expect(outcomes.count == 3, "(seed \(seed))")
  }

  @Test func `endorses from two on`() {
    let few = [2, 0, 0, 2, 2, 0, 0, 0, 2, 0, 2, 2, 0, 0, 2, 0, 2, 0]
    #expect(TraumaQuestionnaire.outcome(few) == .complexPTSD)
    // Each criterion hangs on one item; one point less of any first half's item ends all of it.
    for place in few.indices where few[place] == 2 {
      var less = few
      less[place] = 1
      #expect(
        TraumaQuestionnaire.outcome(less) == (place < 9 ? .criteriaNotMet : .ptsd),
        "item \(place + 1)"
      )
    }
    #expect(TraumaQuestionnaire.outcome(Array(repeating: 1, count: 18)) == .criteriaNotMet)
    #expect(TraumaQuestionnaire.outcome(Array(repeating: 4, count: 18)) == .complexPTSD)
  }

  @Test func `is never complex without the first half`() {
    let second = Array(repeating: 0, count: 9) + Array(repeating: 4, count: 9)
    #expect(TraumaQuestionnaire.outcome(second) == .criteriaNotMet)
    let first = Array(repeating: 4, count: 9) + Array(repeating: 0, count: 9)
    #expect(TraumaQuestionnaire.outcome(first) == .ptsd)
  }

  @Test(arguments: [
    [], [4], Array(repeating: 2, count: 17), Array(repeating: 2, count: 19),
    Array(repeating: 2, count: 17) + [5], Array(repeating: 2, count: 17) + [-1],
  ])
  func `has no outcome of anything but eighteen answers from 0 to 4`(answers: [Int]) {
    #expect(TraumaQuestionnaire.outcome(answers) == nil)
  }
}
