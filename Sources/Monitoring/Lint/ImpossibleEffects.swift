import SessionRecord

extension EffectSeverity {
  func impossibility(among typed: [EffectName]) -> String? {
    noEffect(typed, only: only, except: except) ?? withoutGrade(only)
  }
}

extension DistressingEffect {
  func impossibility(among typed: [EffectName]) -> String? {
    noEffect(typed, only: only, except: except)
  }
}

extension LastingEffect {
  var impossibility: String? {
    if atLeast != nil, let reason = withoutGrade(effects) { return reason }
    return switch length {
    case .minutes(let minutes), .untilMinute(let minutes): longerThanADay(minutes)
    }
  }
}

private func noEffect(
  _ typed: [EffectName],
  only: [EffectName],
  except: [EffectName]
) -> String? {
  typed.contains { $0.isAmong(only, except: except) }
    ? nil : "every effect that it is for is excepted"
}

/// Why a grade is never reached: circumstances have none.
private func withoutGrade(_ effects: [EffectName]) -> String? {
  guard !effects.isEmpty, effects.allSatisfy(\.isCircumstance) else { return nil }
  let names = listed(effects.map { "“\($0)”" })
  return "\(names) \(effects.count == 1 ? "has" : "have") no grade"
}
