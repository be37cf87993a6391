import Foundation
import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// How many sheets a session takes, sealed, signed and with its QR code, as the renderers of PDF on this
/// machine lay it out.
struct PagePrintTests {
  @Test(
    .enabled(if: PageRenderer.canCount, PageRenderer.missing),
    arguments: Paper.allCases
  )
  func `prints three hours with forty sets and twelve effects on two pages`(paper: Paper) throws {
    try check(LongSession(under: LongSession.clinicProtocol()), on: paper, sheets: 2)
  }

  /// With NEWS2, every criterion and every group of the schedule; the shorter sheet takes a third one.
  @Test(
    .enabled(if: PageRenderer.canCount, PageRenderer.missing),
    arguments: [(Paper.a4, 2), (.letter, 3)]
  )
  func `prints as much under the built-in protocol on two pages of A4`(
    paper: Paper,
    sheets: Int
  ) throws {
    try check(LongSession(), on: paper, sheets: sheets)
  }

  /// What the gates found, and who went on over one of them, takes no page where a clinic asks for less.
  @Test(.enabled(if: PageRenderer.canCount, PageRenderer.missing))
  func `prints the screening on the same pages, or on one more`() throws {
    let clinic = try LongSession.clinicProtocol()
    let asked = clinic.gates.count
    let session = try LongSession(under: clinic, isScreened: true)
    let found = try session.file().screening.findings.count
    #expect(asked > 20 && found == asked)
    try check(session, on: .a4, sheets: 2)
    try check(LongSession(isScreened: true), on: .a4, sheets: 3)
  }

  private func check(_ session: LongSession, on paper: Paper, sheets: Int) throws {
    let file = try session.file()
    let sets = VitalsTable(SessionWords(file)).rows.count
    #expect(sets == LongSession.sets)
    let effects = Set(file.assessment.chart.sideEffects.map(\.name)).filter { $0 != .dissociation }
    #expect(effects.count == LongSession.effects)
    let seals = try MarkSamples.seals(file).prefix(2)
    let letterhead = try PageSamples.letterhead(
      try PageSamples.clinic(),
      paper: paper,
      mark: try MarkSamples.mark(file, seals: Array(seals))
    )
    let html = SessionReportHTML(file, letterhead: letterhead).text
    // The control: the same with sixty headings more takes more.
    let more = html.replacingOccurrences(
      of: "</main>",
      with: String(repeating: "<h1>x</h1>", count: 60) + "</main>"
    )
    for renderer in PageRenderer.found {
      let printed = try renderer.count(html)
      #expect(printed == sheets, "\(renderer.path) prints \(printed)")
      #expect(try renderer.count(more) > sheets)
    }
  }
}
