/// A piece of a summary, which text and HTML both show: the same words and the same numbers.
enum SummaryBlock {
  case heading(String)
  case words(Phrase)
  /// Smaller, below what it is about.
  case remark(Phrase)
  case table(SummaryTable)
  /// What a table beside them says already, side by side; only HTML draws them.
  case plots([SummaryPlot])
}

/// A small plot with what it shows.
struct SummaryPlot {
  let title: String
  let drawing: Markup

  static func bars(_ title: String, _ rows: [BarPlot.Row]) -> SummaryPlot {
    SummaryPlot(title: title, drawing: BarPlot(title: title, rows: rows).markup)
  }

  static func classes(_ title: String, unit: String, _ classes: [Histogram.Class]) -> SummaryPlot {
    SummaryPlot(
      title: title,
      drawing: Histogram(title: title, unit: unit, classes: classes).markup
    )
  }

  static func digits(_ title: String, _ counts: [Int]) -> SummaryPlot {
    SummaryPlot(title: title, drawing: DigitPlot(title: title, counts: counts).markup)
  }
}

/// Rows under headings, the first cell of each naming the row.
struct SummaryTable {
  /// What it lists, for whoever hears it read.
  let caption: String
  let columns: [Table.Column]
  var rows: [[Phrase]] = []

  /// The first column is of words, the others are of numbers.
  init(_ caption: String, _ first: String, _ numbers: [String]) {
    self.caption = caption
    columns = [Table.Column(first)] + numbers.map { Table.Column($0, number: true) }
  }

  mutating func add(_ name: Phrase, _ cells: [String]) {
    rows.append([name] + cells.map { Phrase($0) })
  }
}
