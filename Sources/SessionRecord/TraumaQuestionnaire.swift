/// The algorithm of the International Trauma Questionnaire: an outcome, not a sum.
///
/// Source: comorbidityguidelines.org.au, ITQ scoring; 18 items from 0 to 4 in the order P1 to P9, C1 to C9.
/// Items are numbers only.
package enum TraumaQuestionnaire {
  /// What the answers amount to; never two of them.
  package enum Outcome: Int, Hashable, CaseIterable {
    case criteriaNotMet = 0
    case ptsd = 1
    case complexPTSD = 2
  }

  package static let items = Scale.Items(count: 18, points: 0...4)
  /// An answer from here on is endorsed.
  package static let endorsed = 2

  /// Nil unless there are eighteen answers from 0 to 4.
  package static func outcome(_ answers: [Int]) -> Outcome? {
    guard answers.count == items.count, answers.allSatisfy(items.points.contains) else {
      return nil
    }
    func isEndorsed(_ places: Range<Int>) -> Bool { places.contains { answers[$0] >= endorsed } }
    // Two items each of re-experiencing, avoidance and threat, then three of impairment.
    let isPTSD = isEndorsed(0..<2) && isEndorsed(2..<4) && isEndorsed(4..<6) && isEndorsed(6..<9)
    guard isPTSD else { return .criteriaNotMet }
    // Affect, self-concept and relationships, then impairment by them.
    let isDisturbed =
      isEndorsed(9..<11) && isEndorsed(11..<13) && isEndorsed(13..<15) && isEndorsed(15..<18)
    return isDisturbed ? .complexPTSD : .ptsd
  }
}
