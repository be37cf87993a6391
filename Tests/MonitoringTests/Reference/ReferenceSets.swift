import Monitoring
import SessionRecord

/// What one standing entry says about what the schedule needs.
struct ReferenceFill {
  let entry: EntryNumber
  let at: Instant
  /// Usable values, effects that were looked for, scores.
  let met: [Need]
  /// Signs that were declared not obtained.
  let declared: [Need]
}

/// Needs that all came to be met, at the last of the entries that did it.
struct ReferenceCompletion {
  let at: Instant
  let last: EntryNumber
  /// The first entry of each need, in observed order, each once.
  let by: [EntryNumber]

  /// Observed order: time, then entry number.
  func isBefore(_ at: Instant, _ entry: EntryNumber) -> Bool { (self.at, last) < (at, entry) }
}

extension ReferenceView {
  /// What the standing entries say about the schedule's needs, in observed order.
  var fillsInOrder: [ReferenceFill] {
    standing.map { entry in
      var met: [Need] = []
      var declared: [Need] = []
      switch entry.content {
      case .vitals(let vitals):
        for (sign, reading) in vitals.readings {
          switch reading {
          case .measured(_, let verified):
            if verified || mistake != .unverifiedKeepsNothing { met.append(.sign(sign)) }
          case .unrecordable:
            if mistake != .unrecordableKeepsNothing { met.append(.sign(sign)) }
          case .roomAir: met.append(.sign(sign))
          case .notObtained: declared.append(.sign(sign))
          case .notUsable:
            if mistake == .notUsableIsDeclared { declared.append(.sign(sign)) }
          }
        }
      case .effect(let effect):
        if effect.isPresent || mistake != .absentEffectKeepsNothing {
          met.append(.effect(effect.name))
        }
      case .scale(let score): met.append(.scale(score.scale))
      default: break
      }
      return ReferenceFill(
        entry: entry.number,
        at: entry.observed.instant,
        met: met,
        declared: declared
      )
    }
  }

  /// When every need came to be met, or, where that counts, declared not obtained.
  func completion(
    of needs: [Need],
    in fills: [ReferenceFill],
    declaredCounts: Bool
  ) -> ReferenceCompletion? {
    var places: [Int] = []
    for need in needs {
      let place = fills.firstIndex { fill in
        fill.met.contains(need) || (declaredCounts && fill.declared.contains(need))
      }
      guard let place else { return nil }
      places.append(place)
    }
    guard let last = places.max() else { return nil }
    return ReferenceCompletion(
      at: fills[last].at,
      last: fills[last].entry,
      by: Set(places).sorted().map { fills[$0].entry }
    )
  }

  /// Complete sets, one after the other.
  func sets(of needs: [Need], in fills: [ReferenceFill]) -> [ReferenceCompletion] {
    var sets: [ReferenceCompletion] = []
    var rest = fills
    while let set = mistake == .baselineInOneEntry
      ? completionInOneEntry(of: needs, in: rest)
      : completion(of: needs, in: rest, declaredCounts: false)
    {
      sets.append(set)
      rest = rest.filter { set.isBefore($0.at, $0.entry) }
    }
    return sets
  }

  /// As above, but every need in one and the same entry.
  func completionInOneEntry(
    of needs: [Need],
    in fills: [ReferenceFill]
  ) -> ReferenceCompletion? {
    let whole = fills.first { fill in needs.allSatisfy(fill.met.contains) }
    return whole.map { ReferenceCompletion(at: $0.at, last: $0.entry, by: [$0.entry]) }
  }
}
