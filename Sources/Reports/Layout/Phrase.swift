import SessionRecord

/// How a piece of text stands out; words say it too, colour only doubles them.
enum Ink: Hashable {
  case plain
  case strong
  /// No longer stands: printed between `~~` and `~~`.
  case struck
  case high
  case medium
  case low

  init(_ priority: Priority) {
    self =
      switch priority {
      case .high: .high
      case .medium: .medium
      case .low, .info: .low
      }
  }

  /// Opens the terminal's own rendering; nil where there is none.
  var sequence: String? {
    switch self {
    case .plain: nil
    case .strong: "\u{1B}[1m"
    case .struck: "\u{1B}[9m"
    case .high: "\u{1B}[1;7m"
    case .medium: "\u{1B}[1;33m"
    case .low: "\u{1B}[36m"
    }
  }

  static let end = "\u{1B}[0m"
}

/// Words to be laid out; only `Page` and `Table` turn them into lines, and make them fit to print.
///
/// A no-break space keeps two words on one line.
struct Phrase: ExpressibleByStringInterpolation {
  struct Span {
    let text: String
    let ink: Ink
  }

  private(set) var spans: [Span]

  init(_ text: String, _ ink: Ink = .plain) {
    spans = text.isEmpty ? [] : [Span(text: text, ink: ink)]
  }

  init(stringLiteral text: String) { self.init(text) }
  init(stringInterpolation: StringInterpolation) { self = stringInterpolation.phrase }

  /// Takes words, numbers and other phrases, which keep their ink.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var phrase = Phrase("")

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { phrase += Phrase(literal) }
    mutating func appendInterpolation(_ text: String) { phrase += Phrase(text) }
    mutating func appendInterpolation(_ number: Int) { phrase += Phrase(String(number)) }
    mutating func appendInterpolation(_ number: some Numbered) {
      phrase += Phrase(number.description)
    }
    mutating func appendInterpolation(_ code: some Code) { phrase += Phrase(code.text) }
    mutating func appendInterpolation(_ other: Phrase) { phrase += other }
  }

  var isEmpty: Bool { spans.isEmpty }

  /// The same words, all in this ink.
  func inked(_ ink: Ink) -> Phrase { Phrase(spans.map(\.text).joined(), ink) }

  /// The words alone.
  var text: String { spans.map(\.text).joined() }

  static func + (left: Phrase, right: Phrase) -> Phrase {
    var sum = left
    sum += right
    return sum
  }

  static func += (left: inout Phrase, right: Phrase) { left.spans += right.spans }
}

extension Sequence where Element == Phrase {
  func joined(_ separator: Phrase) -> Phrase {
    var sum = Phrase("")
    for phrase in self where !phrase.isEmpty {
      if !sum.isEmpty { sum += separator }
      sum += phrase
    }
    return sum
  }
}
