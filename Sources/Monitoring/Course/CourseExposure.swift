package import SessionRecord

/// What a patient was given of one drug by one route in all sessions together.
package struct CourseTotal: Hashable {
  package let drug: String
  package let route: Route?
  package let isOfClass: Bool
  /// How many sessions it was given in.
  package private(set) var sessions = 0
  /// In thousandths of a milligram; nil where nothing of it is known in milligrams.
  package private(set) var milligramThousandths: Int?
  /// In thousandths of mg/kg; nil where nothing of it is known so.
  package private(set) var perKilogramThousandths: Int?
  /// Whether some is not known, so that the sum is a least amount.
  package private(set) var isLeast: (milligrams: Bool, perKilogram: Bool) {
    get { (isLeastInMilligrams, isLeastPerKilogram) }
    set { (isLeastInMilligrams, isLeastPerKilogram) = newValue }
  }
  private var isLeastInMilligrams = false
  private var isLeastPerKilogram = false

  init(_ given: SessionTally.GivenTotal) {
    drug = given.drug
    route = given.route
    isOfClass = given.isOfClass
  }

  mutating func add(_ given: SessionTally.GivenTotal) {
    sessions += 1
    let known = (given.milligramThousandths, given.perKilogramThousandths)
    if let milligrams = known.0 { milligramThousandths = (milligramThousandths ?? 0) + milligrams }
    if let amount = known.1 { perKilogramThousandths = (perKilogramThousandths ?? 0) + amount }
    isLeast.milligrams = isLeast.milligrams || given.isIncomplete || known.0 == nil
    isLeast.perKilogram = isLeast.perKilogram || given.isIncomplete || known.1 == nil
  }
}

extension Course {
  /// What was given in all sessions, by drug and route, never added across them: those of the class first,
  /// then by which was first given.
  package var totals: [CourseTotal] {
    var totals: [CourseTotal] = []
    let given = sessions.filter { $0.session.state != .void }.flatMap(\.tally.given)
    for given in given.sorted(by: { $0.firstBegan < $1.firstBegan }) {
      let place = totals.firstIndex { $0.drug == given.drug && $0.route == given.route }
      if place == nil { totals.append(CourseTotal(given)) }
      totals[place ?? totals.count - 1].add(given)
    }
    return totals.filter(\.isOfClass) + totals.filter { !$0.isOfClass }
  }

  /// From the last dose of the class in the session before to the first in this one, by session; none for
  /// the first session, and for those without such a dose.
  package var intervals: [SessionNumber: TimeSpan] {
    let dosed = dosed
    var intervals: [SessionNumber: TimeSpan] = [:]
    for (before, after) in zip(dosed, dosed.dropFirst()) {
      intervals[after.session.number] = after.began - before.at
    }
    return intervals
  }
}
