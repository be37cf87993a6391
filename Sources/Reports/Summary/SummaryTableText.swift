/// A summary's table as lines of text, in which a row's title stays readable at every width.
///
/// Where the page is too narrow for all of it, columns of nothing but 0 give way first and are named below;
/// then titles take two lines, then a line of their own above their numbers; and last every number stands
/// beside its heading. No number is left out in any of them.
struct SummaryTableText {
  private let table: SummaryTable
  private let style: Style

  init(_ table: SummaryTable, _ style: Style) {
    self.table = table
    self.style = style
  }

  func add(to page: inout Page) {
    let places = Array(table.columns.indices.dropFirst())
    guard width(of: places) > style.width else { return page.add(lines(of: places)) }
    let zeros = places.filter(isZero)
    let shown = places.filter { !isZero($0) }
    if hasRoomForTitles(beside: shown) {
      page.add(lines(of: shown))
      addZeros(zeros, to: &page)
    } else if lines(of: shown, titled: false).naturalWidth(style) <= style.width {
      addAbove(shown, to: &page)
      addZeros(zeros, to: &page)
    } else {
      addList(places, to: &page)
    }
  }

  // MARK: - As a table

  private func lines(of places: [Int], titled: Bool = true) -> Table {
    var lines = Table([table.columns[0]] + places.map { table.columns[$0] })
    for row in table.rows { lines.add([titled ? row[0] : ""] + places.map { row[$0] }) }
    return lines
  }

  private func width(of places: [Int]) -> Int { lines(of: places).naturalWidth(style) }

  /// Whether every title has its words whole on two lines at the most.
  private func hasRoomForTitles(beside places: [Int]) -> Bool {
    let numbers = lines(of: places, titled: false)
    let first = Cells(Phrase(table.columns[0].heading, .strong), style).width
    let room = style.width - (numbers.naturalWidth(style) - first)
    return table.rows.allSatisfy { row in
      let title = Cells(row[0], style)
      return title.longestWord <= room && title.lines(width: max(1, room)).count <= 2
    }
  }

  /// Numbers under their headings, each row below its title.
  private func addAbove(_ places: [Int], to page: inout Page) {
    let lines = lines(of: places, titled: false).lines(style)
    let heads = lines.count - table.rows.count
    for line in lines.prefix(heads) { page.add(line: line) }
    for (row, line) in zip(table.rows, lines.dropFirst(heads)) {
      page.add(row[0])
      page.add(line: line)
    }
  }

  /// Whether nothing but 0 stands in it.
  private func isZero(_ place: Int) -> Bool { table.rows.allSatisfy { $0[place].text == "0" } }

  private func addZeros(_ places: [Int], to page: inout Page) {
    guard !places.isEmpty else { return }
    let names = places.map { table.columns[$0].heading.lowercased().unbroken }
    page.add("0 in every row: " + Phrase(names.joined(separator: ", ")) + ".", indent: 2)
  }

  // MARK: - As a list

  /// `sessions 11, required 110, kept 85` below each title.
  private func addList(_ places: [Int], to page: inout Page) {
    for row in table.rows {
      page.add(row[0].inked(.strong))
      let numbers = places.map { place in
        Phrase("\(table.columns[place].heading.lowercased())\u{A0}".unbroken) + row[place].unbroken
      }
      page.add(numbers.joined(", "), indent: 2)
    }
  }
}
