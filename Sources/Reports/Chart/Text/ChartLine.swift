/// One line of a chart under construction, a column a cell; what is written into it is fit to print.
struct ChartLine {
  private struct Cell {
    /// One letter; empty where the letter before it is wide.
    var text: String
    var ink: Ink
  }

  private var cells: [Cell]

  init(width: Int) {
    cells = Array(repeating: Cell(text: " ", ink: .plain), count: max(0, width))
  }

  var width: Int { cells.count }

  /// The letter of a column; empty under the second half of a wide one, and outside the line.
  subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column].text : "" }

  /// Whether nothing stands in these columns; what is outside the line is free.
  func isFree(_ columns: Range<Int>) -> Bool {
    columns.clamped(to: 0..<cells.count).allSatisfy { cells[$0].text == " " }
  }

  mutating func put(_ glyph: String, at column: Int, _ ink: Ink = .plain) {
    guard cells.indices.contains(column) else { return }
    cells[column] = Cell(text: glyph, ink: ink)
  }

  /// Writes from a column on, as far as the line goes.
  mutating func write(_ shown: String, at column: Int, _ ink: Ink = .plain) {
    var place = column
    for letter in shown {
      let taken = max(1, DisplayWidth.of(letter))
      guard place >= 0, place + taken <= cells.count else { return }
      cells[place] = Cell(text: letter == "\u{A0}" ? " " : String(letter), ink: ink)
      if taken == 2 { cells[place + 1] = Cell(text: "", ink: ink) }
      place += taken
    }
  }

  /// Without the spaces at its end, and never broken.
  var phrase: Phrase {
    let end = cells.lastIndex { $0.text != " " }.map { $0 + 1 } ?? 0
    var phrase = Phrase("")
    var run = ""
    var ink = Ink.plain
    for cell in cells[..<end] {
      if cell.ink != ink {
        phrase += Phrase(run, ink)
        run = ""
        ink = cell.ink
      }
      run += cell.text == " " ? "\u{A0}" : cell.text
    }
    return phrase + Phrase(run, ink)
  }
}

extension String {
  /// As much of it as fits, *ellipsis* at the end where something was cut.
  func cut(to width: Int, _ ellipsis: String) -> String {
    guard DisplayWidth.of(self) > width else { return self }
    var kept = ""
    var used = DisplayWidth.of(ellipsis)
    guard used <= width else { return "" }
    for letter in self {
      used += DisplayWidth.of(letter)
      guard used <= width else { break }
      kept.append(letter)
    }
    return kept + ellipsis
  }
}
