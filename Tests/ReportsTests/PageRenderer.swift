import Foundation
import Testing

/// A program of this machine that makes a PDF of a page, and those that look at what it made.
struct PageRenderer {
  let path: String
  /// What it is called with, for a page and the PDF to be made of it.
  private let arguments: (_ source: URL, _ target: URL) -> [String]

  /// Those that this machine has.
  static var found: [PageRenderer] {
    let weasyPrint = PageRenderer.program("weasyprint").map { path in
      PageRenderer(path: path) { ["-q", $0.path, $1.path] }
    }
    let chromium = PageRenderer.program("chromium").map { path in
      PageRenderer(path: path) { source, target in
        [
          "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
          "--print-to-pdf=\(target.path)", source.absoluteString,
        ]
      }
    }
    return [weasyPrint, chromium].compactMap(\.self)
  }

  static let canCount = !found.isEmpty && program("pdfinfo") != nil
  static let canRead = canCount && program("pdftotext") != nil
  static let canScan = canRead && program("pdftoppm") != nil && program("zbarimg") != nil
  static let missing: Comment =
    "this machine has neither WeasyPrint nor Chromium, or not poppler's programs, or no zbarimg"

  private static func program(_ name: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What stands on one printed sheet.
  struct Sheet {
    let words: String
    /// What the codes on it say.
    let codes: [String]
  }

  /// The sheets of a page, as poppler counts them.
  func count(_ html: String) throws -> Int {
    try PageRenderer.inFolder { folder in
      try PageRenderer.count(try pdf(html, in: folder))
    }
  }

  /// Each sheet's words and, scanned as a printer of 300 dots to the inch would print it, its codes.
  func sheets(_ html: String) throws -> [Sheet] {
    try PageRenderer.inFolder { folder in
      let target = try pdf(html, in: folder)
      return try (1...max(1, PageRenderer.count(target))).map { number in
        let picture = folder.appendingPathComponent("sheet\(number)")
        _ = try PageRenderer.run(
          "pdftoppm",
          ["-r", "300", "-png", "-singlefile", "-f", "\(number)", target.path, picture.path]
        )
        return Sheet(
          words: try PageRenderer.run(
            "pdftotext",
            ["-layout", "-f", "\(number)", "-l", "\(number)", target.path, "-"]
          ),
          codes: try PageRenderer.run(
            "zbarimg",
            ["-q", "--raw", "-Sdisable", "-Sqrcode.enable", "\(picture.path).png"]
          ).split(separator: "\n").map { String($0) }
        )
      }
    }
  }

  private func pdf(_ html: String, in folder: URL) throws -> URL {
    let source = folder.appendingPathComponent("page.html")
    let target = folder.appendingPathComponent("page.pdf")
    try Data(html.utf8).write(to: source)
    _ = try PageRenderer.run(path, arguments(source, target))
    return target
  }

  private static func count(_ pdf: URL) throws -> Int {
    let facts = try run("pdfinfo", [pdf.path])
    let line = try #require(facts.split(separator: "\n").first { $0.hasPrefix("Pages:") })
    return try #require(Int(line.dropFirst("Pages:".count).drop { $0 == " " }))
  }

  private static func inFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent(UUID().uuidString, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// What it writes goes through a file: a pipe's reading may be interrupted by another program's end.
  private static func run(_ name: String, _ arguments: [String]) throws -> String {
    try inFolder { folder in
      let said = folder.appendingPathComponent("said.txt")
      try Data().write(to: said)
      let process = Process()
      let path = name.hasPrefix("/") ? name : try #require(program(name))
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = arguments
      process.standardOutput = try FileHandle(forWritingTo: said)
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return String(decoding: try Data(contentsOf: said), as: UTF8.self)
    }
  }
}
