import SessionRecord

extension SessionTally.GivenTotal {
  private struct Key: Hashable {
    let drug: String
    let route: Route?
  }

  /// What was given in a session, by drug and route, in the order in which each first began.
  static func all(
    of assessment: Assessment,
    under formulary: Formulary
  ) -> [SessionTally.GivenTotal] {
    let weight = assessment.chart.weightOfTheDay?.thousandths
    let given = Exposure(
      of: assessment.chart,
      formulary: formulary,
      weight: weight,
      asOf: assessment.clock
    ).given
    var order: [Key] = []
    var parts: [Key: [GivenDose]] = [:]
    for dose in given {
      let key = Key(drug: dose.drug, route: dose.route)
      if parts[key] == nil { order.append(key) }
      parts[key, default: []].append(dose)
    }
    return order.compactMap { key in
      guard let doses = parts[key], let first = doses.first?.began, let last = doses.last?.began
      else { return nil }
      return SessionTally.GivenTotal(
        key,
        doses,
        began: (first.instant, last.instant),
        formulary,
        weight: weight
      )
    }
  }

  private init(
    _ key: Key,
    _ doses: [GivenDose],
    began: (first: Instant, last: Instant),
    _ formulary: Formulary,
    weight: Int?
  ) {
    var milligrams: [Int] = []
    var perKilogram: [Int128] = []
    for dose in doses {
      guard case .amount(let amount) = dose.given else { continue }
      if let known = amount.milligramThousandths(weight: weight) { milligrams.append(known) }
      if let known = amount.perKilogram(weight: weight) { perKilogram.append(known) }
    }
    let known = [milligrams.count, perKilogram.count].filter { $0 > 0 }
    self.init(
      drug: key.drug,
      route: key.route,
      firstBegan: began.first,
      lastBegan: began.last,
      isOfClass: formulary.isOfClass(key.drug),
      milligramThousandths: milligrams.isEmpty ? nil : milligrams.reduce(0, +),
      perKilogramThousandths: perKilogram.isEmpty
        ? nil : Int(clamping: perKilogram.reduce(0, +) / (Int128(weight ?? 1) * 1_000)),
      isIncomplete: known.isEmpty || known.contains { $0 < doses.count }
    )
  }
}

extension Amount {
  /// Millionths of mg/kg times the weight in thousandths of a kilogram, so exact: times 1 without one.
  ///
  /// Nil where it is not a mass, or not per kilogram without a weight.
  fileprivate func perKilogram(weight: Int?) -> Int128? {
    let amount = Int128(thousandths)
    return switch unit {
    case .milligramPerKilogram: amount * 1_000 * Int128(weight ?? 1)
    case .microgramPerKilogram: amount * Int128(weight ?? 1)
    case .gram: weight == nil ? nil : amount * 1_000_000_000
    case .milligram: weight == nil ? nil : amount * 1_000_000
    case .microgram: weight == nil ? nil : amount * 1_000
    case .millilitre, .unit: nil
    }
  }
}
