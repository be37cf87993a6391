import Monitoring
import SessionRecord

/// What an alternative of a combination says by one entry.
struct ReferenceWord {
  let entry: EntryNumber
  let at: Instant
  let measure: Measure
  /// It breaks; otherwise it does not, or ends.
  let breaks: Bool
}

/// Sentence 36.
extension ReferenceFindings {
  /// The combination as a rule on values judges entries: those that speak.
  func together(_ combination: Combination) -> [JudgedValue] {
    let parts = combination.parts.map { part in part.any.map(words) }
    return view.standing.compactMap { entry in
      let at = entry.observed.instant
      let own = parts.flatMap { $0 }.flatMap { $0 }.filter { $0.entry == entry.number }
      guard !own.isEmpty || mistake == .everyEntrySpeaks else { return nil }
      // Of each part, the words that hold at the entry and say that it is broken.
      let holding = parts.map { part in
        part.flatMap { words in
          held(words.filter { ($0.at, $0.entry) <= (at, entry.number) })
        }
      }
      let isThere = holding.allSatisfy { !$0.isEmpty }
      let isNear = holding.map { part in
        part.contains { word in
          let last = at - .minutes(combination.withinMinutes)
          return word.at > last || (word.at == last && mistake != .nearExcludesItsMinute)
        }
      }
      let areNear = mistake == .onePartIsEnough ? isNear.contains(true) : !isNear.contains(false)
      let byDose = combination.parts.firstIndex { part in
        part.any.allSatisfy { if case .furtherDose = $0 { true } else { false } }
      }
      let opening =
        byDose.map { parts[$0].flatMap { $0 } } ?? parts.flatMap { $0 }.flatMap { $0 }
      let isBroken =
        (mistake == .anyPartOpens ? own : opening)
        .contains { $0.entry == entry.number && $0.breaks }
      var breaks = isThere
      switch mistake {
      case .thereIsInside: breaks = areNear && isBroken
      case .thereHasToBeNear: breaks = areNear
      case .onePartIsEnough: breaks = isThere || (areNear && isBroken)
      default: break
      }
      var value = JudgedValue(
        BreakingReading(entry: entry.number, observed: at),
        isVerified: true,
        breaks: breaks,
        isInside: !breaks
      )
      value.opens = breaks && ((areNear && isBroken) || mistake == .thereOpens)
      return value
    }
  }

  /// The last words of each measure, where they break.
  private func held(_ words: [ReferenceWord]) -> [ReferenceWord] {
    if mistake == .onceBrokenIsThere { return words.filter(\.breaks) }
    if mistake == .lastWordOfAnyMeasure { return words.suffix(1).filter(\.breaks) }
    return Set(words.map(\.measure)).compactMap { measure in
      words.last { $0.measure == measure }
    }.filter(\.breaks)
  }

  /// What a condition says, in observed order.
  private func words(of condition: Condition) -> [ReferenceWord] {
    switch condition {
    case .absolute, .derived, .change, .consciousness, .scale:
      return rows(of: condition, margin: 0).flatMap(words)
    case .crisis: return onEffects(condition) + words(of: unrecordable)
    case .severity, .distressing, .presence: return onEffects(condition)
    case .furtherDose(let further):
      return broken(further.when, among: []).map { dose in
        ReferenceWord(
          entry: dose.number,
          at: dose.observed.instant,
          measure: .session,
          breaks: true
        )
      }
    case .rate, .notFalling, .lasting, .news2, .combination, .unattended, .unverified: return []
    }
  }

  private func words(of row: JudgedRow) -> [ReferenceWord] {
    row.values.filter { $0.breaks || $0.isVerified || mistake == .doubtedSpeaks }.map { value in
      ReferenceWord(
        entry: value.reading.entry,
        at: value.at,
        measure: row.measure,
        breaks: value.breaks
      )
    }
  }

  private func onEffects(_ condition: Condition) -> [ReferenceWord] {
    let rule = ReferenceEffectRule(condition: condition, mistake: mistake)
    return view.effects.compactMap { entry in
      let effect = entry.effect
      guard rule.concerns(effect.name) else { return nil }
      let breaks = rule.breaks(effect)
      guard breaks || rule.clears(effect) || mistake == .ungradedSpeaks else { return nil }
      return ReferenceWord(
        entry: entry.entry,
        at: entry.at,
        measure: .effect(effect.name),
        breaks: breaks
      )
    }
  }
}
