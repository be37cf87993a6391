import Monitoring
import SessionRecord
import TestSupport

/// A session that an attentive observer types: all that is due, on time, and again what the answer asks
/// to be repeated.
struct SimulatedSession {
  let patient: SimulatedPatient
  private(set) var log: SimulatedLog
  /// As of its last act.
  private(set) var assessment: Assessment
  private(set) var artefacts: [Artefact] = []
  /// Minutes after the start, of the closing.
  private(set) var closedAt = 0.0

  private let monitoringProtocol: MonitoringProtocol
  private let curve: ResponseCurve
  private var dice: SeededGenerator
  private var acts = PlannedActs()
  /// The effects that were typed as present and not as over.
  private var present: Set<EffectName> = []
  private var effects: [SimulatedEffect]
  private var lastLevel = Consciousness.alert

  /// The observer stays at least so long, and at most so long where something lasts.
  static let stay = 120
  static let longest = 180

  /// The same seed and number are the same patient under every protocol of one route's curve.
  init(_ number: Int, seed: UInt64, under monitoringProtocol: MonitoringProtocol) throws {
    self.monitoringProtocol = monitoringProtocol
    guard let curve = ResponseCurve(monitoringProtocol.formulary.ownRoute) else {
      throw UnknownRoute(route: monitoringProtocol.formulary.ownRoute)
    }
    self.curve = curve
    var root = SeededGenerator(seed: SeededGenerator.seed(seed, session: number))
    var body = SeededGenerator(seed: root.next())
    dice = SeededGenerator(seed: root.next())
    patient = SimulatedPatient(&body, on: curve)
    effects = patient.course.effects
    let opened = -14.0
    log = try SimulatedLog(under: monitoringProtocol, at: opened)
    assessment = log.assessment(at: opened)
    try plan()
    while let act = acts.next() { try take(act) }
  }

  struct UnknownRoute: Error { let route: Route }

  private mutating func plan() throws {
    let baseline = monitoringProtocol.schedule.baselineVisits()
    for (set, needs) in baseline.enumerated() {
      acts.add(
        .visit(needs: needs, whileHigh: []),
        at: [-2.5, -9.5, -12][baseline.count - 1 - set] + slip / 2
      )
    }
    let doses = try SimulatedDose.all(of: monitoringProtocol)
    for place in doses.indices { acts.add(.dose(place), at: doses[place].minute) }
    for visit in monitoringProtocol.schedule.visits(until: SimulatedSession.longest) {
      acts.add(
        .visit(needs: visit.needs, whileHigh: visit.whileHigh),
        at: Double(visit.minute) + slip
      )
    }
    if monitoringProtocol.settings.contains(.telehealth) {
      for circumstance in EffectRate.circumstances where dice.happens(circumstance.share) {
        let begins = dice.between(5, 100)
        effects.append(
          SimulatedEffect(
            name: circumstance.name,
            rating: nil,
            begins: begins,
            ends: begins + 0.2 + dice.waiting(circumstance.minutes),
            isDistressing: false
          )
        )
      }
    }
    for effect in effects { acts.add(.onset(effect), at: effect.begins) }
  }

  /// How far from the minute that it is due something is done; Vigil's own.
  private var slip: Double {
    mutating get { min(1.9, max(-1.9, dice.normal(0, 0.8))) }
  }

  private mutating func take(_ act: PlannedAct) throws {
    switch act.kind {
    case .dose(let place):
      log.add([try SimulatedDose.all(of: monitoringProtocol)[place].content], at: act.minute)
    case .visit(let needs, let whileHigh):
      try visit(needs + (isAskedCloser(at: act.minute) ? whileHigh : []), at: act.minute)
    case .again(let signs): try visit(signs.map(Need.sign), at: act.minute)
    case .onset(let effect):
      log.add([try content(of: effect, at: act.minute)], at: act.minute)
      assessment = log.assessment(at: act.minute)
      present.insert(effect.name)
      // An end that no question about it follows soon is noticed when it comes.
      let look = acts.look(at: effect.name, from: effect.ends)
      if look.map({ $0 - effect.ends > 15 }) ?? true {
        acts.add(.end(effect.name), at: effect.ends)
      }
    case .end(let name):
      guard present.remove(name) != nil else { return }
      log.add([.effect(SideEffect(name, course: .gone))], at: act.minute)
      assessment = log.assessment(at: act.minute)
    case .close:
      log.add([.closed], at: act.minute)
      closedAt = act.minute
      assessment = log.assessment(at: act.minute)
      acts = PlannedActs()
    }
  }

  private mutating func visit(_ needs: [Need], at minute: Double) throws {
    guard !needs.isEmpty else { return }
    var contents: [Content] = []
    var signs = Set(needs.compactMap { if case .sign(let sign) = $0 { sign } else { nil } })
    let level = patient.course.consciousness(at: minute)
    if !signs.isEmpty, level != .alert || lastLevel != .alert { signs.insert(.consciousness) }
    if signs.contains(.moaas), patient.course.agitation(at: minute) > 0 { signs.insert(.rass) }
    var artefact: Artefact?
    if !signs.isEmpty {
      let set = try patient.set(of: signs, at: minute, on: curve, &dice)
      artefact = set.artefact
      contents.append(.vitals(set.vitals))
      if signs.contains(.consciousness) { lastLevel = level }
    }
    for need in needs {
      switch need {
      case .sign: break
      case .effect(let name): contents.append(try look(at: name, minute))
      case .scale(let name): contents.append(score(on: name, at: minute))
      }
    }
    log.add(contents, at: minute)
    assessment = log.assessment(at: minute)
    askAgain(artefact, after: minute)
    closeIfReady(at: minute)
  }

  /// The repeat that the answer asks for, and the readings of a set that came out wrong.
  private mutating func askAgain(_ artefact: Artefact?, after minute: Double) {
    if let artefact { artefacts.append(artefact) }
    guard !acts.hasRepeat else { return }
    var signs = Set(
      assessment.flags.filter { $0.isOpen && $0.state == .unconfirmed }
        .flatMap { $0.measure.signs }
    )
    let isWrong = artefact == .diastolicMissing || artefact == .pulseDoubled
    if isWrong { signs.formUnion([.systolic, .diastolic, .heartRate]) }
    if signs.contains(.systolic) || signs.contains(.diastolic) {
      signs.formUnion([.systolic, .diastolic])
    }
    guard !signs.isEmpty else { return }
    let wait = isWrong ? dice.between(1.5, 3) : dice.between(3, 4.9)
    acts.add(.again(signs.sorted()), at: minute + wait)
  }

  /// After two hours, once nothing is open that keeps the patient.
  private mutating func closeIfReady(at minute: Double) {
    guard minute > Double(SimulatedSession.stay) - 3, !acts.hasRepeat, !acts.hasClosing else {
      return
    }
    let isKept =
      isHigh || patient.course.alertness(at: minute) < 5
      || present.contains(.dissociation)
    if !isKept || minute > Double(SimulatedSession.longest) - 3 {
      acts.add(.close, at: minute + 5)
    }
  }

  private var isHigh: Bool {
    assessment.flags.contains { $0.isOpen && $0.priority == .high && !$0.isProcess }
  }

  /// Whether a slot is there that only a high flag calls for.
  private func isAskedCloser(at minute: Double) -> Bool {
    guard assessment.flags.contains(where: { $0.priority == .high }) else { return false }
    let now = SimulatedLog.instant(minute)
    return log.assessment(at: minute).schedule.contains { group in
      group.slots.contains { slot in
        slot.planned.mark == .whileHigh && slot.opens <= now && !slot.state.isClosed
          && now < slot.due + group.group.overdue
      }
    }
  }

  private mutating func look(at name: EffectName, _ minute: Double) throws -> Content {
    guard let effect = effects.first(where: { $0.name == name && $0.isThere(at: minute) }) else {
      let isOver = present.remove(name) != nil
      return .effect(SideEffect(name, course: isOver ? .gone : .absent))
    }
    present.insert(name)
    return try content(of: effect, at: minute)
  }

  /// As it is typed; dissociation comes and goes with the drug, all else keeps its grade.
  private func content(of effect: SimulatedEffect, at minute: Double) throws -> Content {
    var rating = effect.rating
    if effect.name == .dissociation, let most = rating {
      rating = max(1, Int((Double(most) * curve.share(at: minute)).rounded()))
    }
    return .effect(
      SideEffect(
        effect.name,
        grade: try rating.map { try Grade(rating: $0) },
        distressing: effect.isDistressing
      )
    )
  }

  /// A score as deep as the dissociation is.
  private func score(on name: String, at minute: Double) -> Content {
    let most =
      monitoringProtocol.scales.first { $0.scale.name == name }?.scale.range.upperBound ?? 24
    let depth = effects.first { $0.name == .dissociation && $0.isThere(at: minute) }?.rating ?? 0
    let score = Int(Double(most * depth) * curve.share(at: minute) / 10)
    return .scale(ScaleScore(scale: name, score: min(most, score)))
  }
}

extension Measure {
  /// What has to be measured to say again whether it is broken.
  fileprivate var signs: [VitalSign] {
    switch self {
    case .sign(let sign), .rate(let sign): [sign]
    case .derived(let derived): derived.signs
    case .effect, .scale, .news2, .rule, .unverified, .group, .session: []
    }
  }
}
