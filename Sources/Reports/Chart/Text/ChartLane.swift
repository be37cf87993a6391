/// A lane of a chart: its name in the gutter, and as many lines as hold what stands in it.
struct ChartLane {
  /// Columns of the gutter, without the wall and the space before it.
  static let nameWidth = 9
  /// Columns before the drawing: the name, a space, the wall.
  static let gutter = nameWidth + 2

  let name: String
  private(set) var lines: [ChartLine]
  private let width: Int

  init(_ name: String, width: Int) {
    self.name = name
    self.width = width
    lines = [ChartLine(width: width)]
  }

  /// Draws glyphs from a column on in the first line that has room for them; gives the line's number.
  @discardableResult
  mutating func draw(_ glyphs: [(glyph: String, ink: Ink)], at column: Int) -> Int {
    let place = line(withRoom: column..<(column + glyphs.count))
    for (step, glyph) in glyphs.enumerated() {
      lines[place].put(glyph.glyph, at: column + step, glyph.ink)
    }
    return place
  }

  /// Writes at a column of the first line that is free there, with *space* columns to what stands
  /// beside it; shifted to the left where it would leave the line.
  mutating func write(_ shown: String, at column: Int, _ ink: Ink = .plain, space: Int = 1) {
    let taken = DisplayWidth.of(shown)
    let start = max(0, min(column, width - taken))
    let place = line(withRoom: (start - space)..<(start + taken + space))
    lines[place].write(shown, at: start, ink)
  }

  /// The same, in no more than *most* lines as long as these have room: then as near as there is some.
  mutating func pack(
    _ shown: String,
    at column: Int,
    _ ink: Ink = .plain,
    space: Int,
    most: Int
  ) {
    let taken = DisplayWidth.of(shown)
    let last = max(0, width - taken)
    let wanted = max(0, min(column, last))
    while lines.count < most, !isFree(in: lines.indices, wanted, taken, space) {
      lines.append(ChartLine(width: width))
    }
    for distance in 0...max(1, width) {
      for start in [wanted + distance, wanted - distance] where (0...last).contains(start) {
        guard
          let place = lines.indices.first(where: { isFree(in: $0..<($0 + 1), start, taken, space) })
        else { continue }
        lines[place].write(shown, at: start, ink)
        return
      }
    }
    var line = ChartLine(width: width)
    line.write(shown, at: wanted, ink)
    lines.append(line)
  }

  /// Writes on one line only if it is free there.
  mutating func writeIfFree(_ shown: String, at column: Int, line: Int, _ ink: Ink = .plain) -> Bool
  {
    let end = column + DisplayWidth.of(shown)
    guard column >= 0, end <= width, lines[line].isFree((column - 1)..<(end + 1)) else {
      return false
    }
    lines[line].write(shown, at: column, ink)
    return true
  }

  /// Writes over what stands there.
  mutating func cover(_ line: Int, _ column: Int, with shown: String) {
    lines[line].write(shown, at: column)
  }

  private func isFree(in range: Range<Int>, _ start: Int, _ taken: Int, _ space: Int) -> Bool {
    lines[range].contains { $0.isFree((start - space)..<(start + taken + space)) }
  }

  private mutating func line(withRoom columns: Range<Int>) -> Int {
    if let place = lines.firstIndex(where: { $0.isFree(columns) }) { return place }
    lines.append(ChartLine(width: width))
    return lines.count - 1
  }

  /// The lane's lines with its name in the gutter of the first.
  func phrases(_ glyphs: ChartGlyphs) -> [Phrase] {
    lines.enumerated().map { place, line in
      ChartLane.gutter(place == 0 ? name : "", glyphs.wall) + line.phrase
    }
  }

  /// A name at the right of the gutter, and the wall.
  static func gutter(_ name: String, _ wall: String) -> Phrase {
    let pad = String(repeating: "\u{A0}", count: max(0, nameWidth - DisplayWidth.of(name)))
    return Phrase("\(pad)\(name.unbroken)\u{A0}\(wall)")
  }
}
