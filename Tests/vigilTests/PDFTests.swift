import Foundation
import Testing

/// A PDF by each renderer that this machine has, and what happens where there is none or a bad one.
@Suite struct PDFTests {
  /// As the program looks for them, by their names in PATH.
  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "weasyprint",
  ]

  private static func found(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private func prepared() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.fillSession()
    return program
  }

  @Test(arguments: names)
  func `says whose it is and which page of how many on every page`(name: String) throws {
    guard let renderer = PDFTests.found(name), PDFTests.found("pdftotext") != nil else {
      try Test.cancel("\(name) or pdftotext is not here")
    }
    var program = try prepared()
    defer { program.discard() }
    try program.must("clinic", "--name", "Northgate Clinic", "--address", "12 Harbour Street")
    program.environment["VIGIL_PDF_RENDERER"] = renderer
    for paper in ["a4", "letter"] {
      let file = "\(paper).pdf"
      #expect(
        try program.must("report", "1", "--out", file, "--paper", paper).output
          == "\(file) is written.\n"
      )
      let pages = try program.pages(of: file)
      #expect((1...4).contains(pages.count), "\(name): \(pages.count) pages")
      for (place, page) in pages.enumerated() {
        for text in [
          "Alex Rivera", VigilProgram.label(1), "DRAFT", "Page \(place + 1) of \(pages.count)",
        ] {
          #expect(page.contains(text), "\(name), page \(place + 1): \(text)")
        }
      }
      #expect(pages.first?.contains("Northgate Clinic") == true)
      let size = try program.shell("pdfinfo \(file)").output
      #expect(size.contains(paper == "a4" ? "A4" : "letter"), "\(name): \(size)")
      #expect(try program.mode(of: file) == 0o600)
    }
    #expect(try program.traces() == [])
    #expect(try program.leftovers() == [])
  }

  @Test func `goes to standard output where that is no terminal`() throws {
    var program = try prepared()
    defer { program.discard() }
    try program.renderer("cp \"$1\" seen.html; printf '%%PDF-1.7\\nx\\n%%%%EOF\\n' > \"$2\"")
    #expect(try program.must("report", "1", "--format", "pdf").output == "%PDF-1.7\nx\n%%EOF\n")
    #expect(try program.text(of: "seen.html").contains("Rivera"))
    #expect(try program.traces() == [])
  }

  @Test func `without a renderer says what to install and keeps the page`() throws {
    var program = try prepared()
    defer { program.discard() }
    program.environment["PATH"] = program.folder.path + "/nothing"
    let outcome = try program.run(["report", "1", "--out", "report.pdf"])
    #expect(outcome.status == 73)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        No PDF: this machine has neither WeasyPrint nor Chromium. The same page is in report.html.
        Install WeasyPrint or Chromium, or name one with VIGIL_PDF_RENDERER; any browser prints the HTML.

        """
    )
    #expect(try program.text(of: "report.html").contains("Rivera"))
    #expect(!FileManager.default.fileExists(atPath: program.folder.path + "/report.pdf"))
    let again = try program.run(["report", "1", "--out", "report.pdf"])
    #expect(again.status == 73)
    let both = """
      No PDF: this machine has neither WeasyPrint nor Chromium. The page itself was not written \
      either: report.html is there already, and was not replaced.
      Install WeasyPrint or Chromium, or name one with VIGIL_PDF_RENDERER; any browser prints the \
      page, as: --format html --out another-name.html

      """
    #expect(again.errors == both)
    // It was not named, so that no --force is about it.
    try program.write("kept", to: "report.html")
    let forced = try program.run(["report", "1", "--out", "report.pdf", "--force"])
    #expect(forced.status == 73)
    #expect(forced.errors == both)
    #expect(try program.text(of: "report.html") == "kept")
    try program.renderer("echo 'no fonts' >&2; exit 3")
    let failed = try program.run(["report", "1", "--out", "report.pdf"])
    #expect(
      failed.errors == """
        No PDF: renderer ended with 3. The page itself was not written either: report.html is there \
        already, and was not replaced.
        renderer said: no fonts
        Any browser prints the page, as: --format html --out another-name.html

        """
    )
    let page = program.folder.appendingPathComponent("report.html")
    try FileManager.default.removeItem(at: page)
    try FileManager.default.createDirectory(at: page, withIntermediateDirectories: false)
    let folder = try program.run(["report", "1", "--out", "report.pdf"])
    #expect(
      folder.errors.hasPrefix(
        "No PDF: renderer ended with 3. The page itself was not written either: report.html is a folder."
      )
    )
    try FileManager.default.removeItem(at: page)
    program.environment["VIGIL_PDF_RENDERER"] = nil
    let stream = try program.run(["report", "1", "--format", "pdf"])
    #expect(stream.status == 73)
    #expect(try program.text(of: "\(VigilProgram.label(1)).html").contains("Rivera"))
    #expect(try program.leftovers() == [])
  }

  @Test(arguments: [
    ("echo 'no fonts' >&2; exit 3", "renderer ended with 3", "no fonts"),
    ("kill -9 $$", "renderer was ended by signal 9", ""),
    ("echo nothing to do", "renderer made no file", "nothing to do"),
    ("echo '<html>' > \"$2\"", "renderer made no whole PDF", ""),
    ("printf '%%PDF-1.7\\n' > \"$2\"", "renderer made no whole PDF", ""),
  ])
  func `that fails is told in its own words, and the page is kept`(
    lines: String,
    why: String,
    said: String
  )
    throws
  {
    var program = try prepared()
    defer { program.discard() }
    try program.renderer(lines)
    let outcome = try program.run(["report", "1", "--out", "report.pdf"])
    #expect(outcome.status == 73)
    let words = said.isEmpty ? "" : "\nrenderer said: \(said)"
    #expect(
      outcome.errors == "No PDF: \(why). The same page is in report.html.\(words)\n"
        + "Any browser prints the HTML.\n"
    )
    #expect(try program.text(of: "report.html").contains("Rivera"))
    #expect(!FileManager.default.fileExists(atPath: program.folder.path + "/report.pdf"))
    #expect(try program.traces() == [])
  }

  @Test func `tries the next renderer where one fails`() throws {
    var program = try prepared()
    defer { program.discard() }
    try program.script("tools/chromium", "exit 1")
    try program.script("tools/weasyprint", "printf '%%PDF-1.7\\nx\\n%%%%EOF\\n' > \"$2\"")
    program.environment["PATH"] = program.folder.path + "/tools"
    try program.must("report", "1", "--out", "report.pdf")
    #expect(try program.text(of: "report.pdf").hasPrefix("%PDF-1.7"))
    try program.script("tools/weasyprint", "exit 2")
    let outcome = try program.run(["report", "1", "--out", "other.pdf"])
    #expect(outcome.errors.hasPrefix("No PDF: chromium ended with 1; weasyprint ended with 2."))
  }

  @Test func `refuses a renderer that is no program`() throws {
    var program = try prepared()
    defer { program.discard() }
    program.environment["VIGIL_PDF_RENDERER"] = "/nowhere/weasyprint"
    try program.refuses([
      WrongUse(
        "vigil report 1 --out report.pdf",
        exits: 64,
        says: """
          VIGIL_PDF_RENDERER names “/nowhere/weasyprint”, which is no program. Nothing was written.
          Give its path, as /usr/bin/weasyprint, or leave it out.
          """
      )
    ])
    #expect(!FileManager.default.fileExists(atPath: program.folder.path + "/report.html"))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `that is interrupted leaves no file, no folder and no program behind`(signal: Int32) throws {
    var program = try prepared()
    defer { program.discard() }
    let folder = program.folder.path
    try program.renderer("sleep 300 & echo $! > \(folder)/child; echo $$ > \(folder)/started; wait")
    let status = try program.signalled(["report", "1", "--out", "report.pdf"], signal) {
      for _ in 0..<3_000 where !FileManager.default.fileExists(atPath: folder + "/started") {
        Thread.sleep(forTimeInterval: 0.02)
      }
    }
    #expect(status == signal)
    #expect(try program.traces() == [])
    #expect(try program.leftovers() == [])
    for name in ["report.pdf", "report.html"] {
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/\(name)"), "\(name)")
    }
    for name in ["child", "started"] {
      let number = try program.text(of: name).trimmingCharacters(in: .whitespacesAndNewlines)
      let process = try #require(Int32(number))
      // It may take a moment to be gone.
      var isGone = false
      for _ in 0..<1_500 {
        isGone = try kill(process, 0) != 0 || program.isZombie(process)
        if isGone { break }
        Thread.sleep(forTimeInterval: 0.02)
      }
      #expect(isGone, "\(name) still runs")
    }
  }
}

extension VigilProgram {
  /// A renderer of the test's own, in the test's folder.
  fileprivate mutating func renderer(_ lines: String) throws {
    try script("renderer", lines)
    environment["VIGIL_PDF_RENDERER"] = folder.path + "/renderer"
  }

  /// What is left in the folder of temporary files.
  fileprivate func traces() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: temporary.path)
  }

  /// The text of each page.
  fileprivate func pages(of file: String) throws -> [String] {
    let outcome = try shell("pdftotext -layout \(file) -")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.split(separator: "\u{0C}").map { String($0) }
  }

  /// Ended, and only waiting for someone to look.
  fileprivate func isZombie(_ process: Int32) throws -> Bool {
    let outcome = try shell("ps -o stat= -p \(process)")
    // It exits with 1 where there is no such process; anything else says nothing of it.
    try #require(outcome.status <= 1, "\(outcome.errors)")
    return outcome.status == 1 || outcome.output.hasPrefix("Z")
  }
}
