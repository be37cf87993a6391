package import SessionRecord

/// What a session's entries mean under its protocol, as of one instant.
package struct Assessment {
  /// The entries as they stand.
  package let chart: Chart
  /// The instant that it was asked for; closing fixes the clock that time alone moves.
  package let asOf: Instant
  /// Start of the first unvoided dose of the protocol's own drug; nil before it.
  package let timeZero: Instant?
  /// Baseline by sign; blood pressure is there as a pair or not at all.
  package let baseline: [VitalSign: Baseline]
  /// The highest and the lowest usable value of each sign.
  package let extremes: [VitalSign: Extremes]
  /// Standing and retracted flags, by number.
  package let flags: [Flag]
  /// The protocol's groups, in its order.
  package let schedule: [ScheduledGroup]

  package init(
    chart: Chart,
    asOf: Instant,
    timeZero: Instant?,
    baseline: [VitalSign: Baseline],
    extremes: [VitalSign: Extremes],
    flags: [Flag],
    schedule: [ScheduledGroup] = []
  ) {
    self.chart = chart
    self.asOf = asOf
    self.timeZero = timeZero
    self.baseline = baseline
    self.extremes = extremes
    self.flags = flags
    self.schedule = schedule
  }
}

/// A sign's baseline and the readings that it was taken from.
package struct Baseline: Hashable {
  package let value: BaselineValue
  package let entries: [EntryNumber]
  /// Observed time of the last of them.
  package let observed: Instant

  package init(value: BaselineValue, entries: [EntryNumber], observed: Instant) {
    self.value = value
    self.entries = entries
    self.observed = observed
  }
}

/// The highest and the lowest usable value of a sign, the first of equals.
package struct Extremes: Hashable {
  package struct Value: Hashable {
    package let entry: EntryNumber
    package let observed: Stamp
    package let quantity: Quantity
    /// False where it waits to be verified and is shown with `?`.
    package let isVerified: Bool

    package init(entry: EntryNumber, observed: Stamp, quantity: Quantity, isVerified: Bool) {
      self.entry = entry
      self.observed = observed
      self.quantity = quantity
      self.isVerified = isVerified
    }
  }

  package let highest: Value
  package let lowest: Value

  package init(highest: Value, lowest: Value) {
    self.highest = highest
    self.lowest = lowest
  }
}
