import Foundation

/// What fuzzing found worth keeping for one reader: a line of `Tests/Fuzz/Corpus` each.
///
/// Printable ASCII stands for itself, a backslash is `\\`, and every other byte `\x` and two digits.
package struct KeptInputs {
  package let inputs: [[UInt8]]

  /// Reads the file of a fuzz target, as `fuzz-lines`.
  package init(of target: String) throws {
    let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fuzz/Corpus/\(target).txt")
    let lines = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    inputs = try lines.dropLast(lines.last == "" ? 1 : 0).map(KeptInputs.bytes)
  }

  /// The bytes of one line of the file.
  package static func bytes(_ line: some StringProtocol) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(line.utf8)[...]
    while let letter = rest.popFirst() {
      guard letter == UInt8(ascii: "\\") else {
        bytes.append(letter)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "\\"): bytes.append(letter)
      case UInt8(ascii: "x"):
        guard rest.count >= 2,
          let byte = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        else { throw BrokenPromise("“\(line)” is no kept input") }
        bytes.append(byte)
        rest = rest.dropFirst(2)
      default: throw BrokenPromise("“\(line)” is no kept input")
      }
    }
    return bytes
  }

  /// Holds a promise to every one of them; a broken one says with which.
  package func hold(_ promise: ([UInt8]) throws -> Void) throws {
    for (place, input) in inputs.enumerated() {
      do {
        try promise(input)
      } catch {
        throw BrokenPromise("kept input \(place + 1): \(error)")
      }
    }
  }
}
