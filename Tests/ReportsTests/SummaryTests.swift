import Foundation
import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// Sessions together, in every format.
struct SummaryTests {
  private static let styles = [
    (Style(width: 80), "80"), (Style(width: 120), "120"),
    (Style(width: 80, ascii: true), "80-ascii"),
  ]

  @Test(arguments: styles) func `prints the summary`(style: Style, name: String) throws {
    let sample = try SummarySample()
    let text = SummaryText(
      sample.review,
      sample.titles,
      of: try SummarySample.november(),
      style: style
    ).text
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= style.width })
    try Golden.check(text, "summary-\(name).txt")
  }

  @Test func `writes the summary as page, document and table`() throws {
    let sample = try SummarySample()
    let scope = try SummarySample.november()
    let (page, style) = try PageGoldenTests.split(html(sample, scope))
    try Golden.check(page, "summary.html")
    // On a dark screen its plots are drawn by rules of their own.
    #expect(style.contains("\(Plots.darkRules)"))
    try Golden.check(SummaryJSON(sample.review, sample.titles, of: scope).text, "summary.json")
    try Golden.check(SummaryCSV(sample.review, sample.titles, of: scope).text, "summary.csv")
  }

  private func html(_ sample: SummarySample, _ scope: SummaryScope) throws -> String {
    SummaryHTML(
      sample.review,
      sample.titles,
      of: scope,
      letterhead: Letterhead(clinic: nil, printed: scope.now, version: "0.1.0")
    ).text
  }

  @Test func `says the same words on the page as in the text`() throws {
    let sample = try SummarySample()
    let scope = try SummarySample.november()
    let page = Words.of(try html(sample, scope))
    let text = Words.of(
      SummaryText(sample.review, sample.titles, of: scope, style: Style(width: 200)).text
    )
    for block in SummarySections(review: sample.review, titles: sample.titles).blocks {
      for words in block.said {
        let said = Words.of(words)
        #expect(page.contains(said), "\(said)")
        #expect(text.contains(said), "\(said)")
      }
    }
    var plots = 0
    for case .plots(let row) in SummarySections(review: sample.review, titles: sample.titles).blocks
    {
      for plot in row {
        #expect(page.contains(plot.title), "\(plot.title)")
        plots += 1
      }
    }
    // Readings, twice two of flags, effects, and a digit plot for each sign.
    #expect(plots == 9)
    #expect(!page.contains("no such words"))
  }

  @Test func `without a session says so, and nothing else`() throws {
    let review = SafetyReview()
    let scope = try SummarySample.scope()
    let text = SummaryText(review, ReviewTitles([]), of: scope, style: Style(width: 80)).text
    #expect(text.contains("All sessions"))
    #expect(text.contains("0 sessions: 0 closed, 0 closed and amended since, 0 open."))
    #expect(!text.contains("Flags"))
    #expect(!text.contains("%"))
  }

  @Test func `has no percentage of fewer than five sessions without both counts`() throws {
    let first = ReviewedProtocol(id: ProtocolID("im"), version: "1")
    var review = SafetyReview()
    for _ in 0..<4 {
      review.add(
        SessionTally(
          flags: [
            SessionTally.CountedFlag(
              rule: RuleID("x"),
              priority: .high,
              isProcess: false,
              acknowledgedAfter: nil,
              beyond: nil
            )
          ],
          effects: [
            SessionTally.CountedEffect(
              name: EffectName("nausea"),
              worst: .mild,
              isDistressing: false
            )
          ],
          leaving: .criteriaMet
        ),
        in: .closed,
        under: first
      )
    }
    func text() throws -> String {
      SummaryText(
        review,
        ReviewTitles([]),
        of: try SummarySample.scope(),
        style: Style(width: 120)
      ).text
    }
    #expect(try !text().contains("%)"))
    #expect(try text().contains("4 flags in 4 of 4 sessions, 1.00 a session (n = 4)"))
    review.add(SessionTally(leaving: .criteriaMet), in: .closed, under: first)
    #expect(try text().contains("4 flags in 4 of 5 sessions (80.0%), 0.80 a session (n = 5)"))
  }
}

extension SummaryBlock {
  /// Everything that it says in words.
  fileprivate var said: [String] {
    switch self {
    case .heading(let words): [words]
    case .words(let words), .remark(let words): [words.text]
    case .table(let table):
      table.rows.map { $0.map(\.text).joined(separator: " ") }
    case .plots: []
    }
  }
}

/// Words one after the other, without markup and however they are broken into lines.
private enum Words {
  static func of(_ text: String) -> String {
    var words = ""
    var isMarkup = false
    for character in text.replacing("&#39;", with: "'").replacing("&quot;", with: "\"") {
      switch character {
      case "<": isMarkup = true
      case ">" where isMarkup:
        isMarkup = false
        words += " "
      default: if !isMarkup { words.append(character.isWhitespace ? " " : character) }
      }
    }
    return words.split(separator: " ").joined(separator: " ")
  }
}
