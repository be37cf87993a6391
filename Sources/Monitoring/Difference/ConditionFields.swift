import SessionRecord

extension Condition {
  /// The kind as a protocol's text names it.
  package var kind: String {
    switch self {
    case .absolute: "limit"
    case .derived: "derived"
    case .change: "change"
    case .rate: "rate"
    case .notFalling: "not-falling"
    case .consciousness: "consciousness"
    case .crisis: "crisis"
    case .severity: "severity"
    case .distressing: "distressing"
    case .presence: "effect"
    case .lasting: "lasting"
    case .scale: "scale"
    case .news2: "news2"
    case .combination: "combination"
    case .furtherDose: "further-dose"
    case .unattended: "unattended"
    case .unverified: "unverified"
    }
  }

  /// What breaks it, in words, as the rules' titles have it.
  package var words: String {
    Rule(
      id: RuleID(""),
      condition: self,
      priority: .info,
      asksForRepeat: false,
      clearing: Clearing(count: 1, margin: 0),
      standing: .general,
      sources: []
    ).title
  }

  /// The kind and what it is compared with.
  var fields: [ProtocolField] { [ProtocolField("kind", .text(kind))] + own }

  private var own: [ProtocolField] {
    switch self {
    case .absolute(let limit):
      [
        .sign(limit.sign), .comparison(limit.comparison),
        ProtocolField("limit", .amount(limit.limit, of: limit.sign)),
      ]
    case .derived(let limit):
      [
        ProtocolField("value", .text(limit.sign.name)), .comparison(limit.comparison),
        ProtocolField("limit", .amount(limit.limit, of: limit.sign)),
      ]
    case .change(let change): [.sign(change.sign), .comparison(change.comparison), change.field]
    case .rate(let rate):
      [
        .sign(rate.sign), .comparison(rate.comparison),
        ProtocolField("by", .amount(rate.change, of: rate.sign)),
        ProtocolField("within", .minutes(rate.withinMinutes)),
      ]
    case .notFalling(let rule):
      [
        .sign(rule.sign), ProtocolField("over baseline", .amount(rule.over, of: rule.sign)),
        ProtocolField("after", .minutes(rule.minutes)),
        ProtocolField("since", .text(rule.since.rawValue)),
      ]
    case .consciousness(let limit): [ProtocolField("level", .text(limit.level.letter))]
    case .severity(let rule):
      [ProtocolField("at least", .text(rule.atLeast.word))] + .effects(rule.only, rule.except)
    case .distressing(let rule): .effects(rule.only, rule.except)
    case .presence(let rule): .effects(rule.effects, [])
    case .lasting(let rule):
      .effects(rule.effects, []) + [
        ProtocolField("at least", rule.atLeast.map { .text($0.word) }), rule.length.field,
      ]
    case .scale(let limit):
      [
        ProtocolField("scale", .text(limit.scale)), .comparison(limit.comparison),
        ProtocolField("limit", .count(limit.limit)),
        ProtocolField("item", limit.item.map(ProtocolValue.count)),
      ]
    case .news2(.total(let least)): [ProtocolField("at least", .count(least))]
    case .news2(.single): [ProtocolField("at least", .text("one parameter at 3"))]
    case .combination(let combination):
      [
        ProtocolField("title", .text(combination.title)),
        ProtocolField("all of", .members(combination.parts.map(\.words))),
        ProtocolField("within", .minutes(combination.withinMinutes)),
      ]
    case .furtherDose(let rule): [ProtocolField("when", rule.when.value)]
    case .unattended(let rule): [ProtocolField("after", .minutes(rule.minutes))]
    case .crisis, .unverified: []
    }
  }
}

extension Combination.Part {
  /// Its alternatives: `headache moderate or worse, or crisis word`.
  package var words: String { any.map(\.words).joined(separator: ", or ") }
}

extension ProtocolField {
  fileprivate static func sign(_ sign: VitalSign) -> ProtocolField {
    ProtocolField("sign", .text(sign.name))
  }

  fileprivate static func comparison(_ comparison: Comparison) -> ProtocolField {
    ProtocolField("comparison", .text(comparison.rawValue))
  }
}

extension [ProtocolField] {
  fileprivate static func effects(_ only: [EffectName], _ except: [EffectName]) -> [ProtocolField] {
    [
      ProtocolField("only", only.isEmpty ? nil : .effects(only)),
      ProtocolField("except", except.isEmpty ? nil : .effects(except)),
    ]
  }
}

extension BaselineChange {
  fileprivate var field: ProtocolField {
    switch size {
    case .absolute(let change): ProtocolField("by", .amount(change, of: sign))
    case .percent(let percent): ProtocolField("percent", .amount(percent, "%"))
    }
  }
}

extension LastingEffect.Length {
  fileprivate var field: ProtocolField {
    switch self {
    case .minutes(let minutes): ProtocolField("for", .minutes(minutes))
    case .untilMinute(let minute): ProtocolField("still at", .text("T+\(minute)"))
    }
  }
}

extension FurtherDose.When {
  fileprivate var value: ProtocolValue {
    switch self {
    case .always: .text("at any time")
    case .whileHigh: .text("while a high flag is open")
    case .soonerThan(let minutes): .text("sooner than \(minutes) min after the first")
    }
  }
}
