import Monitoring
import SessionRecord

/// NEWS2 at every set, both totals, and what was missing of it; nothing where the protocol has none.
struct NEWS2Section {
  private let words: SessionWords
  private let terms: NEWS2Terms?

  init(_ words: SessionWords) {
    self.words = words
    terms = words.file.monitoringProtocol.news2
  }

  func add(to page: inout some Sheet) {
    guard let terms else { return }
    page.heading("NEWS2")
    guard !words.news2.isEmpty else {
      page.add("No set has a value of it.")
      return
    }
    var table = Table([
      .init("#", number: true), .init("Time"), .init("T+"), .init("NEWS2", number: true),
      .init("Without consciousness", number: true), .init("Risk"), .init("Alone at 3"),
      .init("Missing"),
    ])
    for reading in words.news2 { table.add(row(reading)) }
    page.add(table, labels: 3)
    let within = SpanText.duration(terms.within)
    page.small(
      "Each parameter by its last usable value of the \(within) to the set; SpO2 on scale\u{A0}\(scale)."
    )
    var legend = ["≥ incomplete, at least so much", "? with an unverified value"]
    if words.news2.contains(where: \.score.isConfusionExpected) {
      legend.append("risk without consciousness where C is expected")
    }
    page.small(legend.map { Phrase($0.unbroken) }.joined("  "))
  }

  private var scale: Int {
    (words.chart.opening ?? words.file.session.opening).spo2Scale.rawValue
  }

  private func row(_ reading: NEWS2Reading) -> [Phrase] {
    let text = NEWS2Text(reading)
    let score = reading.score
    let expected = score.isConfusionExpected ? " (C\u{A0}expected)" : ""
    return [
      Phrase("\(reading.entry)"),
      Phrase(words.clock.clock(reading.observed, near: words.file.session.opened.instant)),
      Phrase(words.sinceTimeZero(reading.observed)), Phrase(text.total(score.total)),
      Phrase(text.total(score.totalWithoutConsciousness) + expected),
      Phrase(score.riskWords),
      Phrase(NEWS2Text.names(score.singles) ?? "–"), Phrase(text.missing ?? "none"),
    ]
  }
}
