import SessionRecord

extension CourseReading {
  /// What was given of one drug by one route in some days.
  private struct Sum {
    let words: String
    /// In thousandths of mg/kg; nil where nothing of it is known.
    var thousandths: Int?
    /// Some of it is not known, so that the sum is a least amount.
    var isLeast = false

    func isOver(_ most: Int) -> Bool { thousandths.map { $0 > most } ?? false }

    var said: String {
      guard let thousandths else { return "\(words) not known in mg/kg" }
      return "\(words)\(isLeast ? " at least" : "") \(decimal(thousandths)) mg/kg"
    }
  }

  /// More than *most* thousandths of mg/kg of one drug of the class by one route in so many days.
  ///
  /// Amounts of two drugs or two routes are never added; where some of a sum is not known, it is at least
  /// what is known.
  func amount(_ most: Int, days: Int) -> Said {
    let within = dosed(withinDays: days)
    let span = CourseBasis.count(days, "day")
    guard !within.isEmpty else { return Said(.no, "none of the class in \(span)") }
    let sums = sums(of: within)
    let basis =
      sums.map(\.said).joined(separator: "; ")
      + " in \(span): \(within.labels)"
    if sums.contains(where: { $0.isOver(most) }) { return Said(.yes, basis) }
    return Said(sums.contains(where: \.isLeast) ? .unknown : .no, basis)
  }

  /// In the order in which each drug and route comes first.
  private func sums(of sessions: [DosedSession]) -> [Sum] {
    var sums: [Sum] = []
    for given in sessions.flatMap(\.given) {
      let place = sums.firstIndex { $0.words == given.words } ?? sums.count
      if place == sums.count { sums.append(Sum(words: given.words)) }
      if let known = given.perKilogramThousandths {
        sums[place].thousandths = (sums[place].thousandths ?? 0) + known
      }
      if given.isIncomplete || given.perKilogramThousandths == nil { sums[place].isLeast = true }
    }
    return sums
  }
}
