package import SessionRecord

/// What an observation says to one need of a group.
enum NeedAnswer {
  case usable
  case notObtained
  case nothing
}

extension Need {
  /// A value counts whether it is verified or not; a pressure too low to read, and room air, are seen.
  func answer(_ observation: Observation) -> NeedAnswer {
    switch (self, observation.content) {
    case (.sign(let sign), .vitals):
      switch observation.reading(of: sign) {
      case .measured, .unrecordable, .roomAir: .usable
      case .notObtained: .notObtained
      case .notUsable, nil: .nothing
      }
    case (.effect(let name), .effect(let effect)): effect.name == name ? .usable : .nothing
    case (.scale(let name), .scale(let score)): score.scale == name ? .usable : .nothing
    default: .nothing
    }
  }
}

extension ScheduleGroup {
  /// Need by need; nil where it answers none.
  func answers(_ observation: Observation) -> [NeedAnswer]? {
    var answers: [NeedAnswer] = []
    answers.reserveCapacity(needs.count)
    var saysSomething = false
    for need in needs {
      let answer = need.answer(observation)
      if answer != .nothing { saysSomething = true }
      answers.append(answer)
    }
    return saysSomething ? answers : nil
  }

  /// Whether it says anything to the group.
  func reads(_ observation: Observation) -> Bool {
    if case .deferred = observation.content { return true }
    return needs.contains { $0.answer(observation) != .nothing }
  }

  /// Whether a deferral of this names the group; the whole set names every one.
  package func isNamed(by subject: Deferral.Subject) -> Bool {
    switch subject {
    case .wholeSet: true
    case .bloodPressure: needs.contains(.sign(.systolic))
    case .sign(let sign): needs.contains(.sign(sign))
    case .effect(let name): needs.contains(.effect(name))
    case .scale(let name): needs.contains(.scale(name))
    }
  }
}
