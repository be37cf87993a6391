/// The table of vital signs in lines.
///
/// Signs that do not fit beside each other continue in a second table; none is left out.
struct VitalsLines {
  private let sets: VitalsTable

  init(_ sets: VitalsTable) { self.sets = sets }

  func add(to page: inout Page) {
    guard !sets.rows.isEmpty else {
      page.add(Phrase(VitalsTable.none))
      addChanges(to: &page)
      return
    }
    for table in tables(page.style) { page.add(table) }
    for (place, note) in sets.notes.enumerated() {
      page.add(Phrase(note), after: "[\(place + 1)] ")
    }
    addChanges(to: &page)
    page.add(sets.legend.map { Phrase($0.unbroken) }.joined("  "))
  }

  private func addChanges(to page: inout Page) {
    for change in sets.changes { page.add(change.phrase, after: Phrase(change.label)) }
  }

  /// One table where all columns fit, more where they do not; each repeats number and time.
  private func tables(_ style: Style) -> [Table] {
    var tables: [Table] = []
    var block: [VitalsColumn] = []
    for column in sets.columns {
      if !block.isEmpty, table(block + [column]).naturalWidth(style) > style.width {
        tables.append(table(block))
        block = []
      }
      block.append(column)
    }
    return tables + [table(block)]
  }

  private func table(_ columns: [VitalsColumn]) -> Table {
    var table = Table(
      [Table.Column("#", number: true), Table.Column("Time"), Table.Column("T+")]
        + columns.map { Table.Column(sets.heading($0), number: $0.isNumber) }
        + [Table.Column("By")],
      gap: 1
    )
    for row in sets.rows {
      table.add(
        [Phrase("\(row.number)"), row.time, Phrase(row.since)]
          + columns.map { row.cells[$0] ?? "" } + [Phrase(row.by)]
      )
    }
    return table
  }
}
