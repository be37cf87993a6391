/// The verified values of a session by sign, in observed order, kept in step as entries come.
///
/// The one rule for what counts as measured: the value stands, and it was expected or typed again.
package struct VerifiedValues {
  private struct Value {
    let quantity: Quantity
    let observed: Instant
    let entry: EntryNumber

    /// Of two at one instant the later entry is the later value.
    func isBefore(_ observed: Instant, _ entry: EntryNumber) -> Bool {
      (self.observed, self.entry) < (observed, entry)
    }
  }

  private var values: [VitalSign: [Value]] = [:]

  package init(_ chart: Chart = Chart()) {
    for entry in chart.entries { add(entry) }
  }

  /// Takes in what an entry says as it stands; of one that is void nothing.
  package mutating func add(_ entry: ChartEntry) {
    guard !entry.isVoid, case .vitals(let vitals) = entry.content else { return }
    for sign in vitals.signs {
      guard let quantity = entry.verifiedValue(sign) else { continue }
      add(quantity, observed: entry.observed.instant, by: entry.number)
    }
  }

  /// Forgets an entry that was added and has changed since, given as it stood then.
  package mutating func remove(_ entry: ChartEntry) {
    guard !entry.isVoid, case .vitals(let vitals) = entry.content else { return }
    for sign in vitals.signs where entry.verifiedValue(sign) != nil {
      let place = place(of: entry.observed.instant, entry.number, in: sign)
      values[sign]?.remove(at: place)
    }
  }

  /// Takes in the verified values of a set that is about to become the entry of this number.
  package mutating func add(_ vitals: Vitals, observed: Instant, by entry: EntryNumber) {
    for sign in vitals.signs where vitals.readings[sign]?.isVerified == true {
      guard let quantity = vitals.value(sign) else { continue }
      add(quantity, observed: observed, by: entry)
    }
  }

  /// The value of each sign that was observed last, at that moment or less than five minutes before.
  package func recent(
    at observed: Instant,
    except excluded: EntryNumber? = nil
  ) -> [VitalSign: Quantity] {
    var recent: [VitalSign: Quantity] = [:]
    for (sign, known) in values {
      let end = place(of: observed + TimeSpan(milliseconds: 1), EntryNumber(0), in: sign)
      guard let last = known[..<end].last(where: { $0.entry != excluded }),
        observed - last.observed < PlausibleRange.jumpWindow
      else { continue }
      recent[sign] = last.quantity
    }
    return recent
  }

  /// The weight of the day: as last measured in the session, else as it was opened with.
  package func weight(asOpened opened: Quantity?) -> Quantity? {
    values[.weight]?.last?.quantity ?? opened
  }

  private mutating func add(_ quantity: Quantity, observed: Instant, by entry: EntryNumber) {
    let place = place(of: observed, entry, in: quantity.sign)
    values[quantity.sign, default: []].insert(
      Value(quantity: quantity, observed: observed, entry: entry),
      at: place
    )
  }

  /// Where a value of this time and entry stands, or would.
  private func place(of observed: Instant, _ entry: EntryNumber, in sign: VitalSign) -> Int {
    guard let known = values[sign] else { return 0 }
    // What comes mostly comes last.
    if known.last?.isBefore(observed, entry) ?? true { return known.count }
    var low = 0
    var high = known.count
    while low < high {
      let middle = (low + high) / 2
      if known[middle].isBefore(observed, entry) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ChartEntry {
  /// The value of a sign as it stands; nil where there is none, or it waits to be typed again.
  package func verifiedValue(_ sign: VitalSign) -> Quantity? {
    guard case .vitals(let vitals) = content,
      verifiedBy != nil || vitals.readings[sign]?.isVerified == true
    else { return nil }
    return vitals.value(sign)
  }
}

extension Chart {
  /// The last verified value of each sign that was observed less than five minutes before.
  package func verifiedValues(
    before observed: Stamp,
    except excluded: EntryNumber?
  ) -> [VitalSign: Quantity] {
    VerifiedValues(self).recent(at: observed.instant, except: excluded)
  }

  /// The weight of the day: as last measured in the session and verified, else as it was opened with.
  package var weightOfTheDay: Quantity? {
    VerifiedValues(self).weight(asOpened: opening?.weight)
  }
}
