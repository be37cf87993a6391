import SessionRecord

/// The table of vital signs on a page; many sets stand in two or three blocks beside each other.
struct VitalsMarkup {
  private let sets: VitalsTable
  private let blocks: Int

  init(_ sets: VitalsTable) {
    self.sets = sets
    blocks = sets.rows.count <= 18 ? 1 : sets.rows.count <= 30 ? 2 : 3
  }

  /// Whether the sets stand beside each other.
  var isDense: Bool { blocks > 1 }

  var markup: Markup {
    var markup = Markup()
    // One return, as in EventMarkup.
    if sets.rows.isEmpty {
      markup.element("p", text: VitalsTable.none)
      addNotes(to: &markup)
    } else if !isDense {
      add(sets.rows[...], to: &markup)
      addNotes(to: &markup)
    } else {
      let height = (sets.rows.count + blocks - 1) / blocks
      markup.element("div", .class(blocks == 2 ? "two halves dense" : "two thirds dense")) { row in
        for block in 0..<blocks {
          row.line()
          row.element("div") { add(sets.rows.dropFirst(block * height).prefix(height), to: &$0) }
        }
      }
      markup.line()
      markup.element("div", .class("run")) { run in
        run.line()
        addBelow(to: &run)
        addNotes(to: &run)
      }
      markup.line()
    }
    return markup
  }

  // MARK: - Columns

  /// Beside each other there is room for what changes from set to set; the rest stands below.
  private var columns: [VitalsColumn] {
    sets.columns.filter { !isRare($0) && !(blocks == 3 && isSteady($0)) }
  }

  /// Whether no more than a quarter of the sets have something in it.
  private func isRare(_ column: VitalsColumn) -> Bool {
    switch column {
    case .bloodPressure, .mean, .sign(.heartRate), .sign(.spo2): return false
    case .sign: break
    }
    return isDense && sets.rows.count { !isEmpty($0.cells[column]) } * 4 <= sets.rows.count
  }

  /// Whether it is a level that one value has in three quarters of the sets.
  private func isSteady(_ column: VitalsColumn) -> Bool {
    switch column {
    case .sign(.consciousness), .sign(.moaas), .sign(.rass): break
    case .bloodPressure, .mean, .sign: return false
    }
    return usual(column).count * 4 >= sets.rows.count * 3
  }

  /// What most sets have in a column, and how many.
  private func usual(_ column: VitalsColumn) -> (text: String, count: Int) {
    var counts: [String: Int] = [:]
    for row in sets.rows { counts[row.cells[column]?.text ?? "", default: 0] += 1 }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most.map { ($0.key, $0.value) } ?? ("", 0)
  }

  private func isEmpty(_ cell: Phrase?) -> Bool { cell.map { $0.text == "–" } ?? true }

  /// In blocks there is no room to name them; the values are marked all the same.
  private var hasFlags: Bool { !isDense && sets.rows.contains { !$0.flags.isEmpty } }

  /// Who typed all of them; nil where several did.
  private var onlyAuthor: String? {
    guard isDense, let first = sets.rows.first?.by, sets.rows.allSatisfy({ $0.by == first })
    else { return nil }
    return first
  }

  private func add(_ rows: ArraySlice<VitalsTable.Row>, to markup: inout Markup) {
    markup.element("table", .class("vitals")) { table in
      var headings = [("#", true), ("Time", false)]
      if blocks < 3 { headings.append(("T+", false)) }
      headings += columns.map { (sets.heading($0), $0.isNumber) }
      if hasFlags { headings.append(("Flag", false)) }
      if onlyAuthor == nil { headings.append(("By", false)) }
      table.head(headings)
      table.element("tbody") { body in
        body.line()
        for row in rows { add(row, to: &body) }
      }
    }
    markup.line()
  }

  private func add(_ row: VitalsTable.Row, to body: inout Markup) {
    body.element("tr", .class(row.flags.isEmpty ? "set" : "set flagged")) { tr in
      tr.element(
        "th",
        Markup.Attribute("scope", "row"),
        .class("number"),
        text: "\(row.number)"
      )
      tr.element("td", .class("nowrap")) { $0.phrase(row.time) }
      if blocks < 3 { tr.element("td", .class("nowrap"), text: row.since) }
      for column in columns {
        tr.element("td", .class(column.isNumber ? "number nowrap" : "nowrap")) {
          $0.phrase(row.cells[column] ?? "")
        }
      }
      if hasFlags { tr.element("td") { $0.phrase(row.flags.joined(" ")) } }
      if onlyAuthor == nil { tr.element("td", text: row.by) }
    }
    body.line()
  }

  // MARK: - Below

  /// `Temp °C: 36.6 in #3 #9, 36.7 in #40`, or `ACVPU: A in every set but C in #43`.
  private func addBelow(to markup: inout Markup) {
    let below = sets.columns.filter { !columns.contains($0) }.map(below)
    guard !below.isEmpty else { return }
    markup.element("p", .class("p")) { $0.phrase(below.joined("  ")) }
    markup.line()
  }

  private func below(_ column: VitalsColumn) -> Phrase {
    let usual = isRare(column) ? "–" : usual(column).text
    var groups: [(cell: Phrase, sets: [String])] = []
    for row in sets.rows {
      let cell = row.cells[column] ?? "–"
      guard cell.text != usual else { continue }
      if let same = groups.firstIndex(where: { $0.cell.text == cell.text }) {
        groups[same].sets.append("#\(row.number)")
      } else {
        groups.append((cell, ["#\(row.number)"]))
      }
    }
    let others = groups.map { $0.cell + Phrase("\u{A0}in\u{A0}" + $0.sets.joined(separator: " ")) }
    var said = others.joined(", ")
    if !isRare(column) {
      said = others.isEmpty ? "\(usual) in every set" : "\(usual) in every set but " + said
    }
    return Phrase(sets.heading(column).unbroken, .strong) + ": " + said
  }

  private func addNotes(to markup: inout Markup) {
    var sheet = PageSheet()
    // What was corrected or withdrawn stands in full among the corrections.
    if isDense, !sets.notes.isEmpty {
      sheet.add(sets.notes.enumerated().map { Phrase("[\($0 + 1)]\u{A0}\($1)") }.joined("  "))
    } else {
      for (place, note) in sets.notes.enumerated() {
        sheet.add(Phrase(note), after: "[\(place + 1)] ")
      }
    }
    let author = onlyAuthor.map { ["all entered by \($0)"] } ?? []
    let legend = (author + sets.legend).map { Phrase($0.count > 30 ? $0 : $0.unbroken) }
    sheet.small(legend.joined("  "))
    markup.add(sheet.markup)
  }
}
