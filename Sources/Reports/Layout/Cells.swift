/// A phrase as it will be printed, letter by letter, so that it can be measured, broken and inked.
struct Cells {
  private struct Cell {
    let letter: Character
    let width: Int
    let ink: Ink
  }

  private var cells: [Cell] = []
  private let style: Style

  init(_ phrase: Phrase, _ style: Style) {
    self.style = style
    for span in phrase.spans {
      let shown = style.shown(span.text)
      let marked = span.ink == .struck ? "~~\(shown)~~" : shown
      for letter in marked {
        cells.append(Cell(letter: letter, width: DisplayWidth.of(letter), ink: span.ink))
      }
    }
  }

  var width: Int { Cells.width(cells[...]) }

  /// The widest run without a space.
  var longestWord: Int {
    cells.split { $0.letter == " " }.map { Cells.width($0) }.max() ?? 0
  }

  /// The lines of it, none wider than *width*: broken at spaces, and inside a word only where it is
  /// longer than a line.
  func lines(width: Int, first: Int? = nil) -> [Line] {
    var lines: [Line] = []
    var rest = cells[...]
    while !rest.isEmpty {
      let room = max(1, lines.isEmpty ? first ?? width : width)
      let (line, next) = Cells.cut(rest, room)
      lines.append(Line(text: inked(line), width: Cells.width(line)))
      rest = next
    }
    return lines
  }

  /// A line ready to print, with the columns that it takes.
  struct Line {
    let text: String
    let width: Int
  }

  private static func width(_ cells: ArraySlice<Cell>) -> Int { cells.reduce(0) { $0 + $1.width } }

  private static func cut(
    _ cells: ArraySlice<Cell>,
    _ room: Int
  ) -> (ArraySlice<Cell>, ArraySlice<Cell>) {
    var used = 0
    var end = cells.startIndex
    while end < cells.endIndex, used + cells[end].width <= room {
      used += cells[end].width
      end += 1
    }
    guard end < cells.endIndex else { return (trimmed(cells), []) }
    var place = end
    while place > cells.startIndex, cells[place].letter != " " { place -= 1 }
    if place == cells.startIndex {
      // One long word: it is cut where the line ends, and at least one letter moves on.
      let cut = max(end, cells.startIndex + 1)
      return (cells[..<cut], cells[cut...])
    }
    return (trimmed(cells[..<place]), cells[place...].drop { $0.letter == " " })
  }

  private static func trimmed(_ cells: ArraySlice<Cell>) -> ArraySlice<Cell> {
    var kept = cells
    while kept.last?.letter == " " { kept.removeLast() }
    return kept
  }

  private func inked(_ cells: ArraySlice<Cell>) -> String {
    var text = ""
    var ink = Ink.plain
    for cell in cells {
      if style.colour, cell.ink != ink {
        if ink.sequence != nil { text += Ink.end }
        text += cell.ink.sequence ?? ""
        ink = cell.ink
      }
      text.append(cell.letter == "\u{A0}" ? " " : cell.letter)
    }
    if ink.sequence != nil { text += Ink.end }
    return text
  }
}
