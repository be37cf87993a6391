import SessionRecord

/// Reads the scales that can be typed: numbers and cut-offs, never an instrument's wording.
struct ScaleReader {
  static let keys = [
    "name", "title", "least", "most", "worse", "scoring", "items", "levels", "sign", "standing",
    "source",
  ]
  private static let widest = -10_000...10_000
  /// The signs that are scales.
  private static let rated: [VitalSign] = [.moaas, .rass]

  let standings: StandingReader

  func scales(_ node: ProtocolNode) throws(ProtocolRefusal) -> [ProtocolScale] {
    var scales: [ProtocolScale] = []
    for element in try node.list() {
      let object = try element.object(keys: ScaleReader.keys)
      let scale = try scale(object)
      if let other = scales.first(where: { $0.scale.isTyped(like: scale.name) }) {
        throw try object.required("name").refusal(
          "“\(other.scale.name)” is typed like this already."
        )
      }
      if let sign = scale.sign, scales.contains(where: { $0.scale.sign == sign }) {
        throw try object.required("sign").refusal("Another scale is \(sign.name) already.")
      }
      scales.append(ProtocolScale(scale, basis: try standings.basis(of: object)))
    }
    guard !scales.isEmpty else {
      throw node.refusal("Expected at least one scale; leave the key out for none.")
    }
    return scales
  }

  private func scale(_ object: ProtocolObject) throws(ProtocolRefusal) -> Scale {
    let sign = try object.optional("sign").map { (node) throws(ProtocolRefusal) in
      try node.word(ScaleReader.rated.map { ($0.key, $0) })
    }
    let name = try name(object.required("name"), sign)
    let title = try object.required("title").words("a title", most: 64)
    let range = try range(object)
    let worse = try object.required("worse").word(
      Scale.Direction.allCases.map { ($0.rawValue, $0) }
    )
    let scoring =
      try object.optional("scoring")?.word(Scale.Scoring.allCases.map { ($0.rawValue, $0) })
      ?? .total
    let items = try object.optional("items").map(self.items)
    let levels = try object.optional("levels").map { (node) throws(ProtocolRefusal) in
      try ScaleLevelReader(range: range).levels(node)
    }
    let scale = Scale(
      name: name,
      title: title,
      range: range,
      worse: worse,
      scoring: scoring,
      items: items,
      levels: levels ?? [],
      sign: sign
    )
    try checkScoring(scale, object)
    if let sign { try check(scale, as: sign, object) }
    return scale
  }

  /// As scores are stored; a name of a sign is kept for that sign.
  private func name(
    _ node: ProtocolNode,
    _ sign: VitalSign?
  ) throws(ProtocolRefusal) -> String {
    let name = try node.key("a scale's name")
    guard name == name.lowercased() else {
      throw node.expected("a scale's name in lower case, as “phq-9”")
    }
    if let own = VitalSign(key: name), own != sign {
      let isRated = ScaleReader.rated.contains(own)
      throw node.refusal(
        "“\(name)” is the name of a sign" + (isRated ? "; write “sign”: “\(name)”." : ".")
      )
    }
    return name
  }

  private func range(_ object: ProtocolObject) throws(ProtocolRefusal) -> ClosedRange<Int> {
    let least = try object.required("least").wholeNumber("a score", in: ScaleReader.widest)
    let mostNode = try object.required("most")
    let most = try mostNode.wholeNumber("a score", in: ScaleReader.widest)
    guard most > least else { throw mostNode.refusal("“most” is not over “least”.") }
    return least...most
  }

  private func items(_ node: ProtocolNode) throws(ProtocolRefusal) -> Scale.Items {
    let object = try node.object(keys: ["count", "least", "most"])
    let count = try object.required("count").wholeNumber("a number of items", in: 1...100)
    return Scale.Items(count: count, points: try range(object))
  }

  /// The items make the range, or are those of the one algorithm that is known.
  private func checkScoring(
    _ scale: Scale,
    _ object: ProtocolObject
  ) throws(ProtocolRefusal) {
    switch scale.scoring {
    case .itq:
      guard scale.items == TraumaQuestionnaire.items, scale.range == TraumaQuestionnaire.range
      else {
        throw object.node.refusal("The ITQ has 18 items from 0 to 4 and outcomes from 0 to 2.")
      }
    case .total:
      guard let items = scale.items else { return }
      let made = items.count * items.points.lowerBound...items.count * items.points.upperBound
      guard made == scale.range else {
        throw try object.required("items").refusal(
          "\(items.count) items from \(items.points.lowerBound) to \(items.points.upperBound) make "
            + "\(made.lowerBound) to \(made.upperBound), "
            + "not \(scale.range.lowerBound) to \(scale.range.upperBound)."
        )
      }
    }
  }

  /// A scale that is a sign has the one range of that sign, and is a single rating.
  private func check(
    _ scale: Scale,
    as sign: VitalSign,
    _ object: ProtocolObject
  ) throws(ProtocolRefusal) {
    for key in ["scoring", "items"] {
      if let node = object.optional(key) {
        throw node.refusal("\(sign.name) is a single rating, without “\(key)”.")
      }
    }
    let possible = PlausibleRange.possible(sign)
    let (least, most) = (possible.lowerBound / 1_000, possible.upperBound / 1_000)
    guard scale.range == least...most else {
      throw try object.required("sign").refusal("\(sign.name) is from \(least) to \(most).")
    }
  }
}

extension Scale {
  /// Whether a person who types that name could mean this scale: `PHQ 9` is `phq-9`.
  fileprivate func isTyped(like other: String) -> Bool {
    name.filter { $0 != "-" } == other.filter { $0 != "-" }
  }
}

extension TraumaQuestionnaire {
  /// Of its outcomes.
  fileprivate static let range = 0...Outcome.allCases.count - 1
}
