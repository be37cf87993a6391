import SessionRecord

/// The latest blood pressure and the last set far enough before it: complete, verified, settled.
///
/// The *window* is the latest entry that says anything about blood pressure, the last one observed at least
/// *apart* before it, and every one between. All of them have to be complete, verified, not low and near
/// the baseline or under the limits, so that what could not be read, or waits to be verified, hides no
/// pressure; and the latest is above none of them, so that neither a rise since the set before it nor
/// one since the first of the window passes. A set from before the dose settles nothing after it.
struct PressureCriterion: JudgedOverTime {
  private typealias Settled = (set: TimedPressure, pair: TimedPressure.Pair)

  private let asked: SettledPressure
  private let range: PressureRange
  private let sets: [TimedPressure]
  /// What is missing where there is no set.
  private let none: String

  init(_ asked: SettledPressure, _ evidence: LeavingEvidence) {
    self.asked = asked
    range = PressureRange(asked, evidence.baseline)
    none = evidence.timeZero == nil ? "no blood pressure yet" : "no blood pressure since the dose"
    sets = evidence.pressures.filter { set in
      evidence.timeZero.map { $0 < set.observed } ?? true
    }
  }

  var turns: [Instant] {
    sets.flatMap(\.turns) + sets.staleTurns(after: asked.noOlderThan)
  }

  func verdict(at instant: Instant) -> LeavingVerdict {
    let known = sets.observed(by: instant)
    guard let latest = known.last else { return .missing(none) }
    let pair: TimedPressure.Pair
    switch read(latest, at: instant) {
    case .settled(let own): pair = own
    case .fault(let fault): return .missing(fault, [latest.entry])
    }
    guard instant - latest.observed <= asked.noOlderThan else {
      let age = (instant - latest.observed).over(asked.noOlderThan)
      return .missing("last set was \(age)", [latest.entry])
    }
    let window = window(of: known, before: latest)
    let entries = window.map(\.entry)
    var earlier: [Settled] = []
    for set in window.dropLast() {
      switch read(set, at: instant) {
      case .settled(let own): earlier.append((set, own))
      case .fault(let fault): return .missing(fault + set.place(before: latest), entries)
      }
    }
    if let fault = rise(of: pair, after: earlier) { return .missing(fault, entries) }
    if let fault = range.notNear(pair) { return .missing(fault, entries) }
    guard let first = earlier.first, latest.observed - first.set.observed >= asked.apart else {
      return .missing(tooFewSets(earlier.first, latest), entries)
    }
    for (set, own) in earlier {
      if let fault = range.notNear(own) {
        return .missing(fault + set.place(before: latest), entries)
      }
    }
    return .met(by: entries)
  }

  private enum Read {
    case settled(TimedPressure.Pair)
    case fault(String)
  }

  /// A low mean is told first, whatever else is known of its set; measured, it counts beside the pair's own.
  private func read(_ set: TimedPressure, at instant: Instant) -> Read {
    if let fault = set.mean?.value(at: instant).flatMap({ range.low(mean: $0) }) {
      return .fault(fault)
    }
    guard let pair = set.pair(at: instant) else { return .fault(set.whyUnknown) }
    let fault = range.low(pair) ?? set.whyMeanUnknown(at: instant)
    return fault.map { .fault($0) } ?? .settled(pair)
  }

  /// From the last set at least *apart* before the latest, or the first of all, to the latest.
  private func window(
    of known: ArraySlice<TimedPressure>,
    before latest: TimedPressure
  ) -> ArraySlice<TimedPressure> {
    let farEnough = known.dropLast().lastIndex { latest.observed - $0.observed >= asked.apart }
    return known[(farEnough ?? known.startIndex)...]
  }

  /// The set just before it is told first; equal is not rising.
  private func rise(of pair: TimedPressure.Pair, after earlier: [Settled]) -> String? {
    for (_, own) in earlier.reversed() {
      if pair.systolic > own.systolic {
        return "rising: \(decimal(own.systolic)) to \(VitalSign.systolic.text(pair.systolic))"
      }
      if pair.diastolic > own.diastolic {
        return "diastolic rising: \(decimal(own.diastolic)) to "
          + VitalSign.diastolic.text(pair.diastolic)
      }
    }
    return nil
  }

  private func tooFewSets(_ first: Settled?, _ latest: TimedPressure) -> String {
    let apart = asked.apart.wholeMinutes
    guard let first else { return "only one set; two at least \(apart) min apart asked" }
    let reached = (latest.observed - first.set.observed).wholeMinutes
    return "sets only \(reached) min apart; \(apart) asked"
  }
}

extension TimedPressure {
  /// Which set a fault is of: ` (8 min before the last set)`.
  fileprivate func place(before latest: TimedPressure) -> String {
    " (\((latest.observed - observed).wholeMinutes) min before the last set)"
  }
}
