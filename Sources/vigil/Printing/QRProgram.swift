import Foundation
import Reports

/// Debian's program that makes QR codes, where this machine has it.
enum QRProgram {
  static let name = "qrencode"

  /// For how long it may take; a code takes some milliseconds.
  static let seconds = 5.0

  /// Nil where there is no such program, or where what it made is no QR code: then the text stands alone.
  static func code(saying text: String) -> QRCode? {
    guard let path = Executable.path(of: name), let folder = PrivateFolder() else { return nil }
    defer { folder.remove() }
    let drawn = folder.path + "/code.txt"
    let program = ChildProgram(
      path: path,
      // Two signs a module, no white around, the lowest of its four levels of correction: on paper that
      // is read from, larger modules help more.
      arguments: ["-t", "ASCII", "-m", "0", "-l", "L", "-o", drawn, "--", text]
    )
    let ending = HeldSignals.during { program.run(seconds: seconds, $0) }
    guard ending == .exited(0), let made = FileManager.default.contents(atPath: drawn) else {
      return nil
    }
    return read([UInt8](made))
  }

  /// Lines of `##` and two spaces, as many as each is long; nil for anything else.
  static func read(_ bytes: [UInt8]) -> QRCode? {
    guard bytes.count <= 64_000 else { return nil }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    var rows: [[Bool]] = []
    for line in lines {
      guard line.count == 2 * lines.count else { return nil }
      var row: [Bool] = []
      for place in stride(from: line.startIndex, to: line.endIndex, by: 2) {
        switch (line[place], line[place + 1]) {
        case (UInt8(ascii: "#"), UInt8(ascii: "#")): row.append(true)
        case (UInt8(ascii: " "), UInt8(ascii: " ")): row.append(false)
        default: return nil
        }
      }
      rows.append(row)
    }
    return QRCode(rows)
  }
}
