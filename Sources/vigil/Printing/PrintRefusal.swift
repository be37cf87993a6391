import SessionRecord

/// Why something was not printed into a file.
enum PrintRefusal: Refusal, Hashable {
  /// *canForce* says whether the command takes `--force`.
  case fileExists(String, canForce: Bool)
  case link(String)
  case folder(String)
  /// A device, a pipe or a socket.
  case notAFile(String)
  case notWritten(String, why: String)
  case emptyPath
  case interrupted
  case pdfOnTerminal
  case openWithoutFile
  case optionOfPages(String, formats: [String])
  /// What VIGIL_PDF_RENDERER names.
  case noSuchRenderer(String)
  /// Nothing on this machine makes a PDF; *html* is where the page is instead, nil where it could not be
  /// written either.
  case noRenderer(html: String?)
  /// What the renderers that were tried said.
  case notRendered([RendererFailure], html: String?)

  var kind: RefusalKind {
    switch self {
    case .fileExists, .link, .folder, .notAFile, .notWritten, .interrupted, .noRenderer,
      .notRendered:
      .cannotWrite
    case .emptyPath, .pdfOnTerminal, .openWithoutFile, .optionOfPages, .noSuchRenderer: .usage
    }
  }

  var problem: String {
    switch self {
    case .fileExists(let path, _): "There is already a file \(path). Nothing was written."
    case .link(let path): "\(path) is a symbolic link, which is never written through."
    case .folder(let path): "\(path) is a folder. Nothing was written."
    case .notAFile(let path): "\(path) is no ordinary file. Nothing was written."
    case .notWritten(let path, let why): "\(path) cannot be written: \(why)."
    case .emptyPath: "--out is empty. Nothing was written."
    case .interrupted: "Interrupted. Nothing was written."
    case .pdfOnTerminal: "A PDF cannot be read on a terminal. Nothing was written."
    case .openWithoutFile: "--open needs a file, and --out - is standard output."
    case .optionOfPages(let option, let formats):
      "\(option) is for \(formats.joined(separator: " and "))."
    case .noSuchRenderer(let path):
      "VIGIL_PDF_RENDERER names “\(path)”, which is no program. Nothing was written."
    case .noRenderer(let html):
      "No PDF: this machine has neither WeasyPrint nor Chromium." + PrintRefusal.said(html)
    case .notRendered(let failures, let html):
      "No PDF: "
        + failures.map { "\($0.renderer) \($0.why)" }.joined(separator: "; ")
        + "." + PrintRefusal.said(html)
        + failures.compactMap { failure in
          failure.said.isEmpty ? nil : "\n\(failure.renderer) said: \(failure.said)"
        }.joined()
    }
  }

  var remedy: String? {
    switch self {
    case .fileExists(_, canForce: true):
      "Name another with --out, or replace it with --force."
    case .fileExists, .link, .folder, .notAFile: "Name another with --out."
    case .notWritten, .interrupted: nil
    case .emptyPath: "As: --out report.html"
    case .pdfOnTerminal: "As: --out report.pdf"
    case .openWithoutFile: "Leave one of them out."
    case .optionOfPages: "Leave it out."
    case .noSuchRenderer: "Give its path, as /usr/bin/weasyprint, or leave it out."
    case .noRenderer:
      "Install WeasyPrint or Chromium, or name one with VIGIL_PDF_RENDERER; any browser prints the HTML."
    case .notRendered: "Any browser prints the HTML."
    }
  }

  private static func said(_ html: String?) -> String {
    html.map { " The same page is in \($0)." } ?? ""
  }
}

/// A renderer that made no PDF.
struct RendererFailure: Error, Hashable {
  let renderer: String
  /// `took longer than 60 seconds`.
  let why: String
  /// The end of what it said itself.
  let said: String
}
