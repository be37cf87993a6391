import SessionRecord

/// Vectors of combinations: each alternative of each part with the first alternatives of the others.
struct CombinationVectors {
  typealias Entry = RuleVector.Entry

  /// What one alternative takes: what breaks it, what just does not, and what it needs before.
  private struct Alternative {
    let name: String
    let prelude: [Entry]
    let breaks: (Int) -> Entry
    /// Nil where nothing is nearly it: a further dose.
    let inside: ((Int) -> Entry)?
    /// A further dose: where a part is one, nothing else opens.
    var isDose = false
  }

  let rule: VectorRule
  let whole: VectorProtocol
  private let first = VectorClock.first

  init(_ rule: VectorRule, in whole: VectorProtocol) {
    self.rule = rule
    self.whole = whole
  }

  func vectors() throws -> [RuleVector] {
    guard let within = rule.within else { throw ValueVectors.NotMade(rule: rule.id ?? "") }
    let conditions =
      rule.all.map { $0.map(\.alternatives) } ?? [rule.any ?? []]
    let parts = try conditions.map { try $0.map(alternative) }
    let last = first + within * 60
    var vectors: [RuleVector] = []
    for (place, part) in parts.enumerated() {
      let others = parts.enumerated().filter { $0.offset != place }.compactMap(\.element.first)
      for alternative in part {
        vectors += self.vectors(of: alternative, with: others, last: last)
      }
    }
    if let clearing = clearing(parts) { vectors += clearing }
    return vectors
  }

  private func vectors(
    of alternative: Alternative,
    with others: [Alternative],
    last: Int
  ) -> [RuleVector] {
    let before = others.map { $0.breaks(first) }
    func vector(_ about: String, _ entries: [Entry], _ raised: Int?) -> RuleVector {
      RuleVector(
        rule,
        "\(alternative.name): \(about)",
        prelude([alternative] + others) + entries,
        asOf: entries.map(\.at).max() ?? first,
        raised: raised
      )
    }
    guard !others.isEmpty else {
      return [vector("by itself", [alternative.breaks(last)], last)]
        + (alternative.inside.map { [vector("just not", [$0(last)], nil)] } ?? [])
    }
    let hasDose = ([alternative] + others).contains(where: \.isDose)
    let opens = !hasDose || alternative.isDose
    let othersOpen = !hasDose || others.last?.isDose ?? false
    var vectors = [
      vector(
        "at the end of the window",
        before + [alternative.breaks(last)],
        opens ? last : nil
      ),
      vector("a second later", before + [alternative.breaks(last + 1)], nil),
      vector(
        "first, and the rest in the window",
        [alternative.breaks(first)] + others.map { $0.breaks(last) },
        othersOpen ? last : nil
      ),
      vector("alone", [alternative.breaks(first)], nil),
    ]
    if let inside = alternative.inside {
      vectors += [
        vector("just not", before + [inside(first + 60)], nil),
        vector(
          "no more there",
          [alternative.breaks(first), inside(first + 60)] + others.map { $0.breaks(first + 120) },
          nil
        ),
      ]
    }
    return vectors
  }

  /// Cleared where one part is no more there, so many times.
  private func clearing(_ parts: [[Alternative]]) -> [RuleVector]? {
    let firsts = parts.compactMap(\.first)
    guard let ending = firsts.first(where: { $0.inside != nil }), let inside = ending.inside else {
      return nil
    }
    let count = rule.clear?.count ?? 2
    let others = firsts.filter { $0.name != ending.name }
    let isDoseLast = others.contains(where: \.isDose)
    let start =
      prelude(firsts)
      + (isDoseLast
        ? [ending.breaks(first)] + others.map { $0.breaks(first + 60) }
        : others.map { $0.breaks(first) } + [ending.breaks(first + 60)])
    func ends(_ number: Int) -> [Entry] {
      number < 1 ? [] : (1...number).map { inside(first + 60 + $0 * 300) }
    }
    let asOf = first + 60 + count * 300
    return [
      RuleVector(
        rule,
        "a part that is no more there, often enough",
        start + ends(count),
        asOf: asOf,
        raised: first + 60,
        cleared: asOf
      ),
      RuleVector(
        rule,
        "once too few",
        start + ends(count - 1),
        asOf: asOf,
        raised: first + 60
      ),
    ]
  }

  /// Every alternative's own, and the dose.
  private func prelude(_ alternatives: [Alternative]) -> [Entry] {
    alternatives.flatMap(\.prelude) + [.dose(at: VectorClock.timeZero)]
  }

  private func alternative(_ condition: VectorRule) throws -> Alternative {
    if let named = condition.rule {
      guard let rule = whole.rule(named) else { throw ValueVectors.NotMade(rule: named) }
      return try alternative(rule, as: named)
    }
    return try alternative(condition, as: nil)
  }

  private func alternative(_ condition: VectorRule, as named: String?) throws -> Alternative {
    switch condition.kind {
    case "limit", "change": return try value(condition, as: named)
    case "severity":
      let words = ["mild", "moderate", "severe"]
      let from = [1, 4, 7][words.firstIndex { $0 == condition.severity } ?? 0]
      let effect = condition.only?.first ?? "nausea"
      return Alternative(
        name: named ?? "\(effect) \(condition.severity ?? "")",
        prelude: [],
        breaks: { .effect(effect, at: $0, grade: "\(from)/10") },
        inside: { .effect(effect, at: $0, grade: "\(from - 1)/10") }
      )
    case "crisis", "effect":
      let effect = condition.only?.first ?? "chest pain"
      return Alternative(
        name: named ?? effect,
        prelude: [],
        breaks: { .effect(effect, at: $0) },
        inside: { .effect(effect, at: $0, course: "gone") }
      )
    case "further-dose":
      return Alternative(
        name: named ?? "a further dose",
        prelude: [],
        breaks: { .dose(at: $0) },
        inside: nil,
        isDose: true
      )
    default: throw ValueVectors.NotMade(rule: rule.id ?? "")
    }
  }

  /// A change has a baseline so low that an absolute limit is not met with it.
  private func value(_ condition: VectorRule, as named: String?) throws -> Alternative {
    guard let key = condition.sign, let sign = VitalSign(key: key) else {
      throw ValueVectors.NotMade(rule: rule.id ?? "")
    }
    let low = ["systolic": 110_000, "diastolic": 70_000, "heartRate": 60_000]
    let by = condition.by?.thousandths
    guard
      let limit = by.flatMap({ by in low[key].map { $0 + by } }) ?? condition.limit?.thousandths
    else { throw ValueVectors.NotMade(rule: rule.id ?? "") }
    let line = ValueVectors.line(condition, limit: limit, sign: sign)
    guard let edge = line.edge, let inside = line.inside else {
      throw ValueVectors.NotMade(rule: rule.id ?? "")
    }
    let baseline = Entry.vitals(low.mapValues(decimalWords), at: VectorClock.baseline)
    return Alternative(
      name: named ?? "\(key) \(decimalWords(edge))",
      prelude: by == nil ? [] : [baseline],
      breaks: { .vitals([key: decimalWords(edge)], at: $0) },
      inside: { .vitals([key: decimalWords(inside)], at: $0) }
    )
  }
}
