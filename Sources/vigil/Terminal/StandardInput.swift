import Foundation

/// Lines that were piped in.
enum StandardInput {
  struct Line {
    /// From 1, blank lines counted.
    let number: Int
    let text: String
  }

  /// More than a day of entries; what is longer is no session.
  static let mostBytes = 1_000_000

  /// What one commit takes while every other person who types waits.
  static let mostLines = 2_000

  /// The lines that are not blank.
  static func lines() throws -> [Line] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0 {
        guard errno == EINTR else {
          throw CommandRefusal.unreadableInput(String(cString: strerror(errno)))
        }
        continue
      }
      if count == 0 { break }
      bytes += chunk[0..<count]
      guard bytes.count <= mostBytes else {
        throw CommandRefusal.inputTooLarge(limit: "1 MB")
      }
    }
    // The mark that some editors put before a text is no part of its first line.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let typed = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    guard let text = String(validating: typed, as: UTF8.self) else {
      throw CommandRefusal.unreadableInput("it is not UTF-8 text")
    }
    // Only what a terminal ends a line with: half of a pasted note must not become a line of its
    // own. A line refuses the other separators of Unicode.
    let lines = text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
      .enumerated()
      .map { Line(number: $0.offset + 1, text: String($0.element)) }
      .filter { !$0.text.allSatisfy(\.isWhitespace) }
    guard !lines.isEmpty else { throw CommandRefusal.nothingToAdd }
    guard lines.count <= mostLines else {
      throw CommandRefusal.tooManyLines(lines.count, most: mostLines)
    }
    return lines
  }
}
