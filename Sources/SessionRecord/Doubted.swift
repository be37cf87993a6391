extension Content {
  /// Whether something in it waits to be typed again.
  package var isDoubted: Bool {
    switch self {
    case .vitals(let vitals): !vitals.unverified.isEmpty
    case .dose(let dose): !dose.unverified.isEmpty
    case .opened, .effect, .infusion, .check, .waste, .scale, .action, .note, .mark, .deferred,
      .acknowledgement, .verification, .amendment, .void, .closed, .leaving, .screening, .presence,
      .assigned, .review, .addendum, .followUp, .course, .moved, .clockStep:
      false
    }
  }

  /// The same content with nothing marked unverified.
  package var withoutDoubts: Content {
    switch self {
    case .vitals(let vitals): .vitals(vitals.verified)
    case .dose(let dose): .dose(dose.doubted([]))
    case .opened, .effect, .infusion, .check, .waste, .scale, .action, .note, .mark, .deferred,
      .acknowledgement, .verification, .amendment, .void, .closed, .leaving, .screening, .presence,
      .assigned, .review, .addendum, .followUp, .course, .moved, .clockStep:
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
