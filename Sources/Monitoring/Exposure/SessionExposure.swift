package import SessionRecord

extension SessionFile {
  /// What was given in the session, as of the instant that it is asked about.
  package var exposure: Exposure {
    Exposure(
      of: assessment.chart,
      formulary: monitoringProtocol.formulary,
      weight: assessment.chart.weightOfTheDay?.thousandths,
      asOf: assessment.clock
    )
  }
}

extension Exposure {
  /// What the standing entries say was given, as of an instant; a closing leaves nothing running.
  ///
  /// The weight is in thousandths of a kilogram; without one, what was typed per kilogram is in no sum.
  package init(of chart: Chart, formulary: Formulary, weight: Int?, asOf: Instant) {
    let given = DoseWalk(of: chart, ownDrug: formulary.ownDrug)
      .given(by: asOf, isClosed: chart.closing != nil)
    self.init(given: given, totals: DoseTotal.all(of: given, weight: weight))
  }
}

extension DoseTotal {
  private struct Key: Hashable {
    let drug: String
    let route: Route?
  }

  fileprivate static func all(of given: [GivenDose], weight: Int?) -> [DoseTotal] {
    var order: [Key] = []
    var parts: [Key: [GivenDose]] = [:]
    for dose in given {
      let key = Key(drug: dose.drug, route: dose.route)
      if parts[key] == nil { order.append(key) }
      parts[key, default: []].append(dose)
    }
    return order.map { DoseTotal(of: parts[$0] ?? [], $0, weight: weight) }
  }

  private init(of doses: [GivenDose], _ key: Key, weight: Int?) {
    var sum: Int?
    var count = 0
    var isUnverified = false
    for dose in doses {
      guard case .amount(let amount) = dose.given,
        let milligrams = amount.milligramThousandths(weight: weight)
      else { continue }
      sum = (sum ?? 0) + milligrams
      count += 1
      isUnverified = isUnverified || dose.isUnverified
    }
    self.init(
      drug: key.drug,
      route: key.route,
      milligramThousandths: sum,
      count: count,
      uncounted: doses.count - count,
      isUnverified: isUnverified
    )
  }
}
