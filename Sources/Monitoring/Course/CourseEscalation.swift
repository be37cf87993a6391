import SessionRecord

extension CourseReading {
  /// One drug of the class by one route, in one session after another.
  private struct Step {
    let label: String
    let given: SessionTally.GivenTotal
  }

  /// What a session was given beside what the one before it was given of the same.
  private struct Rise {
    /// In thousandths of mg/kg where both are known so, else of a milligram; nil where neither is.
    let amounts: (before: Int, after: Int, unit: String)?
    /// More was given than is known.
    let isLeast: (before: Bool, after: Bool)
    let before: Step
    let after: Step

    init(from before: Step, to after: Step) {
      self.before = before
      self.after = after
      isLeast = (before.given.isIncomplete, after.given.isIncomplete)
      if let old = before.given.perKilogramThousandths,
        let new = after.given.perKilogramThousandths
      {
        amounts = (old, new, "mg/kg")
      } else if let old = before.given.milligramThousandths,
        let new = after.given.milligramThousandths
      {
        amounts = (old, new, "mg")
      } else {
        amounts = nil
      }
    }

    /// Whether it is over the one before by more than so many percent; nil where that is not known.
    func isOver(percent: Int) -> Bool? {
      guard let amounts, !isLeast.before else { return nil }
      let isOver = Int128(amounts.after) * 100 > Int128(amounts.before) * Int128(100 + percent)
      return isOver || !isLeast.after ? isOver : nil
    }

    var said: String {
      guard let amounts else { return "\(before.label) and \(after.label) cannot be compared" }
      return "\(isLeast.before ? "at least " : "")\(decimal(amounts.before)) to "
        + "\(isLeast.after ? "at least " : "")\(decimal(amounts.after)) \(amounts.unit) "
        + "from \(before.label) to \(after.label)"
    }
  }

  /// The newest dose is over the one before it of the same drug and route by more than so many percent
  /// (exactly that is not over), or the last so many doses of it each rose.
  ///
  /// What a session was given of a drug by a route together is its dose.
  func escalation(percent: Int, runs: Int) -> Said {
    guard let newest = dosed.last else { return Said(.no, "no dose of the class on record") }
    let said = newest.given.map { escalation(of: $0, percent: percent, runs: runs) }
    let answers = said.map(\.answer)
    let answer: GateAnswer =
      answers.contains(.yes) ? .yes : answers.contains(.unknown) ? .unknown : .no
    return Said(answer, said.map(\.basis).joined(separator: "; "))
  }

  private func escalation(
    of given: SessionTally.GivenTotal,
    percent: Int,
    runs: Int
  ) -> Said {
    let steps = dosed.flatMap { session in
      session.given.filter { $0.isSame(as: given) }.map { Step(label: session.label, given: $0) }
    }
    let rises = zip(steps, steps.dropFirst()).map { Rise(from: $0, to: $1) }
    guard let last = rises.last else { return Said(.no, "\(given.words): first dose of it") }
    let basis = "\(given.words) \(last.said)"
    let isOver = last.isOver(percent: percent)
    if isOver == true { return Said(.yes, basis) }
    guard runs > 0, rises.count >= runs else { return Said(isOver == nil ? .unknown : .no, basis) }
    let latest = rises.suffix(runs).map { $0.isOver(percent: 0) }
    if latest.allSatisfy({ $0 == true }) {
      return Said(.yes, "\(basis), increase \(runs) in a row")
    }
    let mayRise = latest.allSatisfy { $0 != false }
    return Said(isOver == nil || mayRise ? .unknown : .no, basis)
  }
}
