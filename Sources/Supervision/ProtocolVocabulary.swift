import Monitoring
import SessionRecord
import Shorthand

extension MonitoringProtocol {
  /// The effects whose mere presence a rule flags: waiting for a grade must not hold the flag up.
  ///
  /// Not vomiting, which never has a grade, nor what goes on around a remote patient.
  fileprivate var watchedAtAnyGrade: [EffectName] {
    rules.flatMap { rule -> [EffectName] in
      guard !rule.isOff, case .presence(let presence) = rule.condition else { return [] }
      return presence.effects.filter { $0 != .vomiting && !$0.isCircumstance }
    }
  }
}

extension Vocabulary {
  /// The words that a line may use under a protocol, or under the same without one of its own effects.
  init(of monitoringProtocol: MonitoringProtocol, without effect: EffectName? = nil) {
    self.init(
      formulary: monitoringProtocol.formulary,
      addedEffects: monitoringProtocol.addedEffects.filter { $0 != effect },
      ungraded: monitoringProtocol.watchedAtAnyGrade,
      scales: monitoringProtocol.scales.map(\.scale)
    )
  }
}
