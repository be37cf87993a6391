/// Vectors of scores on a scale, and of one item of it.
struct ScaleVectors {
  let rule: VectorRule
  let scale: VectorProtocol.VectorScale

  func vectors() throws -> [RuleVector] {
    guard let limit = rule.limit?.thousandths else {
      throw ValueVectors.NotMade(rule: rule.id ?? "")
    }
    let line = VectorLine(
      comparison: rule.comparison ?? "",
      limit: limit,
      margin: 0,
      step: 1_000,
      possible: (scale.least * 1_000)...(scale.most * 1_000)
    )
    guard let edge = line.edge, let inside = line.inside else {
      throw ValueVectors.NotMade(rule: rule.id ?? "")
    }
    let first = VectorClock.first
    let end = first + 300
    var vectors = [
      RuleVector(rule, "just inside", [score(inside, first)], asOf: first, raised: nil),
      RuleVector(rule, "at the limit", [score(edge, first)], asOf: first, raised: first),
      RuleVector(
        rule,
        "the next one inside ends it",
        [score(edge, first), score(inside, end)],
        asOf: end,
        raised: first,
        cleared: end
      ),
      RuleVector(
        rule,
        "the next one still breaking does not",
        [score(edge, first), score(edge, end)],
        asOf: end,
        raised: first
      ),
    ]
    if let beyond = line.beyond {
      vectors.append(
        RuleVector(rule, "just beyond", [score(beyond, first)], asOf: first, raised: first)
      )
    }
    if rule.item != nil {
      vectors.append(
        RuleVector(
          rule,
          "a score without its items",
          [.scale(scale.name, scale.most, at: first)],
          asOf: first,
          raised: nil
        )
      )
      vectors.append(
        RuleVector(
          rule,
          "every other item at its most",
          [others(first)],
          asOf: first,
          raised: nil
        )
      )
    }
    return vectors
  }

  /// A score of so much; of an item, with so much of it and none of the others.
  private func score(_ thousandths: Int, _ at: Int) -> RuleVector.Entry {
    let value = thousandths / 1_000
    guard let item = rule.item else { return .scale(scale.name, value, at: at) }
    var items = [Int](repeating: 0, count: scale.items?.count ?? item)
    items[item - 1] = value
    return .scale(scale.name, value, items: items, at: at)
  }

  private func others(_ at: Int) -> RuleVector.Entry {
    let count = scale.items?.count ?? 1
    let most = scale.most / count
    let items = (1...count).map { $0 == rule.item ? 0 : most }
    return .scale(scale.name, items.reduce(0, +), items: items, at: at)
  }
}
