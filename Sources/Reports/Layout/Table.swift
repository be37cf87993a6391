/// Rows under headings; a table too wide for its page breaks words inside its columns, never values
/// off the edge.
struct Table {
  struct Column {
    let heading: String
    /// Numbers stand at the right.
    let isNumber: Bool
    /// Whether it takes what a page has left.
    let isWide: Bool

    init(_ heading: String, number: Bool = false, isWide: Bool = false) {
      self.heading = heading
      isNumber = number
      self.isWide = isWide
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
  func naturalWidth(_ style: Style) -> Int { LaidOut(self, style).naturalWidth }

  func lines(_ style: Style) -> [String] { LaidOut(self, style).lines }
}

/// A table's cells, each measured once, and the widths that its columns get on a page.
private struct LaidOut {
  private let table: Table
  private let style: Style
  private let headings: [Cells]
  private let rows: [[Cells]]
  /// Of the widest cell, and of the longest word of the heading, which may stand on several lines.
  private let natural: [Int]

  init(_ table: Table, _ style: Style) {
    self.table = table
    self.style = style
    headings = table.columns.map { Cells(Phrase($0.heading, .strong), style) }
    rows = table.rows.map { $0.prefix(table.columns.count).map { Cells($0, style) } }
    natural = LaidOut.widths(headings, rows) { $0.width }
  }

  var naturalWidth: Int { natural.reduce(0, +) + table.gap * (natural.count - 1) }

  var lines: [String] {
    let widths = fitted
    var lines = line(headings, widths)
    for row in rows { lines += line(row, widths) }
    return lines
  }

  private static func widths(
    _ headings: [Cells],
    _ rows: [[Cells]],
    of width: (Cells) -> Int
  ) -> [Int] {
    var widths = headings.map(\.longestWord)
    for row in rows {
      for (place, cells) in row.enumerated() { widths[place] = max(widths[place], width(cells)) }
    }
    return widths
  }

  /// Takes from the widest column until the page holds all of them: first between words, and inside
  /// them only where that is not enough.
  private var fitted: [Int] {
    var fitted = natural
    var over = naturalWidth - style.width
    guard over > 0 else { return natural }
    let words = LaidOut.widths(headings, rows) { $0.longestWord }
    for least in [words, natural.map { min($0, 2) }] {
      while over > 0 {
        let widest = fitted.indices.filter { fitted[$0] > least[$0] }
          .max { fitted[$0] < fitted[$1] }
        guard let widest else { break }
        fitted[widest] -= 1
        over -= 1
      }
    }
    return spread(fitted)
  }

  /// Gives what broken lines leave free to the columns that were narrowed most.
  private func spread(_ fitted: [Int]) -> [Int] {
    var used = fitted.map { _ in 0 }
    for row in [headings] + rows {
      for (place, cells) in row.enumerated() where used[place] < fitted[place] {
        used[place] = max(used[place], cells.widestLine(width: fitted[place]))
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

  private func line(_ row: [Cells], _ widths: [Int]) -> [String] {
    let cells = zip(row, widths).map { $0.lines(width: $1) }
    let height = max(1, cells.map { $0.count }.max() ?? 1)
    return (0..<height).map { level in
      var printed: [UInt8] = []
      var filled = 0
      var start = 0
      for (place, lines) in cells.enumerated() {
        defer { start += widths[place] + table.gap }
        guard level < lines.count else { continue }
        let line = lines[level]
        let shift = table.columns[place].isNumber ? max(0, widths[place] - line.width) : 0
        printed += repeatElement(UInt8(ascii: " "), count: max(0, start + shift - filled))
        printed += line.bytes
        filled = start + shift + line.width
      }
      return String(decoding: printed, as: UTF8.self)
    }
  }
}
