import Foundation
import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// How many sheets a session takes, as the renderers of PDF on this machine lay it out.
struct PagePrintTests {
  /// Where this machine has them.
  private static let weasyPrint = found("weasyprint")
  private static let counter = found("pdfinfo")

  private static func found(_ name: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  @Test(
    .enabled(
      if: PagePrintTests.weasyPrint != nil && PagePrintTests.counter != nil,
      "this machine has no WeasyPrint, or no pdfinfo"
    ),
    arguments: Paper.allCases
  )
  func `prints three hours with forty sets and twelve effects on two pages`(paper: Paper) throws {
    let session = try LongSession(under: LongSession.clinicProtocol())
    let file = try session.file()
    let sets = VitalsTable(SessionWords(file)).rows.count
    #expect(sets == LongSession.sets)
    let effects = Set(file.assessment.chart.sideEffects.map(\.name)).filter { $0 != .dissociation }
    #expect(effects.count == LongSession.effects)
    let letterhead = try PageSamples.letterhead(try PageSamples.clinic(), paper: paper)
    let html = SessionReportHTML(file, letterhead: letterhead).text
    #expect(try PagePrintTests.pages(html) == 2)
    // The control: the same twice over takes more.
    let more = html.replacingOccurrences(
      of: "</main>",
      with: String(repeating: "<h1>x</h1>", count: 60) + "</main>"
    )
    #expect(try PagePrintTests.pages(more) > 2)
  }

  /// The sheets of a page, as poppler counts them.
  private static func pages(_ html: String) throws -> Int {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent(UUID().uuidString, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appendingPathComponent("page.html")
    let target = folder.appendingPathComponent("page.pdf")
    try Data(html.utf8).write(to: source)
    _ = try run(try #require(weasyPrint), ["-q", source.path, target.path])
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
