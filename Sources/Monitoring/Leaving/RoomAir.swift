import SessionRecord

/// What is known about oxygen: it flows, or it does not, or the entry leaves it open.
struct RoomAir {
  /// In observed order.
  private let entries: [OxygenEntry]
  /// The places of those that are not air, or were not from the first on: the others speak against none.
  private let open: [Int]

  init(_ evidence: LeavingEvidence) {
    let entries =
      (evidence.readings(of: .oxygenFlow).map { OxygenEntry(reading: $0) }
      + evidence.actions.filter(\.namesOxygen).map { OxygenEntry(action: $0) })
      .sorted { $0.order < $1.order }
    self.entries = entries
    open = entries.indices.filter { !entries[$0].isAir(at: entries[$0].observed) }
  }

  var turns: [Instant] { entries.flatMap(\.turns) }

  /// The last entry by an instant that is neither room air nor a verified 0, with the one that followed it
  /// and said so.
  func lastOxygen(by instant: Instant) -> (oxygen: OxygenEntry, air: OxygenEntry?)? {
    let known = entries.observed(by: instant)
    let before = open[..<open.firstPlace { $0 >= known.endIndex }]
    guard let place = before.last(where: { !known[$0].isAir(at: instant) }) else { return nil }
    return (known[place], known[place...].dropFirst().first)
  }

  /// The entry that speaks against air at a moment, or after it by an instant; nil where none does.
  func oxygen(from moment: Instant, by instant: Instant) -> OxygenEntry? {
    guard let (oxygen, air) = lastOxygen(by: instant) else { return nil }
    return air.map { $0.observed <= moment } ?? false ? nil : oxygen
  }
}

/// An entry that says something about oxygen: a reading, or in words that oxygen was among what was done.
struct OxygenEntry: Observed {
  let order: ObservedOrder
  /// What it says that is no room air: `oxygen 2 l/min`.
  let words: String
  /// Why it is not answered, where no room air follows.
  let unanswered: String
  let turns: [Instant]
  private let reading: TimedReading?

  init(reading: TimedReading) {
    self.reading = reading
    order = reading.order
    words = reading.oxygenWords
    unanswered = "\(reading.oxygenWords), and no room air since"
    turns = reading.turns
  }

  init(action: TimedAction) {
    reading = nil
    order = action.order
    words = "\(action.written); enter o2 … or air"
    unanswered = words
    turns = [action.observed]
  }

  /// Whether it says that no oxygen flows; words say nothing of the kind.
  func isAir(at instant: Instant) -> Bool { reading?.value(at: instant) == 0 }
}

extension TimedReading {
  fileprivate var oxygenWords: String {
    if case .measured(let quantity, _) = reading, quantity.thousandths > 0 {
      return "oxygen \(quantity.written)"
    }
    return whyUnknown
  }
}
