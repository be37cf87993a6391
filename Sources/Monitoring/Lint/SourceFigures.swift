/// The numbers that stand in the words of a source.
///
/// Parts of a name (`PMC2906530`, `PHQ-9`), a DOI, and the number of a table, section or page are none.
struct SourceFigures {
  /// In thousandths, without a sign; written out in letters counts as well.
  private(set) var numbers: Set<Int> = []
  /// Those that are hours, in thousandths of a minute.
  private(set) var hours: Set<Int> = []

  init(_ words: String) {
    let chunks = words.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
    for (place, chunk) in chunks.enumerated() where !chunk.isDOI {
      let before = place > 0 ? chunks[place - 1] : ""
      if SourceFigures.numbered.contains(before.filter(\.isLetter)) { continue }
      let after = place + 1 < chunks.count ? chunks[place + 1] : ""
      for (number, unit) in SourceFigures.found(in: chunk) {
        numbers.insert(number)
        if SourceFigures.hourWords.contains(unit.isEmpty ? after.filter(\.isLetter) : unit) {
          hours.insert(number * 60)
        }
      }
    }
  }

  func has(_ figure: Figure) -> Bool {
    if numbers.contains(figure.thousandths) { return true }
    guard figure.isMinutes else { return false }
    return hours.contains(figure.thousandths)
      || (figure.step.map { numbers.contains($0) || hours.contains($0) } ?? false)
  }

  /// What has a number that is none of the source's own.
  private static let numbered: Set<String> = [
    "table", "tables", "figure", "section", "chapter", "page", "pages", "version",
  ]
  private static let hourWords: Set<String> = ["hour", "hours", "h"]

  private static let words: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100,
  ]

  /// The numbers of a word, as `180/110`, `1-3`, `40mmHg,` or `five`, and the letters after each.
  private static func found(in chunk: String) -> [(number: Int, unit: String)] {
    if let number = words[chunk.filter(\.isLetter)], !chunk.contains(where: \.isNumber) {
      return [(number * 1_000, "")]
    }
    var found: [(number: Int, unit: String)] = []
    var rest = Substring(chunk)
    var isName = false
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        var digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        rest = rest[digits.endIndex...]
        while digits.last == "." { digits.removeLast() }
        let unit = rest.prefix(while: \.isLetter)
        if !isName, let number = thousandths(of: String(digits)) {
          found.append((number, String(unit)))
        }
        isName = true
      } else {
        rest.removeFirst()
        // A hyphen after letters goes on with the name: `phq-9`; other marks begin anew.
        isName = first.isLetter || (isName && "-–_.".contains(first) && found.isEmpty)
      }
    }
    return found
  }
}

extension String {
  fileprivate var isDOI: Bool { contains("10.") && contains("/") }
}
