import ArgumentParser
import SessionRecord

/// What a page can be printed as.
enum PageFormat: String, NamedFormat, CaseIterable {
  case text, html, pdf, json

  /// As a file's name ends: `txt`.
  var suffix: String { self == .text ? "txt" : rawValue }

  /// Whether it is a sheet of paper.
  var hasPaper: Bool { self == .html || self == .pdf }
}

extension Paper: ExpressibleByArgument {}
