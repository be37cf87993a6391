import ArgumentParser

/// A format of a print, which the name of its file says where nothing else does.
protocol NamedFormat: RawRepresentable, ExpressibleByArgument, CaseIterable
where RawValue == String {}

extension NamedFormat {
  /// The one that was given, else that of the file's name; the usual one on standard output.
  ///
  /// A name that says none is refused: what is opened as a document of that name would be another.
  static func meant(_ given: Self?, in file: String?, usual: Self) throws(PrintRefusal) -> Self {
    if let given { return given }
    guard let file, file != "-" else { return usual }
    guard !file.isEmpty else { throw .emptyPath }
    guard let named = Self(nameOf: file) else {
      throw .formatNotSaid(file, formats: allValueStrings)
    }
    return named
  }

  /// Nil where the name of a file says nothing that is known here.
  private init?(nameOf path: String) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "txt": self.init(rawValue: "text")
    case "htm": self.init(rawValue: "html")
    case let suffix: self.init(rawValue: suffix)
    }
  }
}
