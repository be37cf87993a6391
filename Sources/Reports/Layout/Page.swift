/// Lines of text under construction, none wider than the style's width.
struct Page: Sheet {
  let style: Style
  private(set) var lines: [String] = []

  init(_ style: Style) { self.style = style }

  /// Without a line break at the end.
  var text: String { lines.joined(separator: "\n") }

  /// A paragraph: its first line begins with *label*, and what follows hangs under the words.
  mutating func add(_ phrase: Phrase, after label: Phrase, indent: Int) {
    let head = Cells(label, style)
    // A label that leaves no room stands on a line of its own.
    if indent + head.width > style.width - 16, !label.isEmpty {
      add(label, indent: indent)
      add(phrase, indent: indent + 2)
      return
    }
    let hang = indent + head.width
    let space = String(repeating: " ", count: indent)
    let words = Cells(phrase, style).lines(width: style.width - hang)
    let start = space + (head.lines(width: style.width).first?.text ?? "")
    let pad = String(
      repeating: " ",
      count: hang - indent - (head.lines(width: style.width).first?.width ?? 0)
    )
    guard let first = words.first else {
      lines.append(trimmedEnd(start))
      return
    }
    lines.append(start + pad + first.text)
    let hanging = String(repeating: " ", count: hang)
    for line in words.dropFirst() { lines.append(hanging + line.text) }
  }

  /// Two phrases on one line, at its ends; on two lines where they do not fit.
  mutating func add(_ left: Phrase, right: Phrase) {
    let leftCells = Cells(left, style)
    let rightCells = Cells(right, style)
    guard leftCells.width + rightCells.width + 2 <= style.width,
      let start = leftCells.lines(width: style.width).first,
      let end = rightCells.lines(width: style.width).first
    else {
      add(left)
      add(right)
      return
    }
    let gap = style.width - start.width - end.width
    lines.append(start.text + String(repeating: " ", count: gap) + end.text)
  }

  mutating func rule() {
    lines.append(style.shown(String(repeating: "─", count: style.width)))
  }

  /// A heading over what follows, with a blank line before it.
  mutating func heading(_ words: Phrase) {
    blank()
    add(words.inked(.strong))
  }

  mutating func blank() { lines.append("") }

  /// A line that is laid out already.
  mutating func add(line: String) { lines.append(line) }

  mutating func small(_ phrase: Phrase) { add(phrase) }

  mutating func add(_ table: Table) { lines += table.lines(style) }
  mutating func add(_ table: Table, labels: Int) { add(table) }
  mutating func add(_ entries: EntryRows) { entries.add(to: &self) }
  mutating func add(_ flags: FlagTable) { flags.add(to: &self) }
  mutating func add(_ sets: VitalsTable) { sets.add(to: &self) }
  mutating func add(_ criteria: CriteriaTable, below remark: Phrase) {
    add(criteria.table)
    small(remark)
  }
  mutating func add(_ corrections: CorrectionTable) { corrections.add(to: &self) }

  private func trimmedEnd(_ text: String) -> String {
    var kept = text
    while kept.last == " " { kept.removeLast() }
    return kept
  }
}
