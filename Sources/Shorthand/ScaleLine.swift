import SessionRecord

extension LineParser {
  /// A score, after `scale`: typed, or reckoned from the answers to all items.
  ///
  /// MOAA/S and RASS are readings, and are stored as such: `scale moaas 4` is `moaas 4`.
  mutating func scale() throws(LineRefusal) -> Content {
    let longest = namedScale?.scale
    let scale = try takeScale()
    if word?.lower == LineParser.items {
      place += 1
      return .scale(try itemScore(of: scale))
    }
    guard scale.scoring == .total else { throw .scale(.needsItems(scale)) }
    let (score, most) = try takeScore(of: scale)
    if word?.lower == LineParser.items { throw .scale(.scoreAndItems(scale)) }
    if let word, let longest, longest != scale {
      throw .scale(.whichScale(scale, score, other: longest, rest: word.typed))
    }
    try finish("scale \(scale.name) \(score)", takesRemark: true)
    guard scale.range.contains(score) else { throw .scale(.outside(scale, score)) }
    if let most, most != scale.range.upperBound { throw .scale(.wrongMost(scale, most)) }
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

  /// The score of all items, which are the rest of the line.
  private mutating func itemScore(of scale: Scale) throws(LineRefusal) -> ScaleScore {
    guard scale.sign == nil, let items = scale.items else { throw .scale(.noItems(scale)) }
    var answers: [Int] = []
    while let word {
      let item = answers.count + 1
      guard let answer = whole(word.typed[...], in: items.points) else {
        throw .scale(.notAnItem(scale, item: item, word.typed))
      }
      guard items.points.contains(answer) else {
        throw .scale(.itemOutside(scale, item: item, answer))
      }
      answers.append(answer)
      place += 1
    }
    guard let score = scale.score(of: answers) else {
      throw .scale(.itemCount(scale, answers.count))
    }
    return ScaleScore(scale: scale.name, score: score, items: answers, remark: remark)
  }

  /// The score and what it is out of: `21`, `21/92`, `21 / 92`.
  private mutating func takeScore(
    of scale: Scale
  ) throws(LineRefusal) -> (score: Int, most: Int?) {
    guard place < end else { throw .scale(.scoreMissing(scale)) }
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
    guard (1...2).contains(parts.count), let score = whole(parts[0], in: scale.range) else {
      throw .scale(.notAScore(scale, taken))
    }
    guard parts.count == 2 else { return (score, nil) }
    guard let most = PlainNumber(parts[1])?.whole else { throw .scale(.notAScore(scale, taken)) }
    return (score, most)
  }

  /// A whole number, with a sign only where some that can be scored are below zero.
  private func whole(_ text: Substring, in range: ClosedRange<Int>) -> Int? {
    guard range.lowerBound < 0, let sign = text.first, sign == "-" || sign == "+" else {
      return PlainNumber(text)?.whole
    }
    return PlainNumber(text.dropFirst())?.whole.map { sign == "-" ? -$0 : $0 }
  }
}
