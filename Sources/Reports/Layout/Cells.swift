/// A phrase as it will be printed, so that it can be measured, broken and inked.
///
/// It is kept as the bytes of its letters, since a list of a thousand rows is measured letter by letter.
struct Cells {
  /// The letters' UTF-8, a no-break space as `noBreak`.
  private var bytes: [UInt8] = []
  /// For each byte the columns of the letter that it begins, `inside` where it begins none; empty
  /// while every byte is a letter of one column.
  private var columns: [Int8] = []
  /// The ink of the whole, where it has but one.
  private let ink: Ink
  /// Where each run of one ink ends; empty where the whole has one.
  private var inks: [(end: Int, ink: Ink)] = []
  private let style: Style
  /// The columns that it takes on one line.
  private(set) var width = 0

  private static let space = UInt8(ascii: " ")
  /// Stands for U+00A0: a text that is fit to print holds no control character.
  private static let noBreak: UInt8 = 0
  private static let inside: Int8 = -1

  init(_ phrase: Phrase, _ style: Style) {
    self.style = style
    ink = phrase.spans.first?.ink ?? .plain
    let isMixed = phrase.spans.contains { $0.ink != ink }
    for span in phrase.spans {
      let shown = style.shown(span.text)
      add(span.ink == .struck ? "~~\(shown)~~" : shown)
      if isMixed { inks.append((bytes.count, span.ink)) }
    }
  }

  private mutating func add(_ shown: String) {
    bytes.reserveCapacity(bytes.count + shown.utf8.count)
    let start = bytes.count
    if Cells.addPlain(shown, to: &bytes) {
      if !columns.isEmpty { columns += repeatElement(1, count: bytes.count - start) }
      width += bytes.count - start
      return
    }
    bytes.removeSubrange(start...)
    if columns.isEmpty { columns = Array(repeating: 1, count: start) }
    for letter in shown {
      let own = letter == "\u{A0}" ? [Cells.noBreak] : Array(letter.utf8)
      let taken = DisplayWidth.of(letter)
      bytes += own
      columns.append(Int8(taken))
      columns += repeatElement(Cells.inside, count: own.count - 1)
      width += taken
    }
  }

  /// Adds a text of ASCII and no-break spaces, a byte a letter; false where it holds anything else.
  private static func addPlain(_ text: String, to bytes: inout [UInt8]) -> Bool {
    var awaitsSecond = false
    for byte in text.utf8 {
      if awaitsSecond {
        guard byte == 0xA0 else { return false }
        bytes.append(noBreak)
        awaitsSecond = false
      } else if byte == 0xC2 {
        awaitsSecond = true
      } else {
        guard byte < 0x80 else { return false }
        bytes.append(byte)
      }
    }
    return !awaitsSecond
  }

  /// The widest run without a space.
  var longestWord: Int {
    var longest = 0
    var word = 0
    for place in bytes.indices {
      word = bytes[place] == Cells.space ? 0 : word + columnsOfLetter(at: place)
      longest = max(longest, word)
    }
    return longest
  }

  /// The lines of it, none wider than *width*: broken at spaces, and inside a word only where it is
  /// longer than a line.
  func lines(width: Int) -> [Line] {
    ranges(width: width).map { Line(bytes: inked($0), width: columns(in: $0)) }
  }

  /// The width of the widest of its lines.
  func widestLine(width: Int) -> Int {
    guard self.width > width else { return self.width }
    return ranges(width: width).reduce(0) { max($0, columns(in: $1)) }
  }

  /// A line ready to print, with the columns that it takes.
  struct Line {
    let bytes: [UInt8]
    let width: Int

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  // MARK: - Breaking

  private func columnsOfLetter(at place: Int) -> Int {
    columns.isEmpty ? 1 : max(0, Int(columns[place]))
  }

  private func beginsLetter(at place: Int) -> Bool {
    columns.isEmpty || columns[place] != Cells.inside
  }

  private func columns(in range: Range<Int>) -> Int {
    columns.isEmpty ? range.count : range.reduce(0) { $0 + columnsOfLetter(at: $1) }
  }

  private func ranges(width: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let (line, next) = cut(from: start, room: max(1, width))
      ranges.append(line)
      start = next
    }
    return ranges
  }

  /// The line that begins here, and where the next one begins.
  private func cut(from start: Int, room: Int) -> (Range<Int>, Int) {
    var used = 0
    var end = start
    while end < bytes.count, used + columnsOfLetter(at: end) <= room {
      used += columnsOfLetter(at: end)
      end += 1
    }
    guard end < bytes.count else { return (trimmed(start..<end), end) }
    var place = end
    while place > start, bytes[place] != Cells.space { place -= 1 }
    guard place > start else {
      // One long word: it is cut where the line ends, and at least one letter moves on.
      var cut = max(end, start + 1)
      while cut < bytes.count, !beginsLetter(at: cut) { cut += 1 }
      return (start..<cut, cut)
    }
    var next = place
    while next < bytes.count, bytes[next] == Cells.space { next += 1 }
    return (trimmed(start..<place), next)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == Cells.space { end -= 1 }
    return range.lowerBound..<end
  }

  // MARK: - Inking

  private func inked(_ range: Range<Int>) -> [UInt8] {
    var printed: [UInt8] = []
    printed.reserveCapacity(range.count)
    guard !inks.isEmpty else {
      print(range, ink, to: &printed)
      return printed
    }
    var start = range.lowerBound
    for (end, ink) in inks where start < range.upperBound && end > start {
      let stop = min(end, range.upperBound)
      print(start..<stop, ink, to: &printed)
      start = stop
    }
    return printed
  }

  private func print(_ range: Range<Int>, _ ink: Ink, to printed: inout [UInt8]) {
    let sequence = style.colour && !range.isEmpty ? ink.sequence : nil
    if let sequence { printed += sequence.utf8 }
    for byte in bytes[range] { printed.append(byte == Cells.noBreak ? Cells.space : byte) }
    if sequence != nil { printed += Ink.end.utf8 }
  }
}
