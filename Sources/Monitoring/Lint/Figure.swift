import SessionRecord

/// A number of a protocol, as a source that it is cited from would have it.
struct Figure: Hashable {
  /// Without its sign: a fall of 15 % is written as 15.
  let thousandths: Int
  /// With its unit.
  let written: String
  /// A source may also say it in hours.
  let isMinutes: Bool
  /// How long after the time before it, in thousandths; nil where it stands in no row of times.
  ///
  /// A source that says *every 10 minutes* has all of 10, 20 and 30.
  let step: Int?

  init(_ thousandths: Int, _ written: String, isMinutes: Bool = false, step: Int? = nil) {
    self.thousandths = abs(thousandths)
    self.written = written
    self.isMinutes = isMinutes
    self.step = step
  }

  static func count(_ count: Int) -> Figure { Figure(count * 1_000, "\(count)") }

  static func minutes(_ minutes: Int) -> Figure {
    Figure(minutes * 1_000, "\(minutes) min", isMinutes: true)
  }

  static func percent(_ thousandths: Int) -> Figure {
    Figure(thousandths, "\(decimal(abs(thousandths))) %")
  }

  static func value(_ thousandths: Int, of sign: VitalSign) -> Figure {
    Figure(thousandths, sign.writtenValue(abs(thousandths)))
  }
}

extension Condition {
  /// What it compares with; grades, letters and words are none.
  var figures: [Figure] {
    switch self {
    case .absolute(let limit): [.value(limit.limit, of: limit.sign)]
    case .derived(let limit): [Figure(limit.limit, limit.sign.writtenValue(limit.limit))]
    case .change(let change):
      switch change.size {
      case .absolute(let size): [.value(size, of: change.sign)]
      case .percent(let percent): [.percent(percent)]
      }
    case .rate(let rate): [.value(rate.change, of: rate.sign), .minutes(rate.withinMinutes)]
    case .notFalling(let rule): [.value(rule.over, of: rule.sign), .minutes(rule.minutes)]
    case .lasting(let lasting):
      switch lasting.length {
      case .minutes(let minutes), .untilMinute(let minutes): [.minutes(minutes)]
      }
    case .scale(let limit): [.count(limit.limit)]
    case .news2(.total(let least)): [.count(least)]
    case .combination(let combination):
      combination.parts.flatMap(\.any).flatMap(\.figures) + [.minutes(combination.withinMinutes)]
    case .furtherDose(let rule):
      switch rule.when {
      case .soonerThan(let minutes): [.minutes(minutes)]
      case .always, .whileHigh: []
      }
    case .unattended(let rule): [.minutes(rule.minutes)]
    case .consciousness, .crisis, .severity, .distressing, .presence, .news2(.single), .unverified:
      []
    }
  }
}

extension LeavingRequirement {
  /// What it asks for; how old a reading may be is no part of it.
  var figures: [Figure] {
    switch self {
    case .minutesSinceStart(let minutes), .minutesSinceInfusion(let minutes): [.minutes(minutes)]
    case .pressure(let pressure):
      [
        .value(pressure.leastSystolic, of: .systolic),
        .value(pressure.leastMean, of: .meanArterial),
        .percent(pressure.percentOfBaseline), .value(pressure.underSystolic, of: .systolic),
        .value(pressure.underDiastolic, of: .diastolic),
      ]
    case .value(let value) where value.sign != .consciousness:
      [value.atLeast, value.atMost].compactMap(\.self).map { .value($0, of: value.sign) }
    case .effect(let effect):
      switch effect.limit {
      case .rating(let most): [.count(most)]
      case .absentFor(let span): [.minutes(span.wholeMinutes)]
      }
    case .noRecent(let recent): [.minutes(recent.within.wholeMinutes)]
    case .value, .noOpenFlag, .answered, .escort, .instructions: []
    }
  }
}
