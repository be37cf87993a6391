import SessionRecord

/// Scales whose range is not what their items, or the sign that they are, can be.
struct ScaleRanges: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    monitoringProtocol.scales.map(\.scale).compactMap { scale in
      problem(scale).map {
        ProtocolFinding(
          path: "scales.\(scale.name)",
          problem: $0,
          remedy: "Correct “least”, “most” or the items."
        )
      }
    }
  }

  private func problem(_ scale: Scale) -> String? {
    let range = scale.range
    let written = "\(scale.title) goes from \(range.lowerBound) to \(range.upperBound), but"
    if let sign = scale.sign {
      let possible = PlausibleRange.possible(sign)
      let own = possible.lowerBound / 1_000...possible.upperBound / 1_000
      return range == own
        ? nil : "\(written) \(sign.name) goes from \(own.lowerBound) to \(own.upperBound)."
    }
    switch scale.scoring {
    case .itq:
      let outcomes = TraumaQuestionnaire.Outcome.allCases.map(\.rawValue)
      let own = (outcomes.min() ?? 0)...(outcomes.max() ?? 0)
      guard scale.items == TraumaQuestionnaire.items else {
        return "\(scale.title) is scored by the algorithm of the ITQ, which has"
          + " \(TraumaQuestionnaire.items.count) items from 0 to 4."
      }
      return range == own
        ? nil
        : "\(written) the outcome of the ITQ goes from \(own.lowerBound) to \(own.upperBound)."
    case .total:
      guard let items = scale.items, items.total != range else { return nil }
      return "\(written) \(items.count) items from \(items.points.lowerBound) to"
        + " \(items.points.upperBound) add up to \(items.total.lowerBound) to"
        + " \(items.total.upperBound)."
    }
  }
}
