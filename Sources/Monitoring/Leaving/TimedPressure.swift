import SessionRecord

/// What one entry says about blood pressure: a complete set, or less.
struct TimedPressure: Observed {
  /// A complete set, in thousandths of a mmHg.
  struct Pair: Equatable {
    let systolic: Int
    let diastolic: Int

    /// `142/88`.
    var written: String { decimal(systolic) + "/" + decimal(diastolic) }
  }

  let order: ObservedOrder
  let systolic: TimedReading?
  let diastolic: TimedReading?
  let mean: TimedReading?

  /// Whether the entry says anything about blood pressure.
  var isSaid: Bool { systolic != nil || diastolic != nil || mean != nil }

  /// The pair, where both of it were verified by an instant.
  func pair(at instant: Instant) -> Pair? {
    guard let systolic = systolic?.value(at: instant),
      let diastolic = diastolic?.value(at: instant)
    else { return nil }
    return Pair(systolic: systolic, diastolic: diastolic)
  }

  /// Why there is no set that counts.
  var whyUnknown: String {
    guard let systolic else {
      guard diastolic == nil, let mean, mean.reading.quantity == nil || mean.verified == nil else {
        return "systolic is missing from the set"
      }
      return mean.whyUnknown
    }
    guard let diastolic else {
      return systolic.reading.quantity == nil
        ? systolic.whyUnknown : "diastolic is missing from the set"
    }
    switch (systolic.reading, diastolic.reading) {
    case (.measured(let upper, _), .measured(let lower, _)):
      let pair = Pair(systolic: upper.thousandths, diastolic: lower.thousandths)
      return "\(pair.written)? waits to be verified"
    case (.notObtained(let reason), .notObtained):
      return "blood pressure was not obtained: \(reason)"
    case (.unrecordable, _): return "blood pressure is unrecordable"
    case (.measured, _): return diastolic.whyUnknown
    default: return systolic.whyUnknown
    }
  }

  /// Why a mean beside a complete pair is not known; nil where none was tried, or it counts.
  func whyMeanUnknown(at instant: Instant) -> String? {
    guard let mean, mean.value(at: instant) == nil else { return nil }
    if case .notObtained = mean.reading { return nil }
    return mean.whyUnknown
  }

  var turns: [Instant] { [systolic, diastolic, mean].compactMap(\.self).flatMap(\.turns) }
}
