import SessionRecord

/// One question that is asked of a protocol which can be read; a file each.
protocol ProtocolLint {
  /// In the protocol's order; empty where there is nothing to say.
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding]
}

extension MonitoringProtocol {
  /// What is doubtful in it, by lint and then in the file's order; empty for a sound one.
  ///
  /// Nothing here is refused at reading, since a clinic may mean it; all of it is said before adopting.
  package func findings() -> [ProtocolFinding] {
    let lints: [any ProtocolLint] = [
      NeverFiringRules(), NeverEndingFlags(), BeyondSchedule(), SameValues(), WorseIsMilder(),
      UnaskedInputs(), UnaskedBaselines(), ShortGroups(), WideGaps(), LatePhases(),
      BetterSideRules(), OneScaleOnly(), FlaggedCriteria(), MissingRules(),
      OffStopCriteria(), HoldGates(), RemoteGates(), UnaskedGates(), UnreportedSerious(),
      UnusedSources(), PlaceholderSources(), UnseenFigures(),
    ]
    return lints.flatMap { $0.findings(in: self) }
  }

  /// The rules that are not off.
  var askedRules: [Rule] { rules.filter { !$0.isOff } }

  /// Every effect and circumstance that can be typed under it.
  var typedEffects: [EffectName] {
    EffectName.common + EffectName.crises + EffectName.circumstances + addedEffects
  }

  func scale(named name: String) -> Scale? {
    scales.map(\.scale).scale(named: name)
  }
}

extension Rule {
  /// The highest priority that a flag of it can have: a confirmed repeat raises it one step.
  var reachedPriority: Priority { asksForRepeat ? priority.raised : priority }

  func finding(_ problem: String, _ remedy: String) -> ProtocolFinding {
    ProtocolFinding(path: id.text, problem: problem, remedy: remedy)
  }
}

/// `SpO2, temperature and MOAA/S`.
func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
