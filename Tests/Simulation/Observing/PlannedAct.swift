import Monitoring
import SessionRecord

/// What the observer of a simulated session does, at a minute after the start.
struct PlannedAct {
  enum Kind {
    case dose(Int)
    /// A set of what is due; *whileHigh* only where a high flag about the patient is open.
    case visit(needs: [Need], whileHigh: [Need])
    /// The same readings again, because the answer asked for them or something was amiss.
    case again([VitalSign])
    case onset(SimulatedEffect)
    case end(EffectName)
    case close
  }

  let minute: Double
  let kind: Kind
}

/// The acts that are still to come, the next one first.
struct PlannedActs {
  private var acts: [PlannedAct] = []

  mutating func add(_ kind: PlannedAct.Kind, at minute: Double) {
    let place = acts.firstIndex { $0.minute > minute } ?? acts.count
    acts.insert(PlannedAct(minute: minute, kind: kind), at: place)
  }

  mutating func next() -> PlannedAct? { acts.isEmpty ? nil : acts.removeFirst() }

  /// Whether some readings are to be taken again already.
  var hasRepeat: Bool { acts.contains { if case .again = $0.kind { true } else { false } } }

  /// Whether the session is about to be closed.
  var hasClosing: Bool { acts.contains { if case .close = $0.kind { true } else { false } } }

  /// When this effect is asked about next, from a minute on.
  func look(at effect: EffectName, from minute: Double) -> Double? {
    acts.first { act in
      guard act.minute >= minute, case .visit(let needs, _) = act.kind else { return false }
      return needs.contains(.effect(effect))
    }?.minute
  }
}

extension Schedule {
  /// What is due together, by the minute: what is required, and what only while a high flag is open.
  func visits(until last: Int) -> [(minute: Int, needs: [Need], whileHigh: [Need])] {
    var visits: [Int: (needs: [Need], whileHigh: [Need])] = [:]
    for group in groups {
      for slot in group.slots where slot.minutes <= last {
        switch slot.mark {
        case .required, .peak: visits[slot.minutes, default: ([], [])].needs += group.needs
        case .whileHigh: visits[slot.minutes, default: ([], [])].whileHigh += group.needs
        }
      }
    }
    return visits.sorted { $0.key < $1.key }.map { ($0.key, $0.value.needs, $0.value.whileHigh) }
  }

  /// What is wanted before the start, in the sets in which it is wanted.
  func baselineVisits() -> [[Need]] {
    let most = groups.map(\.baselineSets).max() ?? 0
    return (0..<most).map { set in
      groups.filter { most - $0.baselineSets <= set }.flatMap(\.needs)
    }
  }
}
