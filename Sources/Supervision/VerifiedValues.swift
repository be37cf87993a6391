import SessionRecord

/// The verified values of a session and of what is being added to it, to tell a jump by.
struct VerifiedValues {
  private typealias Value = (quantity: Quantity, observed: Instant)

  /// What the session holds, by sign, in observed order.
  private var charted: [VitalSign: [Value]] = [:]
  /// The last of what is being added, by sign.
  private var added: [VitalSign: Value] = [:]

  init(_ chart: Chart) {
    for entry in chart.entries where !entry.isVoid {
      guard case .vitals(let vitals) = entry.content else { continue }
      for sign in vitals.signs {
        guard let quantity = vitals.value(sign),
          entry.verifiedBy != nil || vitals.readings[sign]?.isVerified == true
        else { continue }
        charted[sign, default: []].append((quantity, entry.observed.instant))
      }
    }
    for sign in charted.keys { charted[sign]?.sort { $0.observed < $1.observed } }
  }

  /// Takes in what is added next; it is added in observed order.
  mutating func add(_ vitals: Vitals, at observed: Instant) {
    for sign in vitals.signs where vitals.readings[sign]?.isVerified == true {
      if let quantity = vitals.value(sign) { added[sign] = (quantity, observed) }
    }
  }

  /// The last value of each sign that was observed less than five minutes before, or at once.
  func recent(at observed: Instant) -> [VitalSign: Quantity] {
    var recent: [VitalSign: Quantity] = [:]
    for sign in VitalSign.allCases {
      let known = charted[sign]?.last { $0.observed <= observed }
      guard let last = VerifiedValues.later(known, added[sign]),
        observed - last.observed < PlausibleRange.jumpWindow
      else { continue }
      recent[sign] = last.quantity
    }
    return recent
  }

  /// Of two at one instant, the second.
  private static func later(_ first: Value?, _ second: Value?) -> Value? {
    guard let first, let second else { return first ?? second }
    return second.observed >= first.observed ? second : first
  }
}
