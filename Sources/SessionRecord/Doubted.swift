extension Content {
  /// Whether something in it waits to be typed again.
  package var isDoubted: Bool {
    switch self {
    case .vitals(let vitals): !vitals.unverified.isEmpty
    case .dose(let dose): !dose.unverified.isEmpty
    case .opened, .effect, .infusion, .check, .waste, .scale, .action, .note, .mark, .deferred,
      .acknowledgement, .verification, .amendment, .void, .closed:
      false
    }
  }

  /// The same content with nothing marked unverified.
  package var withoutDoubts: Content {
    switch self {
    case .vitals(let vitals): .vitals(vitals.verified)
    case .dose(let dose): .dose(dose.doubted([]))
    case .opened, .effect, .infusion, .check, .waste, .scale, .action, .note, .mark, .deferred,
      .acknowledgement, .verification, .amendment, .void, .closed:
      self
    }
  }

  /// How many of its values are not usable.
  package var unusableCount: Int {
    guard case .vitals(let vitals) = self else { return 0 }
    return vitals.readings.values.reduce(0) { count, reading in
      if case .notUsable = reading { count + 1 } else { count }
    }
  }
}

extension Chart {
  /// The last verified value of each sign that was observed less than five minutes before.
  package func verifiedValues(
    before observed: Stamp,
    except excluded: EntryNumber?
  ) -> [VitalSign: Quantity] {
    var values: [VitalSign: Quantity] = [:]
    var times: [VitalSign: Instant] = [:]
    for entry in entries where !entry.isVoid && entry.number != excluded {
      guard case .vitals(let vitals) = entry.content else { continue }
      let age = observed.instant - entry.observed.instant
      guard age >= .seconds(0), age < PlausibleRange.jumpWindow else { continue }
      for sign in vitals.signs {
        guard let quantity = vitals.value(sign),
          entry.verifiedBy != nil || vitals.readings[sign]?.isVerified == true,
          times[sign].map({ $0 <= entry.observed.instant }) ?? true
        else { continue }
        values[sign] = quantity
        times[sign] = entry.observed.instant
      }
    }
    return values
  }
}
