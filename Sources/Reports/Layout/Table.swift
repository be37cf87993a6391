/// Rows under headings; a table too wide for its page breaks words inside its columns, never values
/// off the edge.
struct Table {
  struct Column {
    let heading: String
    /// Numbers stand at the right.
    let isNumber: Bool

    init(_ heading: String, number: Bool = false) {
      self.heading = heading
      isNumber = number
    }
  }

  let columns: [Column]
  /// Columns of space between two.
  let gap: Int
  private(set) var rows: [[Phrase]] = []

  init(_ columns: [Column], gap: Int = 2) {
    self.columns = columns
    self.gap = gap
  }

  mutating func add(_ row: [Phrase]) { rows.append(row) }

  /// The width that it would take unbroken.
  func naturalWidth(_ style: Style) -> Int {
    let widths = naturalWidths(style)
    return widths.reduce(0, +) + gap * (widths.count - 1)
  }

  func lines(_ style: Style) -> [String] {
    let widths = fitted(naturalWidths(style), style)
    var lines = line(columns.map { Phrase($0.heading, .strong) }, widths, style)
    for row in rows { lines += line(row, widths, style) }
    return lines
  }

  /// Of the widest cell, and of the longest word of the heading, which may stand on several lines.
  private func naturalWidths(_ style: Style) -> [Int] {
    widths(style) { Cells($0, style).width }
  }

  private func widths(_ style: Style, of cell: (Phrase) -> Int) -> [Int] {
    var widths = columns.map { Cells(Phrase($0.heading), style).longestWord }
    for row in rows {
      for (place, phrase) in row.enumerated() where place < widths.count {
        widths[place] = max(widths[place], cell(phrase))
      }
    }
    return widths
  }

  /// Takes from the widest column until the page holds all of them: first between words, and inside
  /// them only where that is not enough.
  private func fitted(_ natural: [Int], _ style: Style) -> [Int] {
    var fitted = natural
    var over = natural.reduce(0, +) + gap * (natural.count - 1) - style.width
    guard over > 0 else { return natural }
    let words = widths(style) { Cells($0, style).longestWord }
    for least in [words, natural.map { min($0, 2) }] {
      while over > 0 {
        let widest = fitted.indices.filter { fitted[$0] > least[$0] }
          .max { fitted[$0] < fitted[$1] }
        guard let widest else { break }
        fitted[widest] -= 1
        over -= 1
      }
    }
    return spread(fitted, natural, style)
  }

  /// Gives what broken lines leave free to the columns that were narrowed most.
  private func spread(_ fitted: [Int], _ natural: [Int], _ style: Style) -> [Int] {
    var used = columns.enumerated().map { place, column in
      Cells(Phrase(column.heading), style).lines(width: fitted[place]).map(\.width).max() ?? 0
    }
    for row in rows {
      for (place, phrase) in row.enumerated() where place < used.count {
        let lines = Cells(phrase, style).lines(width: fitted[place])
        used[place] = max(used[place], lines.map(\.width).max() ?? 0)
      }
    }
    var free = zip(fitted, used).reduce(0) { $0 + $1.0 - $1.1 }
    while free > 0 {
      let most = used.indices.filter { used[$0] < natural[$0] }
        .max { natural[$0] - used[$0] < natural[$1] - used[$1] }
      guard let most else { break }
      used[most] += 1
      free -= 1
    }
    return used
  }

  private func line(_ row: [Phrase], _ widths: [Int], _ style: Style) -> [String] {
    let cells = zip(row, widths).map { Cells($0, style).lines(width: $1) }
    let height = max(1, cells.map(\.count).max() ?? 1)
    return (0..<height).map { level in
      var text = ""
      var filled = 0
      var start = 0
      for (place, lines) in cells.enumerated() {
        defer { start += widths[place] + gap }
        guard level < lines.count else { continue }
        let line = lines[level]
        let shift = columns[place].isNumber ? max(0, widths[place] - line.width) : 0
        text += String(repeating: " ", count: max(0, start + shift - filled)) + line.text
        filled = start + shift + line.width
      }
      return text
    }
  }
}
