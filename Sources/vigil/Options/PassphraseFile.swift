import Foundation

/// A file whose first line is a passphrase; `-` is standard input, whose lines are taken one after the other.
struct PassphraseFile {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Says on standard error where others of the machine may read the file.
  func line() throws(PassphraseRefusal) -> String {
    guard path != "-" else {
      return try given(PassphraseText.line(of: STDIN_FILENO, named: "Standard input"))
    }
    let descriptor = OpenedInput.descriptor(path)
    guard descriptor >= 0 else {
      throw errno == ENOENT
        ? .noSuchFile(path) : .unreadable(path, String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    // A pipe of the shell has no readers but this one.
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_mode & 0o077 != 0
    {
      Output.message("Others of this machine may read the passphrase: chmod 600 \(path)")
    }
    return try given(PassphraseText.line(of: descriptor, named: path))
  }

  private func given(_ line: String?) throws(PassphraseRefusal) -> String {
    guard let line, !line.isEmpty else { throw .empty(path == "-" ? "Standard input" : path) }
    return line
  }
}
