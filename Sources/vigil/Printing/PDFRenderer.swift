import Foundation

/// A program on this machine that makes a PDF of a page of HTML.
struct PDFRenderer: Hashable {
  /// How it is called.
  enum Form: Hashable {
    /// `weasyprint page.html page.pdf`; also for one of another name.
    case plain
    /// Headless, with `--print-to-pdf`: Chromium and what is made of it.
    case chromium
  }

  let path: String
  let form: Form

  /// As it is called in a message: the name of its program.
  var name: String { path.split(separator: "/").last.map { String($0) } ?? path }

  /// The names that are looked for, the best result first.
  ///
  /// Chromium draws the whole of a page and its charts. WeasyPrint ignores a stylesheet inside a drawing,
  /// and its older versions, which distributions still carry, know less of CSS; ours asks for nothing of
  /// that, so both print the same facts on the same pages.
  static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "weasyprint",
  ]

  /// For how long one may take; a page takes a second or two.
  static let seconds = 60.0

  /// The one that was named, or all that are found, the best first.
  static func found() throws(PrintRefusal) -> [PDFRenderer] {
    if let named = Terminal.environment("VIGIL_PDF_RENDERER") {
      guard Executable.isOne(named) else { throw .noSuchRenderer(named) }
      return [PDFRenderer(path: named)]
    }
    var renderers: [PDFRenderer] = []
    var files: Set<String> = []
    for name in names {
      guard let path = Executable.path(of: name) else { continue }
      // Two names of one program are one try.
      let file = realpath(path, nil).map { pointer in
        defer { free(pointer) }
        return String(cString: pointer)
      }
      if files.insert(file ?? path).inserted { renderers.append(PDFRenderer(path: path)) }
    }
    return renderers
  }

  private init(path: String) {
    self.path = path
    let name = path.split(separator: "/").last?.lowercased() ?? ""
    let isChromium = ["chrom", "edge", "brave", "vivaldi"].contains { name.contains($0) }
    form = isChromium ? .chromium : .plain
  }

  /// The PDF of a page, checked to be one.
  func pdf(
    of html: [UInt8],
    seconds: Double = PDFRenderer.seconds,
    _ signals: HeldSignals
  ) -> Result<[UInt8], RendererFailure> {
    guard let folder = PrivateFolder() else {
      return failure("has no temporary folder: \(String(cString: strerror(errno)))")
    }
    defer { folder.remove() }
    let page = folder.path + "/page.html"
    let pdf = folder.path + "/page.pdf"
    let said = folder.path + "/said.txt"
    do {
      try PrintedFile(page, existing: .kept(canForce: false)).write(html)
    } catch {
      return failure("was not given the page: \(error.problem)")
    }
    let program = ChildProgram(
      path: path,
      arguments: arguments(page: page, pdf: pdf, folder: folder.path),
      output: said
    )
    let ending = program.run(seconds: seconds, signals)
    switch ending {
    case .exited(0): break
    case .exited(let code): return failure("ended with \(code)", said: said)
    case .signalled(let signal): return failure("was ended by signal \(signal)", said: said)
    case .timedOut: return failure("took longer than \(Int(seconds)) seconds", said: said)
    case .interrupted: return failure("was interrupted")
    case .notStarted(let error):
      return failure("did not start: \(String(cString: strerror(error)))")
    }
    guard let bytes = FileManager.default.contents(atPath: pdf).map({ [UInt8]($0) }) else {
      return failure("made no file", said: said)
    }
    guard PDFRenderer.isWhole(bytes) else { return failure("made no whole PDF", said: said) }
    return .success(bytes)
  }

  /// Whether these are a PDF from its first line to its last (ISO 32000, 7.5.2 and 7.5.5).
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: Array("%PDF-".utf8)) else { return false }
    let end = Array("%%EOF".utf8)
    let tail = Array(bytes.suffix(1_024))
    return tail.indices.contains { tail[$0...].starts(with: end) }
  }

  private func arguments(page: String, pdf: String, folder: String) -> [String] {
    switch form {
    case .plain: return [page, pdf]
    case .chromium:
      let address = URL(fileURLWithPath: page).absoluteString
      return [
        "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--no-pdf-header-footer", "--user-data-dir=\(folder)/profile", "--print-to-pdf=\(pdf)",
      ]
        // Chromium refuses to start as root with its sandbox.
        + (geteuid() == 0 ? ["--no-sandbox"] : []) + [address]
    }
  }

  private func failure(_ why: String, said: String? = nil) -> Result<[UInt8], RendererFailure> {
    let text =
      said.flatMap { FileManager.default.contents(atPath: $0) }
      .map { String(decoding: $0.suffix(600), as: UTF8.self) } ?? ""
    return .failure(
      RendererFailure(
        renderer: name,
        why: why,
        said: text.trimmingCharacters(in: .whitespacesAndNewlines)
      )
    )
  }
}
