import Foundation
import SessionRecord

/// One print: on standard output, or in a file whose name is said.
struct Print {
  let format: PageFormat
  let options: PrintOptions
  /// What a file is called where none is named: `S-2026-0119`.
  let name: String

  /// Refuses options that say nothing here.
  init(as format: PageFormat, named name: String, _ options: PrintOptions) throws(PrintRefusal) {
    self.format = format
    self.options = options
    self.name = name
    if options.paper != nil, !format.hasPaper {
      throw .optionOfPages("--paper", formats: [PageFormat.html, .pdf].map(\.rawValue))
    }
    if options.open, options.out == "-" { throw .openWithoutFile }
    if format == .pdf, options.out == "-", isatty(STDOUT_FILENO) == 1 { throw .pdfOnTerminal }
  }

  /// Prints what *page* gives: the text or the document, and the HTML for a PDF as well.
  ///
  /// *noting* is done once there is something to give out, and before any of it is.
  func run(noting: () -> Void, _ page: () throws -> String) throws {
    let file = try path.map(file)
    // What is refused is refused before anything is made.
    try file?.check()
    guard format == .pdf else {
      let text = try page()
      noting()
      guard let file else { return Output.data(text) }
      try file.write(Output.bytes(of: text))
      return say(file.path)
    }
    let html = Array(try page().utf8)
    let bytes = try pdf(of: html, noting)
    noting()
    guard let file else { return Output.data(bytes) }
    try file.write(bytes)
    say(file.path)
  }

  /// Nil for standard output.
  private var path: String? {
    if options.out == "-" { return nil }
    if let out = options.out { return out }
    let isUnreadable = format == .pdf && isatty(STDOUT_FILENO) == 1
    return options.open || isUnreadable ? "\(name).\(format.suffix)" : nil
  }

  private func file(_ path: String) throws(PrintRefusal) -> PrintedFile {
    try PrintedFile(path, existing: options.force ? .replaced : .kept(canForce: true))
  }

  /// Of the first renderer that makes one; where none does, the page is kept as HTML.
  private func pdf(of html: [UInt8], _ noting: () -> Void) throws(PrintRefusal) -> [UInt8] {
    let renderers = try PDFRenderer.found()
    var failures: [RendererFailure] = []
    for renderer in renderers {
      switch HeldSignals.during({ renderer.pdf(of: html, $0) }) {
      case .success(let bytes): return bytes
      case .failure(let failure): failures.append(failure)
      }
    }
    noting()
    let page = try keep(html)
    guard !failures.isEmpty else { throw .noRenderer(page) }
    throw .notRendered(failures, page)
  }

  /// Keeps the page beside where the PDF would be.
  ///
  /// What is there was not named, and is never replaced.
  private func keep(_ html: [UInt8]) throws(PrintRefusal) -> KeptPage {
    var path = self.path ?? "\(name).pdf"
    if path.lowercased().hasSuffix(".pdf") { path = String(path.dropLast(4)) }
    path += ".html"
    do {
      try PrintedFile(path, existing: .kept(canForce: false)).write(html)
      return .written(path)
    } catch {
      // Why there is no PDF is not lost over why there is no HTML either.
      if case .interrupted = error { throw error }
      if case .fileExists = error { return .alreadyThere(path) }
      return .notWritten(error.problem)
    }
  }

  private func say(_ path: String) {
    var text = "\(path) is written."
    if options.open, let why = Opener.open(path) { text += "\n\(why)" }
    Output.said(text)
  }
}
