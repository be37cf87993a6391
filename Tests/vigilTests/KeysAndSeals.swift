import Foundation

/// Passphrases, keys and closed sessions, made by the program itself.
extension VigilProgram {
  static let passphrase = "four words are enough"

  /// A file that only its owner reads, whose first line is a passphrase.
  @discardableResult
  func passphraseFile(
    _ text: String = VigilProgram.passphrase,
    named name: String = "mine.txt"
  ) throws -> String {
    let path = folder.appendingPathComponent(name).path
    guard
      FileManager.default.createFile(
        atPath: path,
        contents: Data("\(text)\n".utf8),
        attributes: [.posixPermissions: 0o600]
      )
    else { throw Missing() }
    return path
  }

  /// A key of a clinician, under the usual passphrase.
  func makeKey(of code: String) throws {
    try must("key", "make", code, "--by", code, "--passphrase-file", passphraseFile())
  }

  /// Session 1 of P-014 with a set of vital signs and a note, closed by KO: five entries.
  func closeSession(note: String = "calm") throws {
    try openSession()
    try must("add", "-s", "1", "118/74 68 98%")
    try must("add", "-s", "1", "note \(note)")
    try must("end", "1")
  }

  /// The files among the keys of this test's machine, by their names.
  func keyFiles() throws -> [URL] {
    guard let folder = environment["VIGIL_KEYS"],
      let files = FileManager.default.enumerator(atPath: folder)
    else { return [] }
    return files.compactMap { $0 as? String }.sorted()
      .map { URL(fileURLWithPath: folder).appendingPathComponent($0) }
      .filter { !$0.hasDirectoryPath && $0.pathExtension == "key" }
  }

  /// Changes what the record's file says of a text, and leaves its length.
  func alterRecord(_ text: String, to other: String) throws {
    guard let path = environment["VIGIL_RECORD"], var bytes = recordBytes,
      let place = bytes.range(of: Data(text.utf8)), text.utf8.count == other.utf8.count
    else { throw Missing() }
    bytes.replaceSubrange(place, with: Data(other.utf8))
    try bytes.write(to: URL(fileURLWithPath: path))
  }
}

extension VigilProgram.Outcome {
  /// What was answered, with its lines joined wherever they were broken.
  var flowed: String { said.split { $0.isWhitespace }.joined(separator: " ") }
}
