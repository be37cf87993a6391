import SessionRecord

/// An unvoided entry as the rules see it: values and times, and nothing else.
struct Observation {
  let number: EntryNumber
  let stamp: Stamp
  let content: Content
  /// When what it says was verified; nil while that waits, or where nothing had to be.
  let verified: Instant?
  /// The readings of a set by the number of their sign, since every rule looks; empty for anything else.
  private let readings: [Reading?]
  /// The signs of a set.
  let signs: SignSet

  init(number: EntryNumber, stamp: Stamp, content: Content, verified: Instant?) {
    self.number = number
    self.stamp = stamp
    self.content = content
    self.verified = verified
    guard case .vitals(let vitals) = content else {
      readings = []
      signs = SignSet()
      return
    }
    var readings = [Reading?](repeating: nil, count: SignSet.places)
    var signs = SignSet()
    for (sign, reading) in vitals.readings {
      readings[sign.rawValue] = reading
      signs.insert(sign)
    }
    self.readings = readings
    self.signs = signs
  }

  var observed: Instant { stamp.instant }

  /// What the set says of a sign; nil where it says nothing.
  func reading(of sign: VitalSign) -> Reading? {
    signs.contains(sign) ? readings[sign.rawValue] : nil
  }

  /// A sign's usable value, and whether it is verified; nil where there is none.
  func value(of sign: VitalSign) -> (quantity: Quantity, isVerified: Bool)? {
    guard signs.contains(sign),
      case .measured(let quantity, let isVerified)? = readings[sign.rawValue]
    else { return nil }
    return (quantity, isVerified || verified != nil)
  }

  /// Whether the set's confusion is a change that the drug is expected to bring.
  var isConfusionExpected: Bool {
    if case .vitals(let vitals) = content { vitals.isConfusionExpected } else { false }
  }

  /// Observations are taken by observed time, then entry number.
  var order: ObservedOrder { ObservedOrder(observed: observed, number: number) }
}

/// A place among the observations of a session.
struct ObservedOrder: Hashable, Comparable {
  let observed: Instant
  let number: EntryNumber

  static func < (left: ObservedOrder, right: ObservedOrder) -> Bool {
    (left.observed, left.number) < (right.observed, right.number)
  }
}

extension Observation {
  /// Nil for entries that are void or that no rule, baseline, time zero or slot reads.
  init?(_ entry: ChartEntry, in chart: Chart) {
    guard !entry.isVoid, entry.content.isObservation else { return nil }
    self.init(
      number: entry.number,
      stamp: entry.observed,
      content: entry.content,
      verified: entry.verifiedBy.flatMap { chart[$0]?.observed.instant }
    )
  }
}

extension Content {
  /// Whether the assessment reads it in observed order.
  var isObservation: Bool {
    switch self {
    case .vitals, .effect, .dose, .infusion(.start), .scale, .deferred: true
    case .infusion, .opened, .check, .waste, .action, .note, .mark, .acknowledgement,
      .verification, .amendment, .void, .closed, .leaving, .screening, .presence, .assigned,
      .review, .addendum, .followUp, .course, .moved, .clockStep:
      false
    }
  }
}
