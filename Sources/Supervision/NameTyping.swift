import Monitoring
import SessionRecord
import Shorthand

/// Types the names of a protocol as a person would, and says which of them do not come back.
struct NameTyping {
  private let context: LineContext
  private let ownRoute: Route
  private let addedEffects: [EffectName]
  /// The same lines as they are read without one of the added effects.
  private let contextWithout: (EffectName) -> LineContext

  init(under monitoringProtocol: MonitoringProtocol) {
    func context(without effect: EffectName?) -> LineContext {
      LineContext(
        now: Instant(milliseconds: 0),
        zone: .utc,
        vocabulary: Vocabulary(of: monitoringProtocol, without: effect)
      )
    }
    self.context = context(without: nil)
    contextWithout = { context(without: $0) }
    ownRoute = monitoringProtocol.formulary.ownRoute
    addedEffects = monitoringProtocol.addedEffects
  }

  func finding(effect name: EffectName, at place: Int) -> ProtocolFinding? {
    let path = "effects[\(place)]"
    if let word = name.text.split(separator: " ").last, saysHowBad(word) {
      return ProtocolFinding(
        path: path,
        problem:
          "“\(name)” ends in “\(word)”, which says how bad an effect is, or what became of it.",
        remedy: "Choose a name without it: the grade is typed after the name."
      )
    }
    return first(
      of: [
        ("\(name) mild", .effect(SideEffect(name, grade: .words(.mild)))),
        ("severe \(name)", .effect(SideEffect(name, grade: .words(.severe)))),
        ("\(name) gone", .effect(SideEffect(name, course: .gone))),
        ("no \(name)", .effect(SideEffect(name, course: .absent))),
        ("defer \(name) -- asleep", .deferred(Deferral(.effect(name), reason: "asleep"))),
      ],
      "effect",
      name.text,
      at: path
    )
  }

  func finding(medicine name: String, at place: Int) -> ProtocolFinding? {
    let dose = (try? Amount(thousandths: 5_000, .milligram)).flatMap { amount in
      try? Dose(drug: name, amount: amount, route: ownRoute)
    }
    let lines = ["", "give "].map { start in
      (line: "\(start)\(name) 5 mg \(ownRoute.word)", meant: dose.map(Content.dose))
    }
    let found = first(of: lines, "medicine", name, at: "medicines[\(place)]")
    guard found != nil,
      let effect = addedEffects.firstIndex(where: { effect in
        lines.allSatisfy { typed($0.line, in: contextWithout(effect)) == $0.meant }
      })
    else { return found }
    return ProtocolFinding(
      path: "effects[\(effect)]",
      problem:
        "The effect “\(addedEffects[effect])” keeps the medicine “\(name)” from being typed: "
        + "a line that begins with it is read as the effect.",
      remedy: "Give the effect another name."
    )
  }

  func finding(scale: Scale, at place: Int) -> ProtocolFinding? {
    var lines: [(line: String, meant: Content?)] = []
    if scale.scoring == .total {
      lines += [scale.range.lowerBound, scale.range.upperBound].map { score in
        ("scale \(scale.name) \(score)", content(of: score, on: scale))
      }
    }
    if scale.sign == nil {
      if let items = scale.items {
        lines += [items.points.lowerBound, items.points.upperBound].map { answer in
          line(of: Array(repeating: answer, count: items.count), to: scale)
        }
      }
      lines.append(
        (
          "defer \(scale.name) -- asleep",
          .deferred(Deferral(.scale(scale.name), reason: "asleep"))
        )
      )
    }
    return first(of: lines, "scale", scale.name, at: "scales[\(place)]")
  }

  private func line(of answers: [Int], to scale: Scale) -> (line: String, meant: Content?) {
    (
      "scale \(scale.name) items \(answers.map(String.init).joined(separator: " "))",
      scale.score(of: answers).map {
        .scale(ScaleScore(scale: scale.name, score: $0, items: answers))
      }
    )
  }

  /// What a score of a scale is stored as: a reading, where the scale is a vital sign.
  private func content(of score: Int, on scale: Scale) -> Content? {
    guard let sign = scale.sign else {
      return .scale(ScaleScore(scale: scale.name, score: score))
    }
    guard let quantity = try? Quantity(sign, score),
      let vitals = try? Vitals([sign: .measured(quantity, verified: true)])
    else { return nil }
    return .vitals(vitals)
  }

  /// A grade or a course: what vomiting, which needs neither, takes as its last word.
  private func saysHowBad(_ word: Substring) -> Bool {
    guard case .effect(let effect)? = typed("\(EffectName.vomiting) \(word)", in: context) else {
      return false
    }
    return effect.name == .vomiting
  }

  /// The first line that does not come back as what it says; nil where all do.
  private func first(
    of lines: [(line: String, meant: Content?)],
    _ what: String,
    _ name: String,
    at path: String
  ) -> ProtocolFinding? {
    for (line, meant) in lines {
      let back = typed(line, in: context)
      guard back == nil || back != meant else { continue }
      let problem =
        back.map { "Typed as “\(line)”, the \(what) “\(name)” is read as \($0.words)." }
        ?? "The \(what) “\(name)” cannot be typed: “\(line)” is not understood."
      return ProtocolFinding(
        path: path,
        problem: problem,
        remedy: "Give the \(what) another name."
      )
    }
    return nil
  }

  private func typed(_ line: String, in context: LineContext) -> Content? {
    guard case .entry(let content, _, _)? = try? TypedLine(line, in: context) else { return nil }
    return content
  }
}

extension Content {
  /// What a line was read as, for a sentence.
  fileprivate var words: String {
    switch self {
    case .effect(let effect): "the effect “\(effect.name)”"
    case .dose(let dose): "a dose of “\(dose.drug)”"
    case .scale(let score): "a score on “\(score.scale)”"
    case .vitals: "a set of vital signs"
    case .infusion: "something about the infusion"
    case .deferred: "a deferral"
    case .check: "a second check"
    case .waste: "a waste"
    case .action, .note, .mark: "free text"
    case .opened, .acknowledgement, .verification, .amendment, .void, .closed, .leaving, .screening,
      .presence, .assigned, .review, .addendum, .followUp, .course, .moved, .clockStep:
      "another command"
    }
  }
}
