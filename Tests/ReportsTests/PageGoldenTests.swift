import Foundation
import Testing

@testable import Reports

/// Pages as files that people read; the stylesheet has its own, since it is the same in each.
struct PageGoldenTests {
  @Test func `writes the sample's page`() throws {
    let letterhead = try PageSamples.letterhead(try PageSamples.clinic(), closed: true)
    let html = SessionReportHTML(try SampleSession().file(), letterhead: letterhead).text
    let (page, style) = try PageGoldenTests.split(html)
    try Golden.check(page, "report.html")
    try Golden.check(style, "report.css")
  }

  @Test func `writes a page of a scheduled session and its leaving`() throws {
    let small = try ScheduledSession.small()
    let file = try ScheduledSession.left(under: small).file(asOf: "15:40")
    let html = SessionReportHTML(file, letterhead: try PageSamples.letterhead()).text
    try Golden.check(try PageGoldenTests.split(html).page, "scheduled.html")
  }

  @Test func `writes the printed text and document`() throws {
    let file = try SampleSession().file()
    let seals = try MarkSamples.seals(file)
    let letterhead = try PageSamples.letterhead(
      try PageSamples.clinic(),
      closed: true,
      mark: try MarkSamples.mark(file, seals: seals, hasCode: false)
    )
    let text = SessionReportText(file, style: Style(width: 80), letterhead: letterhead).text
    try Golden.check(text, "report-printed.txt")
    try Golden.check(
      SessionReportJSON(file, letterhead: letterhead).text,
      "report-printed.json"
    )
  }

  /// The page with a note where its stylesheet was, and the stylesheet.
  static func split(_ html: String) throws -> (page: String, style: String) {
    let start = try #require(html.range(of: "<style>\n"))
    let end = try #require(html.range(of: "</style>"))
    let style = String(html[start.upperBound..<end.lowerBound])
    return (
      html.replacingCharacters(in: start.upperBound..<end.lowerBound, with: "…\n"), style
    )
  }
}
