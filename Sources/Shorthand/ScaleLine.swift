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
    if let (rating, count) = rating {
      place += count
      return rating
    }
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

  /// A scale that no score follows, so that `cadss 6` is the short form.
  var namedScale: (scale: KnownScale, words: Int)? {
    if let rating { return rating }
    guard let first = word?.lower else { return nil }
    if let second = wordAfter?.lower, let scale = KnownScale(first + second) { return (scale, 2) }
    return KnownScale(first).map { ($0, 1) }
  }

  /// `nrs`, `nrs-pain` or `nrs pain`.
  private var rating: (scale: KnownScale, words: Int)? {
    guard let first = word?.lower, first == "nrs" || first.hasPrefix("nrs-") else { return nil }
    var subject = first.split(separator: "-").dropFirst().map(String.init)
    var count = 1
    while place + count < end, line.words[place + count].lower.first?.isLetter == true {
      subject.append(line.words[place + count].lower)
      count += 1
    }
    guard !subject.isEmpty else { return KnownScale("nrs").map { ($0, 1) } }
    return KnownScale(rating: subject).map { ($0, count) }
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
