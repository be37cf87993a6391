import SessionRecord

extension LineParser {
  /// Takes the name of a listed scale; refused with the nearest one, and with all that there are.
  mutating func takeScale() throws(LineRefusal) -> Scale {
    let vocabulary = context.vocabulary
    guard let first = word else {
      let example = vocabulary.scales.first { $0.sign == nil } ?? vocabulary.scales.first
      throw .scale(.nameMissing(example))
    }
    if let (scale, count) = rating ?? scoredScale {
      place += count
      return scale
    }
    let near =
      vocabulary.nearestScale(to: first.lower)
      ?? wordAfter.flatMap { vocabulary.nearestScale(to: first.lower + $0.lower) }
    throw .scale(.noSuchScale(first.typed, near: near, known: vocabulary.scales.map(\.name)))
  }

  /// The longest name that the next words are, where no score is expected after it.
  var namedScale: (scale: Scale, words: Int)? { rating ?? namedScales.first }

  /// The longest name that the next words are and that leaves the score, so that `cadss 6` is six on
  /// the long form; before `items` it is the short form.
  private var scoredScale: (scale: Scale, words: Int)? {
    let names = namedScales
    return names.first { name in
      name.words == names.last?.words || line.words[place + name.words - 1].isWord
        || wordIsItems(after: name.words)
    }
  }

  /// The listed scales whose names the next words are, the longest name first.
  private var namedScales: [(scale: Scale, words: Int)] {
    let most = min(context.vocabulary.mostScaleWords, end - place)
    return stride(from: most, to: 0, by: -1).compactMap { count in
      let name = line.words[place..<place + count].map(\.lower).joined()
      return context.vocabulary.scale(name).map { ($0, count) }
    }
  }

  /// `nrs`, `nrs-pain` or `nrs pain`.
  private var rating: (scale: Scale, words: Int)? {
    let name = Scale.rating
    guard let first = word?.lower, first == name || first.hasPrefix("\(name)-") else { return nil }
    var subject = first.split(separator: "-").dropFirst().map(String.init)
    var count = 1
    while place + count < end, line.words[place + count].isWord, !wordIsItems(after: count) {
      subject += line.words[place + count].lower.split(separator: "-").map(String.init)
      count += 1
    }
    return context.vocabulary.rating(of: subject).map { ($0, count) }
  }

  private func wordIsItems(after count: Int) -> Bool {
    place + count < end && line.words[place + count].lower == LineParser.items
  }

  /// Between a scale and the answers to all of its items.
  static let items = "items"
}

extension Line.Word {
  /// Whether it begins with a letter, as no number does.
  fileprivate var isWord: Bool { lower.first?.isLetter == true }
}
