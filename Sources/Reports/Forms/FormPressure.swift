import SessionRecord

/// A blood pressure of one reading, both numbers.
struct FormPressure {
  let entry: EntryNumber
  let at: Instant
  let systolic: Quantity
  let diastolic: Quantity
  /// Both numbers were expected, or typed again.
  let isVerified: Bool

  init?(_ entry: ChartEntry) {
    guard case .vitals(let vitals) = entry.content, let systolic = vitals.value(.systolic),
      let diastolic = vitals.value(.diastolic)
    else { return nil }
    self.entry = entry.number
    at = entry.observed.instant
    self.systolic = systolic
    self.diastolic = diastolic
    isVerified =
      entry.verifiedValue(.systolic) != nil && entry.verifiedValue(.diastolic) != nil
  }
}

/// The pressures of a session, and which of them a form asks for.
struct FormPressures {
  /// In observed order.
  let all: [FormPressure]
  /// Entries of blood pressure without a pair of numbers.
  let without: [ChartEntry]

  init(_ record: FormRecord) {
    all = record.standing.compactMap(FormPressure.init)
    let paired = Set(all.map(\.entry))
    without = record.standing.filter { entry in
      guard case .vitals(let vitals) = entry.content, !paired.contains(entry.number) else {
        return false
      }
      return vitals.readings[.systolic] != nil || vitals.readings[.diastolic] != nil
    }
  }

  /// A chosen reading, and those that would have been chosen if they were verified.
  struct Choice {
    let chosen: FormPressure?
    let passedOver: [FormPressure]
  }

  /// The last of them in a span; one that is not verified only where none is.
  func last(where isAsked: (Instant) -> Bool) -> Choice {
    let asked = all.filter { isAsked($0.at) }
    guard let chosen = asked.last(where: \.isVerified) else {
      return Choice(chosen: asked.last, passedOver: [])
    }
    let later = asked.filter { ($0.at, $0.entry) > (chosen.at, chosen.entry) }
    return Choice(chosen: chosen, passedOver: later)
  }

  /// The one nearest a moment, of equally near ones the earlier; one that is not verified only where
  /// none is.
  func nearest(to moment: Instant, within span: TimeSpan) -> Choice {
    func distance(_ pressure: FormPressure) -> TimeSpan {
      let span = pressure.at - moment
      return TimeSpan(milliseconds: abs(span.milliseconds))
    }
    let asked = all.filter { distance($0) <= span }
      .sorted { (distance($0), $0.at, $0.entry) < (distance($1), $1.at, $1.entry) }
    guard let chosen = asked.first(where: \.isVerified) else {
      return Choice(chosen: asked.first, passedOver: [])
    }
    return Choice(chosen: chosen, passedOver: Array(asked.prefix { !$0.isVerified }))
  }
}
