import Foundation
import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// How many sheets a session takes, as the renderers of PDF on this machine lay it out.
struct PagePrintTests {
  private struct Renderer {
    let path: String
    /// What it is called with, for a page and the PDF to be made of it.
    let arguments: (_ source: URL, _ target: URL) -> [String]
  }

  /// Those that this machine has.
  private static var renderers: [Renderer] {
    let weasyPrint = found("weasyprint").map { path in
      Renderer(path: path) { ["-q", $0.path, $1.path] }
    }
    let chromium = found("chromium").map { path in
      Renderer(path: path) { source, target in
        [
          "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
          "--print-to-pdf=\(target.path)", source.absoluteString,
        ]
      }
    }
    return [weasyPrint, chromium].compactMap(\.self)
  }

  private static let counter = found("pdfinfo")
  private static var canPrint: Bool { !renderers.isEmpty && counter != nil }
  private static let missing: Comment =
    "this machine has neither WeasyPrint nor Chromium, or no pdfinfo"

  private static func found(_ name: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  @Test(
    .enabled(if: PagePrintTests.canPrint, PagePrintTests.missing),
    arguments: Paper.allCases
  )
  func `prints three hours with forty sets and twelve effects on two pages`(paper: Paper) throws {
    try check(LongSession(under: LongSession.clinicProtocol()), on: paper, sheets: 2)
  }

  /// With NEWS2, every criterion and every group of the schedule; the shorter sheet takes a third one.
  @Test(
    .enabled(if: PagePrintTests.canPrint, PagePrintTests.missing),
    arguments: [(Paper.a4, 2), (.letter, 3)]
  )
  func `prints as much under the built-in protocol on two pages of A4`(
    paper: Paper,
    sheets: Int
  ) throws {
    try check(LongSession(), on: paper, sheets: sheets)
  }

  /// What the gates found, and who went on over one of them, takes no page where a clinic asks for less.
  @Test(.enabled(if: PagePrintTests.canPrint, PagePrintTests.missing))
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
    let letterhead = try PageSamples.letterhead(try PageSamples.clinic(), paper: paper)
    let html = SessionReportHTML(file, letterhead: letterhead).text
    // The control: the same with sixty headings more takes more.
    let more = html.replacingOccurrences(
      of: "</main>",
      with: String(repeating: "<h1>x</h1>", count: 60) + "</main>"
    )
    for renderer in PagePrintTests.renderers {
      let printed = try PagePrintTests.pages(html, by: renderer)
      #expect(printed == sheets, "\(renderer.path) prints \(printed)")
      #expect(try PagePrintTests.pages(more, by: renderer) > sheets)
    }
  }

  /// The sheets of a page, as poppler counts them.
  private static func pages(_ html: String, by renderer: Renderer) throws -> Int {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent(UUID().uuidString, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appendingPathComponent("page.html")
    let target = folder.appendingPathComponent("page.pdf")
    try Data(html.utf8).write(to: source)
    _ = try run(renderer.path, renderer.arguments(source, target))
    let facts = try run(try #require(counter), [target.path])
    let line = try #require(facts.split(separator: "\n").first { $0.hasPrefix("Pages:") })
    return try #require(Int(line.dropFirst("Pages:".count).drop { $0 == " " }))
  }

  private static func run(_ path: String, _ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
