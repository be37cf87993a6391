import Foundation

/// The line of a file, or of standard input, that is a passphrase.
enum PassphraseText {
  /// Bytes of a line: far more than anybody types.
  static let most = 1_024

  /// The next line of an open file, without its end; nil where there is none.
  ///
  /// One byte is read at a time, so that the line after it is still there to be read.
  static func line(of descriptor: Int32, named name: String) throws(PassphraseRefusal) -> String? {
    var bytes: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      let count = read(descriptor, &byte, 1)
      if count < 0 {
        guard errno == EINTR else { throw .unreadable(name, String(cString: strerror(errno))) }
        continue
      }
      if count == 0 {
        guard !bytes.isEmpty else { return nil }
        break
      }
      if byte == UInt8(ascii: "\n") { break }
      guard bytes.count < most else { throw .tooLong }
      bytes.append(byte)
    }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    // The mark that some editors put before a text is no part of its first line.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return try text(bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes)
  }

  static func text(_ bytes: [UInt8]) throws(PassphraseRefusal) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    return text
  }
}
