import Foundation

/// Standard output for data, standard error for everything else.
enum Output {
  /// Writes data and a final line end, if there is none.
  ///
  /// A reader that stops reading, as `head` does, needs no message.
  static func data(_ text: String) { data(bytes(of: text)) }

  /// A view as it is shown, on a screen or in a file: with its mark and a final line end.
  static func bytes(of view: String) -> [UInt8] { lines(Run.marked(view)) }

  /// Writes data that is no text, as it is.
  static func data(_ bytes: [UInt8]) {
    guard let failure = write(bytes, to: STDOUT_FILENO) else { return }
    if failure != EPIPE { message(Output.notWritten) }
    exit(ExitStatus.cannotWrite.code)
  }

  /// Writes data in which a path or a word that was typed is said back.
  static func said(_ text: String) { data(SaidBack.ofThisRun.answer(text)) }

  /// Writes what is said of something that is on disk by now.
  static func answer(_ text: String) {
    let said = [Run.marked(text), text.hasPrefix("{") ? nil : Run.unlisted].compactMap(\.self)
    for notice in Run.notices { message(notice) }
    let answer = SaidBack.ofThisRun.answer(said.joined(separator: "\n"))
    guard write(lines(answer), to: STDOUT_FILENO) != nil else { return }
    message("\(Output.notWritten)\nWhat was entered is saved; look with vigil timeline.")
    exit(ExitStatus.cannotWrite.code)
  }

  /// What is said on standard error; nothing that was typed or read acts in it.
  static func message(_ text: String) {
    _ = write(lines(SaidBack.ofThisRun.message(text)), to: STDERR_FILENO)
  }

  private static let notWritten = "The answer could not be written to standard output."

  private static func lines(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    return bytes
  }

  /// Nil when all was written, else why it was not.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { buffer in
        Foundation.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0 {
        guard errno == EINTR else { return errno }
        continue
      }
      written += count
    }
    return nil
  }
}
