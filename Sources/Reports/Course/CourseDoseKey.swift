import Monitoring
import SessionRecord

/// One drug of the class by one route: a scale of its own, since no two are ever compared.
struct CourseDoseKey {
  let drug: String
  let route: Route?
  /// In mg/kg where every session has it, else in mg.
  let isPerKilogram: Bool
  /// The most that a session was given, in thousandths of its unit.
  let most: Int
  /// Its place among the drugs and routes, by which its marks differ.
  let place: Int

  var title: String { [drug, route?.word ?? "route not said"].joined(separator: " ") }
  var unit: String { isPerKilogram ? "mg/kg" : "mg" }

  /// What its bars are made of on a terminal.
  var letter: String { CourseDoseKey.letters[place % CourseDoseKey.letters.count] }
  private static let letters = ["#", "=", "o", "x", "%", "~"]

  /// In the order in which each was first given.
  static func all(of rows: [CourseRow]) -> [CourseDoseKey] {
    var found: [[SessionTally.GivenTotal]] = []
    for given in rows.flatMap(\.given) {
      if let place = found.firstIndex(where: { $0[0].isSame(given) }) {
        found[place].append(given)
      } else {
        found.append([given])
      }
    }
    return found.enumerated().map { CourseDoseKey($1, place: $0) }
  }

  private init(_ given: [SessionTally.GivenTotal], place: Int) {
    drug = given.first?.drug ?? ""
    route = given.first?.route
    let isPerKilogram = given.allSatisfy { $0.perKilogramThousandths != nil }
    self.isPerKilogram = isPerKilogram
    most =
      given.compactMap { isPerKilogram ? $0.perKilogramThousandths : $0.milligramThousandths }
      .max() ?? 0
    self.place = place
  }

  func isOf(_ given: SessionTally.GivenTotal) -> Bool {
    drug == given.drug && route == given.route
  }

  /// In thousandths of its unit; nil where it is not known in it.
  func amount(_ given: SessionTally.GivenTotal) -> Int? {
    isPerKilogram ? given.perKilogramThousandths : given.milligramThousandths
  }

  /// `0.5 mg/kg`.
  func words(_ given: SessionTally.GivenTotal) -> String {
    CourseAmountText.words(amount(given), unit, isLeast: given.isIncomplete)
  }
}

extension SessionTally.GivenTotal {
  fileprivate func isSame(_ other: SessionTally.GivenTotal) -> Bool {
    drug == other.drug && route == other.route
  }
}
