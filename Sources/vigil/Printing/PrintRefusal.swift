import SessionRecord

/// Why something was not printed into a file.
enum PrintRefusal: Refusal, Hashable {
  /// *canForce* says whether the command takes `--force`.
  case fileExists(String, canForce: Bool)
  case link(String)
  case folder(String)
  /// A device, a pipe or a socket.
  case notAFile(String)
  /// A record, or another database; never replaced, whatever is asked.
  case database(String)
  case notWritten(String, why: String)
  case emptyPath
  case interrupted
  case pdfOnTerminal
  case openWithoutFile
  case optionOfPages(String, formats: [String])
  /// What VIGIL_PDF_RENDERER names.
  case noSuchRenderer(String)
  /// A file whose name says no format, where none was given; with those that there are.
  case formatNotSaid(String, formats: [String])
  /// Nothing on this machine makes a PDF.
  case noRenderer(KeptPage)
  /// What the renderers that were tried said.
  case notRendered([RendererFailure], KeptPage)

  var kind: RefusalKind {
    switch self {
    case .fileExists, .link, .folder, .notAFile, .database, .notWritten, .interrupted, .noRenderer,
      .notRendered:
      .cannotWrite
    case .emptyPath, .pdfOnTerminal, .openWithoutFile, .optionOfPages, .noSuchRenderer,
      .formatNotSaid:
      .usage
    }
  }

  var problem: String {
    switch self {
    case .fileExists(let path, _): "There is already a file \(path). Nothing was written."
    case .link(let path): "\(path) is a symbolic link, which is never written through."
    case .folder(let path): "\(path) is a folder. Nothing was written."
    case .notAFile(let path): "\(path) is no ordinary file. Nothing was written."
    case .database(let path):
      "\(path) is a record or belongs to one, and is never replaced. Nothing was written."
    case .notWritten(let path, let why): "\(path) cannot be written: \(why)."
    case .emptyPath: "--out is empty. Nothing was written."
    case .interrupted: "Interrupted. Nothing was written."
    case .pdfOnTerminal: "A PDF cannot be read on a terminal. Nothing was written."
    case .openWithoutFile: "--open needs a file, and --out - is standard output."
    case .optionOfPages(let option, let formats):
      "\(option) is for \(formats.joined(separator: " and "))."
    case .noSuchRenderer(let path):
      "VIGIL_PDF_RENDERER names “\(path)”, which is no program. Nothing was written."
    case .formatNotSaid(let path, _):
      "The name \(path) does not say which format it is. Nothing was written."
    case .noRenderer(let page):
      "No PDF: this machine has neither WeasyPrint nor Chromium. \(page.sentence)"
    case .notRendered(let failures, let page):
      "No PDF: "
        + failures.map { "\($0.renderer) \($0.why)" }.joined(separator: "; ")
        + ". \(page.sentence)"
        + failures.compactMap { failure in
          failure.said.isEmpty ? nil : "\n\(failure.renderer) said: \(failure.said)"
        }.joined()
    }
  }

  var remedy: String? {
    switch self {
    case .fileExists(_, canForce: true):
      "Name another with --out, or replace it with --force."
    case .fileExists, .link, .folder, .notAFile, .database: "Name another with --out."
    case .notWritten, .interrupted: nil
    case .emptyPath: "As: --out report.html"
    case .pdfOnTerminal: "As: --out report.pdf"
    case .openWithoutFile: "Leave one of them out."
    case .optionOfPages: "Leave it out."
    case .noSuchRenderer: "Give its path, as /usr/bin/weasyprint, or leave it out."
    case .formatNotSaid(_, let formats):
      "End it in " + PrintRefusal.endings(formats) + ", or say it as: --format "
        + formats.prefix(1).joined()
    case .noRenderer(let page):
      "Install WeasyPrint or Chromium, or name one with VIGIL_PDF_RENDERER; any browser \(page.printing)"
    case .notRendered(_, let page): "Any browser \(page.printing)"
    }
  }

  /// `.txt, .html or .pdf`.
  private static func endings(_ formats: [String]) -> String {
    let endings = formats.map { $0 == "text" ? ".txt" : ".\($0)" }
    return endings.dropLast().joined(separator: ", ") + " or " + endings.suffix(1).joined()
  }
}

/// What became of the page of HTML of which no PDF was made.
enum KeptPage: Hashable {
  case written(String)
  /// A file of the name that it would have is there.
  case alreadyThere(String)
  /// With why.
  case notWritten(String)

  var sentence: String {
    switch self {
    case .written(let path): "The same page is in \(path)."
    case .alreadyThere(let path):
      "The page itself was not written either: \(path) is there already, and was not replaced."
    case .notWritten(let why): "The page itself was not written either: \(why)"
    }
  }

  /// What any browser does.
  var printing: String {
    switch self {
    case .written: "prints the HTML."
    case .alreadyThere, .notWritten:
      "prints the page, as: --format html --out another-name.html"
    }
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
