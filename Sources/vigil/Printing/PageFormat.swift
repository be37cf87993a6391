import ArgumentParser
import SessionRecord

/// What a page can be printed as.
enum PageFormat: String, ExpressibleByArgument, CaseIterable {
  case text, html, pdf, json

  /// What the name of a file says; nil where it says nothing.
  init?(nameOf file: String?) {
    guard let suffix = file?.split(separator: ".").last?.lowercased() else { return nil }
    switch suffix {
    case "txt": self = .text
    case "htm": self = .html
    default: self.init(rawValue: suffix)
    }
  }

  /// As a file's name ends: `txt`.
  var suffix: String { self == .text ? "txt" : rawValue }

  /// Whether it is a sheet of paper.
  var hasPaper: Bool { self == .html || self == .pdf }
}

extension Paper: ExpressibleByArgument {}
