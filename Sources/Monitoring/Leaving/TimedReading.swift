import SessionRecord

/// What was observed, with its place among all that was.
protocol Observed {
  var order: ObservedOrder { get }
}

extension Observed {
  var observed: Instant { order.observed }
  var entry: EntryNumber { order.number }
}

extension Array where Element: Observed {
  /// Those observed by an instant, of a list in observed order.
  func observed(by instant: Instant) -> ArraySlice<Element> {
    let after = ObservedOrder(observed: instant + .tick, number: EntryNumber(0))
    return self[..<place(of: after, by: \.order)]
  }

  /// When the latest is older than so long, where no other follows by then; of a list in observed order.
  func staleTurns(after most: TimeSpan) -> [Instant] {
    indices.compactMap { place in
      let stale = self[place].observed + most + .tick
      guard place + 1 < count else { return stale }
      return self[place + 1].observed < stale ? nil : stale
    }
  }
}

/// What one entry says about a sign.
struct TimedReading: Observed {
  let order: ObservedOrder
  let sign: VitalSign
  let reading: Reading
  /// Since when its value is verified; nil while that waits, and where there is no value.
  let verified: Instant?

  /// The value in thousandths, where it was verified by an instant; breathing room air, no oxygen flows.
  func value(at instant: Instant) -> Int? {
    switch reading {
    case .measured(let quantity, _):
      verified.flatMap { $0 <= instant ? quantity.thousandths : nil }
    case .roomAir: sign == .oxygenFlow ? 0 : nil
    case .notObtained, .notUsable, .unrecordable: nil
    }
  }

  /// Why it says nothing that counts.
  var whyUnknown: String {
    let name = sign.plainName
    switch reading {
    case .measured(let quantity, _):
      return "\(name) \(quantity.written)? waits to be verified"
    case .notObtained(let reason): return "\(name) was not obtained: \(reason)"
    case .notUsable(let written): return "\(name) is not usable: \(written)"
    case .unrecordable: return "\(name) is unrecordable"
    case .roomAir: return "\(name) was not measured"
    }
  }

  /// When it comes to count, for one that does.
  var turns: [Instant] { [observed] + [verified].compactMap(\.self) }
}

extension Quantity {
  /// With its unit: `152 mmHg`, `91%`; a level of consciousness by its letter.
  var written: String { sign.text(thousandths) }
}

extension VitalSign {
  /// Thousandths with the unit; a level of consciousness by its letter.
  func text(_ thousandths: Int) -> String {
    if self == .consciousness, let level = Consciousness(rawValue: thousandths / 1_000) {
      return level.letter
    }
    return decimal(thousandths) + unitSuffix
  }

  /// As a criterion names it, in few words.
  var plainName: String {
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
}
