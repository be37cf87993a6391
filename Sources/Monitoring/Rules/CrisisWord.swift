import SessionRecord

/// A crisis word at any blood pressure, with or without a grade, or a pressure that is unrecordable.
///
/// Breaks at each entry of an effect that is a crisis (`SideEffect.isCrisis`), and at each vitals entry
/// with an *unrecordable* blood pressure. One episode per effect, and one for the pressure.
package struct CrisisWord: Hashable {
  package init() {}
}

extension CrisisWord {
  /// A crisis ends when the effect is gone or absent, a headache also when it is milder than severe;
  /// an unrecordable pressure clears by readings that could be taken.
  func verdict(on observation: Observation) -> Verdict? {
    switch observation.content {
    case .effect(let effect):
      if effect.isCrisis { return Verdict(effect, breaks: true) }
      let isOver =
        !effect.isPresent
        || (effect.name == .headache && effect.severity.map { $0 < .severe } ?? false)
      return isOver ? Verdict(effect, breaks: false) : nil
    case .vitals(let vitals):
      if vitals.readings[.systolic] == .unrecordable {
        return Verdict(.breaks(by: 0), of: .sign(.systolic))
      }
      return observation.value(of: .systolic).map {
        Verdict(.holds(insideByMargin: true), of: .sign(.systolic), isVerified: $0.isVerified)
      }
    default: return nil
    }
  }
}
