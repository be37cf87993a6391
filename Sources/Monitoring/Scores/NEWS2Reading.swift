package import SessionRecord

/// NEWS2 as it stands at one set of readings, from the last usable value of each parameter.
package struct NEWS2Reading: Hashable {
  /// The set at which it is taken together.
  package let entry: EntryNumber
  package let observed: Instant
  package let score: NEWS2
  /// The scale that SpO2 was read on.
  package let spo2Scale: SpO2Scale
  /// Whether every value that was used is verified.
  package let isVerified: Bool

  package init(
    entry: EntryNumber,
    observed: Instant,
    score: NEWS2,
    spo2Scale: SpO2Scale,
    isVerified: Bool
  ) {
    self.entry = entry
    self.observed = observed
    self.score = score
    self.spo2Scale = spo2Scale
    self.isVerified = isVerified
  }
}

extension SessionFile {
  /// NEWS2 at each standing set that has one of its parameters, in observed order; none where the
  /// protocol does not use it.
  package var news2Readings: [NEWS2Reading] {
    guard let within = monitoringProtocol.news2?.within else { return [] }
    let chart = assessment.chart
    let scale = (chart.opening ?? session.opening).spo2Scale
    var fold = NEWS2Fold(within: within, scale: scale)
    return chart.standingInObservedOrder.compactMap { entry in
      guard case .vitals(let vitals) = entry.content,
        let set = fold.take(
          vitals,
          observed: entry.observed.instant,
          isVerified: entry.verifiedBy != nil
        )
      else { return nil }
      return NEWS2Reading(
        entry: entry.number,
        observed: entry.observed.instant,
        score: set.score,
        spo2Scale: scale,
        isVerified: set.isVerified
      )
    }
  }
}
