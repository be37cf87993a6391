import Foundation

/// How far something long is, on a terminal: one line that is written over, and gone at the end.
///
/// Into a file or a pipe nothing is said.
final class Progress {
  private let what: String
  private let isShown: Bool
  private var shown = -1

  init(_ what: String) {
    self.what = what
    isShown = isatty(STDERR_FILENO) == 1
  }

  /// Says it where the percentage has changed.
  func show(_ done: Int, of all: Int) {
    guard isShown, all > 0 else { return }
    let percent = done * 100 / all
    guard percent != shown else { return }
    shown = percent
    write("\r\(done) of \(all) \(what), \(percent)%")
  }

  /// Clears the line (ECMA-48: EL).
  func end() {
    guard isShown, shown >= 0 else { return }
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
