import SessionRecord

/// Reads what breaks a rule on a score: of a scale, of one of its items, or NEWS2.
struct ScoreReader {
  let scales: ListedScales

  func scale(_ object: ProtocolObject) throws(ProtocolRefusal) -> ScaleLimit {
    let scale = try scales.scale(
      object.required("scale"),
      instead: "write a rule of kind “limit” on it"
    )
    let comparison = try object.required("comparison")
      .word(Comparison.allCases.map { ($0.rawValue, $0) })
    let item = try object.optional("item").map { (node) throws(ProtocolRefusal) in
      guard let items = scale.items else { throw node.refusal("\(scale.title) has no items.") }
      return try node.wholeNumber("an item of \(scale.title)", in: 1...items.count)
    }
    let range = item == nil ? scale.range : scale.items?.points ?? scale.range
    let limit = try object.required("limit").wholeNumber("a score", in: range)
    return ScaleLimit(scale.name, comparison, limit: limit, item: item)
  }

  func news2(_ object: ProtocolObject) throws(ProtocolRefusal) -> NEWS2Limit {
    let single = object.optional("single")
    if let total = object.optional("atLeast") {
      if let single {
        throw single.refusal("A rule is on a total or on a “single” parameter, not both.")
      }
      return .total(atLeast: try total.wholeNumber("a total", in: 1...20))
    }
    guard let single else {
      throw object.node.refusal("The key “atLeast” or “single” is missing.")
    }
    guard try single.truth() else { throw single.expected("true") }
    return .single
  }
}
