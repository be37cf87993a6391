import SessionRecord
import TestSupport
import Testing

@Suite struct ScaleTests {
  private let depression = Scale(
    name: "phq-9",
    title: "PHQ-9",
    range: 0...27,
    items: Scale.Items(count: 9, points: 0...3),
    levels: [
      Scale.Level(from: 5, name: "mild"), Scale.Level(from: 10, name: "moderate"),
      Scale.Level(from: 20, name: "severe"),
    ]
  )

  @Test func `adds up all items`() {
    #expect(depression.score(of: Array(repeating: 0, count: 9)) == 0)
    #expect(depression.score(of: Array(repeating: 3, count: 9)) == 27)
    #expect(depression.score(of: [1, 0, 2, 1, 0, 2, 1, 0, 3]) == 10)
    let below = Scale(
      name: "mood",
      title: "Mood",
      range: -4...4,
      items: Scale.Items(count: 2, points: -2...2)
    )
    #expect(below.score(of: [-2, 1]) == -1)
  }

  @Test(arguments: [
    [], Array(repeating: 1, count: 8), Array(repeating: 1, count: 10),
    [1, 0, 2, 1, 0, 2, 1, 0, 4], [-1, 0, 2, 1, 0, 2, 1, 0, 3],
  ])
  func `has no score of too few, too many or impossible items`(answers: [Int]) {
    #expect(depression.score(of: answers) == nil)
  }

  @Test func `has no score of items that it does not have`() {
    let alone = Scale(name: "c-ssrs", title: "C-SSRS", range: 0...6)
    #expect(alone.score(of: []) == nil)
    #expect(alone.score(of: [1]) == nil)
  }

  @Test func `scores the trauma questionnaire by its algorithm`() {
    let trauma = Scale(
      name: "itq",
      title: "ITQ",
      range: 0...2,
      scoring: .itq,
      items: TraumaQuestionnaire.items
    )
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1_000 {
      let answers = (0..<18).map { _ in generator.number(0...4) }
      #expect(
        trauma.score(of: answers) == TraumaQuestionnaire.outcome(answers)?.rawValue,
        "\(answers) (seed \(seed))"
      )
    }
    #expect(trauma.score(of: Array(repeating: 4, count: 18)) == 2)
    #expect(trauma.score(of: Array(repeating: 4, count: 17)) == nil)
  }

  @Test(arguments: [
    (0, nil), (4, nil), (5, "mild"), (9, "mild"), (10, "moderate"), (19, "moderate"),
    (20, "severe"), (27, "severe"),
  ])
  func `is in a band from its first score to the next one's`(score: Int, name: String?) {
    #expect(depression.level(of: score)?.name == name)
  }
}
