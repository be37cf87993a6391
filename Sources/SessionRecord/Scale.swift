/// A rating scale as a protocol has it: its name, range, direction and cut-offs.
///
/// Items are numbers only; no instrument's wording is held.
package struct Scale: Hashable {
  /// Which way is worse.
  package enum Direction: String, Hashable, CaseIterable {
    case higher
    case lower
  }

  /// How a score follows from the items.
  package enum Scoring: String, Hashable, CaseIterable {
    /// Their sum.
    case total
    /// The algorithm of the International Trauma Questionnaire, of 18 items from 0 to 4.
    case itq
  }

  /// How many items there are, and what each can be.
  package struct Items: Hashable {
    package let count: Int
    package let points: ClosedRange<Int>

    package init(count: Int, points: ClosedRange<Int>) {
      self.count = count
      self.points = points
    }
  }

  /// A band: from its first score to where the next one begins.
  package struct Level: Hashable {
    package let from: Int
    package let name: String

    package init(from: Int, name: String) {
      self.from = from
      self.name = name
    }
  }

  /// Lower case, as it is stored: `phq-9`.
  package let name: String
  /// As people write it: `PHQ-9`.
  package let title: String
  package let range: ClosedRange<Int>
  package let worse: Direction
  package let scoring: Scoring
  /// Nil where only a score can be typed.
  package let items: Items?
  /// By where each begins; empty where the scale has no published bands.
  package let levels: [Level]
  /// The vital sign that it is, for the scales that belong to a set of readings.
  package let sign: VitalSign?

  package init(
    name: String,
    title: String,
    range: ClosedRange<Int>,
    worse: Direction = .higher,
    scoring: Scoring = .total,
    items: Items? = nil,
    levels: [Level] = [],
    sign: VitalSign? = nil
  ) {
    self.name = name
    self.title = title
    self.range = range
    self.worse = worse
    self.scoring = scoring
    self.items = items
    self.levels = levels
    self.sign = sign
  }

  /// The band that a score is in; nil below the first, and where there are none.
  package func level(of score: Int) -> Level? { levels.last { $0.from <= score } }

  /// The score of all items; nil where they are not as many, or not what each can be.
  package func score(of answers: [Int]) -> Int? {
    guard let items, answers.count == items.count,
      answers.allSatisfy(items.points.contains)
    else { return nil }
    return switch scoring {
    case .total: answers.reduce(0, +)
    case .itq: TraumaQuestionnaire.outcome(answers)?.rawValue
    }
  }
}
