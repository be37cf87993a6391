import Testing

@testable import Reports

/// A summary's tables at widths that do not hold them.
struct SummaryTableTests {
  private static let titles = [
    "blood pressure and heart rate", "dissociation",
    "nausea, vomiting, headache, dizziness and anxiety", "SpO2 and respiratory rate",
  ]

  /// The numbers of each row differ from every other but for the zeros.
  private func table(_ numbers: Int) -> SummaryTable {
    var table = SummaryTable(
      "Readings by group",
      "Group",
      ["Sessions", "Required", "Kept", "% kept", "Late", "Not obtained", "Put off", "Missed"]
        .prefix(numbers).map(\.self)
    )
    for (place, title) in SummaryTableTests.titles.enumerated() {
      table.add(
        Phrase(title),
        (0..<numbers).map { [2, 4].contains($0) ? "0" : "\((place + 1) * 100 + $0)" }
      )
    }
    return table
  }

  private func lines(_ table: SummaryTable, _ width: Int) -> [String] {
    var page = Page(Style(width: width))
    SummaryTableText(table, page.style).add(to: &page)
    return page.lines
  }

  @Test func `keeps the words of titles and headings whole, and every number, at each width`() {
    for numbers in 1...8 {
      for width in 40...140 {
        let lines = lines(table(numbers), width)
        let text = lines.joined(separator: "\n")
        let said = "\(numbers) numbers, \(width) columns\n\(text)"
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(said)")
        let words = Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
        for title in SummaryTableTests.titles {
          #expect(words.isSuperset(of: title.split(separator: " ").map(String.init)), "\(said)")
        }
        for row in table(numbers).rows {
          for cell in row.dropFirst() where cell.text != "0" {
            #expect(words.contains { $0.hasPrefix(cell.text) }, "\(said)")
          }
        }
        // A zero stands in its row, or its column is named below.
        if numbers > 2, !words.contains(where: { ["0", "0,"].contains($0) }) {
          Issue.record("\(said)")
        }
      }
    }
  }

  @Test func `leaves out columns of nothing but 0 only where they have no room, and names them`() {
    let wide = lines(table(8), 140)
    #expect(wide.count == 6)
    #expect(!wide.contains { $0.contains("in every row") })
    let narrow = lines(table(8), 100)
    #expect(narrow.last == "  0 in every row: kept, late.")
    #expect(!narrow.prefix(2).contains { $0.contains("Late") })
  }

  @Test func `puts each title above its numbers where it would take many lines`() {
    #expect(
      lines(table(8), 64).suffix(9) == [
        "blood pressure and heart rate",
        "            100       101   103       105  106     107",
        "dissociation",
        "            200       201   203       205  206     207",
        "nausea, vomiting, headache, dizziness and anxiety",
        "            300       301   303       305  306     307",
        "SpO2 and respiratory rate",
        "            400       401   403       405  406     407",
        "  0 in every row: kept, late.",
      ]
    )
  }

  @Test func `says each number with its heading where not even they fit`() {
    #expect(
      lines(table(8), 44).prefix(4) == [
        "blood pressure and heart rate",
        "  sessions 100, required 101, kept 0,",
        "  % kept 103, late 0, not obtained 105,",
        "  put off 106, missed 107",
      ]
    )
  }
}
