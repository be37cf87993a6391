package import SessionRecord

extension Flag {
  /// The flag as far as it was known when an entry was made: with the readings alone that stood then as
  /// they stand now, and the worst of those; nil where there was none.
  ///
  /// A reading that was corrected since is another one.
  package func known(before number: EntryNumber, in chart: Chart) -> Flag? {
    guard identity.entry.map({ $0 < number }) ?? true else { return nil }
    let stood = readings.filter { reading in
      let changed = chart[reading.entry]?.amendments.last ?? reading.entry
      return max(changed, reading.entry) < number
    }
    guard !stood.isEmpty else { return nil }
    // Of equals the first, as of every peak.
    let peak = stood.reduce(stood[0]) { worst, next in isFurther(next, than: worst) ? next : worst }
    return Flag(
      identity: identity,
      number: self.number,
      measure: measure,
      title: title,
      text: text,
      isProcess: isProcess,
      isStopCriterionMet: isStopCriterionMet,
      protocolPriority: protocolPriority,
      priority: priority,
      limit: limit,
      readings: stood,
      peak: peak,
      raised: raised,
      known: known,
      state: state,
      confirmed: confirmed,
      backInside: backInside,
      acknowledgements: acknowledgements,
      retractedBy: retractedBy,
      reviewed: reviewed
    )
  }

  /// Whether a reading is further beyond the limit than another; false where there is no limit to be
  /// beyond.
  func isFurther(_ reading: BreakingReading, than other: BreakingReading) -> Bool {
    guard let limit, let value = reading.thousandths, let least = other.thousandths else {
      return false
    }
    return limit.excess(of: value) > limit.excess(of: least)
  }
}

extension BreakingReading {
  /// What is compared with the limit; nil where it is no number.
  fileprivate var thousandths: Int? {
    quantity?.thousandths ?? reckoned.map { $0.numerator / max($0.denominator, 1) }
  }
}
