import SessionRecord

/// A session's chart with its observations kept in observed order, whatever order they were typed in.
struct ObservedEntries {
  private(set) var chart = Chart()
  private(set) var observations: [Observation] = []

  /// What an entry took from the observations, and what it brought.
  struct Change {
    var removed: [Observation] = []
    var inserted: [Observation] = []
  }

  mutating func append(_ entry: Entry) -> Change {
    var change = Change()
    let touched = entriesTouched(by: entry)
    for number in touched {
      if let standing = chart[number], let old = remove(standing) { change.removed.append(old) }
    }
    chart.append(entry)
    for number in touched {
      guard let standing = chart[number], let new = Observation(standing, in: chart) else {
        continue
      }
      observations.insert(new, at: observations.place(of: new.order, by: \.order))
      change.inserted.append(new)
    }
    return change
  }

  /// The entries whose meaning it can change.
  private func entriesTouched(by entry: Entry) -> [EntryNumber] {
    switch entry.content {
    case .amendment(let amendment): withVerified(chart.original(of: amendment.entry))
    case .void(let void): withVerified(chart.original(of: void.entry))
    case .verification(let number): [chart.original(of: number)]
    case .opened, .vitals, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note,
      .mark, .deferred, .acknowledgement, .closed, .leaving, .screening, .presence, .assigned,
      .review, .addendum, .followUp, .course, .moved, .clockStep:
      [entry.number]
    }
  }

  /// With a verification goes the entry that it verified.
  private func withVerified(_ number: EntryNumber) -> [EntryNumber] {
    guard case .verification(let verified)? = chart[number]?.content else { return [number] }
    return [chart.original(of: verified)]
  }

  private mutating func remove(_ entry: ChartEntry) -> Observation? {
    let order = ObservedOrder(observed: entry.observed.instant, number: entry.number)
    let place = observations.place(of: order, by: \.order)
    guard observations.indices.contains(place), observations[place].order == order else {
      return nil
    }
    return observations.remove(at: place)
  }
}
