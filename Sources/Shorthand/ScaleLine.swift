import SessionRecord

extension LineParser {
  /// A score, after `scale`.
  ///
  /// MOAA/S and RASS are readings, and are stored as such: `scale moaas 4` is `moaas 4`.
  mutating func scale() throws(LineRefusal) -> Content {
    let scale = try takeScale()
    let (score, most) = try takeScore(of: scale)
    try finish("scale \(scale.name) \(score)", takesRemark: true)
    guard scale.range.contains(score) else {
      throw .scale(.outside(scale.name, score, scale.range))
    }
    if let most, most != scale.range.upperBound {
      throw .scale(.wrongMost(scale.name, most, most: scale.range.upperBound))
    }
    if let sign = scale.sign {
      let remark = remark
      return .vitals(
        try checked { () throws(ValueRefusal) in
          try Vitals([sign: .measured(Quantity(sign, score), verified: true)], remark: remark)
        }
      )
    }
    return .scale(ScaleScore(scale: scale.name, score: score, of: most, remark: remark))
  }

  private mutating func takeScale() throws(LineRefusal) -> KnownScale {
    guard let first = word else { throw .scale(.nameMissing) }
    if let rating = takeRating(first.lower) { return rating }
    if let scale = KnownScale(first.lower) {
      place += 1
      return scale
    }
    if let second = wordAfter, let scale = KnownScale(first.lower + second.lower) {
      place += 2
      return scale
    }
    let names = KnownScale.all.map(\.name)
    throw .scale(
      .noSuchScale(
        first.typed,
        near: nearest(to: folded(first.lower), among: names),
        known: names
      )
    )
  }

  /// `nrs`, `nrs-pain` or `nrs pain`.
  private mutating func takeRating(_ first: String) -> KnownScale? {
    guard first == "nrs" || first.hasPrefix("nrs-") else { return nil }
    var subject = first.split(separator: "-").dropFirst().map(String.init)
    var count = 1
    while place + count < end, line.words[place + count].lower.first?.isLetter == true {
      subject.append(line.words[place + count].lower)
      count += 1
    }
    guard !subject.isEmpty else {
      place += 1
      return KnownScale("nrs")
    }
    guard let scale = KnownScale(rating: subject) else { return nil }
    place += count
    return scale
  }

  /// The score and what it is out of: `21`, `21/92`, `21 / 92`.
  private mutating func takeScore(
    of scale: KnownScale
  ) throws(LineRefusal) -> (score: Int, most: Int?) {
    guard place < end else { throw .scale(.scoreMissing(scale.name)) }
    var taken = line.words[place].typed
    place += 1
    if let next = word?.typed, next.hasPrefix("/") || taken.hasSuffix("/") {
      taken += next
      place += 1
      if taken.hasSuffix("/"), let most = word?.typed {
        taken += most
        place += 1
      }
    }
    let parts = taken.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let score = score(parts[0], of: scale) else {
      throw .scale(.notAScore(scale.name, taken))
    }
    guard parts.count == 2 else { return (score, nil) }
    guard let most = PlainNumber(parts[1])?.whole else {
      throw .scale(.notAScore(scale.name, taken))
    }
    return (score, most)
  }

  private func score(_ text: Substring, of scale: KnownScale) -> Int? {
    guard scale.range.lowerBound < 0, let sign = text.first, sign == "-" || sign == "+" else {
      return PlainNumber(text)?.whole
    }
    return PlainNumber(text.dropFirst())?.whole.map { sign == "-" ? -$0 : $0 }
  }
}
