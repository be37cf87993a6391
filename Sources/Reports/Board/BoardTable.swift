/// The board's table: a line a session, and nothing wider than the page.
///
/// Values keep their whole width; the patient's column has what is left, and a name that is longer ends in
/// `…`.
struct BoardTable {
  let columns: [BoardColumn]
  private let widths: [Int]
  private let cells: [[Phrase]]
  private let style: Style

  private let gap: Int
  /// Names of rooms and phases that are longer are cut.
  private static let most: [BoardColumn: Int] = [.room: 10, .phase: 20]
  /// What a name should have at least, before values move below the row.
  private static let leastPatient = 14

  init(_ sessions: [BoardWords], columns wanted: [BoardColumn], gap: Int, style: Style) {
    self.style = style
    self.gap = gap
    var columns = wanted
    var widths: [Int]
    while true {
      widths = BoardTable.natural(columns, sessions, style)
      let patient = columns.firstIndex(of: .patient) ?? 0
      let others = widths.reduce(0, +) - widths[patient] + gap * (columns.count - 1)
      let room = style.width - others
      let last = columns.lastIndex { BoardTable.isMovable($0) }
      if room >= min(widths[patient], BoardTable.leastPatient) || last == nil {
        widths[patient] = max(1, min(widths[patient], room))
        break
      }
      if let last { columns.remove(at: last) }
    }
    self.columns = columns
    self.widths = widths
    cells = sessions.map { words in columns.map { $0.cell(words) } }
  }

  private static func natural(
    _ columns: [BoardColumn],
    _ sessions: [BoardWords],
    _ style: Style
  ) -> [Int] {
    columns.map { column in
      let widest = sessions.reduce(Cells(Phrase(column.heading), style).width) {
        max($0, Cells(column.cell($1), style).width)
      }
      return min(widest, most[column] ?? widest)
    }
  }

  /// What is said below the row instead, where the page is too narrow.
  private static func isMovable(_ column: BoardColumn) -> Bool {
    switch column {
    case .sign, .session, .phase, .criteria: true
    case .room, .patient, .sinceDose, .pressure, .age, .timeAndAge, .whenDue, .flags: false
    }
  }

  var heading: String { line(columns.map { Phrase($0.heading, .strong) }) }

  func row(_ place: Int) -> String { line(cells[place]) }

  private func line(_ cells: [Phrase]) -> String {
    var text = ""
    var filled = 0
    var start = 0
    for (place, cell) in cells.enumerated() {
      // The narrowest page has less room than the values take.
      let width = min(widths[place], style.width - start)
      guard width > 0 else { break }
      let cut = BoardLine.cut(cell, to: width, style)
      let shift = columns[place].isNumber ? max(0, width - cut.width) : 0
      if cut.width > 0 {
        text += String(repeating: " ", count: start + shift - filled) + cut.text
        filled = start + shift + cut.width
      }
      start += width + gap
    }
    return text
  }
}

/// One line of a board.
enum BoardLine {
  /// A phrase cut to so many columns, at a word where there is one, with `…` where something is missing.
  static func cut(_ phrase: Phrase, to width: Int, _ style: Style) -> (text: String, width: Int) {
    let cells = Cells(phrase, style)
    guard cells.width > width else {
      return (cells.lines(width: max(1, width)).first?.text ?? "", cells.width)
    }
    let dots = style.shown("…")
    guard let first = cells.lines(width: max(1, width - dots.count)).first, width > dots.count
    else { return (String(dots.prefix(max(0, width))), max(0, min(width, dots.count))) }
    return (first.text + dots, first.width + dots.count)
  }

  /// As many phrases of a list as fit, and how many more there are; the first is cut where not even that
  /// one does.
  static func listed(
    _ parts: [Phrase],
    to width: Int,
    _ style: Style
  ) -> (text: String, width: Int) {
    guard let first = parts.first else { return ("", 0) }
    for count in stride(from: parts.count, to: 0, by: -1) {
      let phrase = parts.prefix(count).joined("; ") + more(parts.count - count)
      if Cells(phrase, style).width <= width { return cut(phrase, to: width, style) }
    }
    guard parts.count > 1 else { return cut(first, to: width, style) }
    let rest = Cells(more(parts.count - 1), style).width
    let start = cut(first, to: width - rest, style)
    let end = cut(more(parts.count - 1), to: width - start.width, style)
    return (start.text + end.text, start.width + end.width)
  }

  private static func more(_ count: Int) -> Phrase {
    count == 0 ? "" : Phrase(" and\u{A0}\(count)\u{A0}more")
  }

  /// A list and a phrase beside each other, each cut where both do not fit.
  static func halves(_ left: [Phrase], _ right: Phrase, width: Int, _ style: Style) -> String {
    let gap = 2
    let (one, other) = (Cells(left.joined("; "), style).width, Cells(right, style).width)
    let room = width - gap
    let half = room / 2
    let leftRoom = other <= half ? room - other : min(one, half)
    let start = listed(left, to: leftRoom, style)
    let end = cut(right, to: room - start.width, style)
    return start.text + String(repeating: " ", count: gap) + end.text
  }
}
