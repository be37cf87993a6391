import SessionRecord

extension Rule {
  /// What breaks it, in words, with the limit and its unit: `systolic at or over 180 mmHg`.
  package var title: String { title(of: nil, quantity: nil) }

  /// The same for a flag: with the effect that broke it, or what is unverified (a *quantity*, or a
  /// dose).
  func title(of measure: Measure?, quantity: Quantity?) -> String {
    conditionTitle(of: measure, quantity: quantity) + window.words + (sustained?.words ?? "")
  }

  private func conditionTitle(of measure: Measure?, quantity: Quantity?) -> String {
    switch condition {
    case .absolute(let limit):
      "\(limit.sign.shortName) \(limit.comparison.words) \(limit.sign.written(limit.limit))"
    case .change(let change):
      "\(change.sign.shortName) \(change.comparison.words) baseline \(change.words)"
    case .consciousness(let limit): "ACVPU \(limit.level.letterAndWorse)"
    case .derived(let limit):
      "\(limit.sign.shortName) \(limit.comparison.words) \(limit.sign.writtenValue(limit.limit))"
    case .rate(let rate):
      "\(rate.sign.shortName) \(rate.change < 0 ? "down" : "up") by \(rate.comparison.overWords)"
        + "\(rate.sign.written(abs(rate.change))) within \(rate.withinMinutes) min"
    case .notFalling(let rule):
      "\(rule.sign.shortName) at or over baseline + \(rule.sign.written(rule.over)), not falling"
        + " \(rule.minutes) min after \(rule.since == .start ? "the start" : "the infusion")"
    case .presence(let rule):
      measure == nil ? effects(nil, rule.effects, []) : effects(measure, [], [])
    case .lasting(let rule):
      effects(measure, rule.effects, []) + (rule.atLeast.map { " \($0.wordAndWorse)" } ?? "")
        + rule.length.words
    case .scale(let limit):
      "\(limit.scale)\(limit.item.map { " item \($0)" } ?? "") \(limit.comparison.words) \(limit.limit)"
    case .news2(.total(let least)): "NEWS2 at or over \(least)"
    case .news2(.single): "one parameter alone scores 3 of NEWS2"
    case .combination(let combination): combination.title
    case .furtherDose(let rule): rule.when.words
    case .unattended(let rule): "nothing entered for \(rule.minutes) min"
    case .crisis: crisisTitle(measure)
    case .severity(let limit):
      measure == nil
        ? "\(effects(measure, limit.only, limit.except)), \(limit.atLeast.wordAndWorse)"
        : "\(effects(measure, limit.only, limit.except)) \(limit.atLeast.wordAndWorse)"
    case .distressing(let rule):
      measure == nil
        ? "\(effects(measure, rule.only, rule.except)), distressing"
        : "distressing \(effects(measure, rule.only, rule.except))"
    case .unverified:
      switch measure {
      case nil: "value or dose outside what is expected, until verified"
      default: quantity == nil ? "unverified dose" : "unverified value"
      }
    }
  }

  private func crisisTitle(_ measure: Measure?) -> String {
    switch measure {
    case nil: "crisis word, or blood pressure unrecordable"
    case .effect(.headache): "crisis word: severe headache"
    case .effect(let effect): "crisis word: \(effect)"
    case .sign, .derived, .rate, .scale, .news2, .rule, .unverified, .group, .session:
      "blood pressure unrecordable"
    }
  }

  private func effects(
    _ measure: Measure?,
    _ only: [EffectName],
    _ except: [EffectName]
  ) -> String {
    if case .effect(let effect)? = measure { return effect.text }
    let some = only.isEmpty ? "any effect" : only.map(\.text).joined(separator: " or ")
    return except.isEmpty ? some : "\(some) but \(except.map(\.text).joined(separator: " and "))"
  }
}

extension VitalSign {
  /// As a flag names it, in few words.
  fileprivate var shortName: String {
    switch self {
    case .systolic: "systolic"
    case .diastolic: "diastolic"
    case .meanArterial: "MAP"
    case .consciousness: "ACVPU"
    case .heartRate, .spo2, .respiratoryRate, .temperature, .endTidalCO2, .oxygenFlow, .weight,
      .moaas, .rass:
      name
    }
  }

  /// Thousandths with the unit: `180 mmHg`, `111/min`, `+2` on the RASS.
  fileprivate func written(_ thousandths: Int) -> String {
    let number = decimal(thousandths)
    if self == .rass, thousandths > 0 { return "+" + number }
    return number + unitSuffix
  }
}

extension RuleWindow {
  fileprivate var words: String {
    switch self {
    case .always: ""
    case .beforeStart: " before the start"
    case .from(let minutes): " from T+\(minutes)"
    }
  }
}

extension Sustained {
  fileprivate var words: String {
    switch self {
    case .minutes(let minutes): ", sustained for \(minutes) min"
    case .readings(let count): ", \(count) readings in a row"
    }
  }
}

extension DerivedSign {
  /// Thousandths with the unit: `65 mmHg`, `0.9`.
  func writtenValue(_ thousandths: Int) -> String {
    decimal(thousandths) + (unit.isEmpty ? "" : " " + unit)
  }
}

extension LastingEffect.Length {
  fileprivate var words: String {
    switch self {
    case .minutes(let minutes): " for \(minutes) min"
    case .untilMinute(let minute): " still at T+\(minute)"
    }
  }
}

extension FurtherDose.When {
  fileprivate var words: String {
    switch self {
    case .always: "a further dose"
    case .whileHigh: "a further dose while a high flag is open"
    case .soonerThan(let minutes): "a further dose sooner than \(minutes) min after the first"
    }
  }
}

extension Comparison {
  /// `over ` where the limit itself does not break.
  fileprivate var overWords: String {
    switch self {
    case .atOrOver, .atOrUnder: ""
    case .over, .under: "more than "
    }
  }

  fileprivate var words: String {
    switch self {
    case .atOrOver: "at or over"
    case .over: "over"
    case .atOrUnder: "at or under"
    case .under: "under"
    }
  }
}

extension BaselineChange {
  /// `+ 40 mmHg`, `- 20%`.
  fileprivate var words: String {
    switch size {
    case .absolute(let change):
      "\(change < 0 ? "-" : "+") \(sign == .rass ? decimal(abs(change)) : sign.written(abs(change)))"
    case .percent(let percent): "\(percent < 0 ? "-" : "+") \(decimal(abs(percent)))%"
    }
  }
}

extension Consciousness {
  /// `P or U`.
  fileprivate var letterAndWorse: String {
    let letters = Consciousness.allCases.filter { $0 >= self }.map(\.letter)
    guard let last = letters.last, letters.count > 1 else { return letter }
    return letters.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension Severity {
  /// `moderate or worse`; nothing is worse than severe.
  fileprivate var wordAndWorse: String { self == .severe ? word : "\(word) or worse" }
}
