import Foundation
import SessionRecord
import Testing

@Suite struct DrawnUUIDTests {
  @Test func `is of version 4, and never the same twice`() {
    let drawn = (0..<1_000).map { _ in UUID.drawn() }
    #expect(Set(drawn).count == drawn.count)
    for uuid in drawn {
      let text = Array(uuid.uuidString)
      #expect(text[14] == "4" && "89AB".contains(text[19]), "\(uuid)")
    }
  }

  @Test func `takes every bit that its form leaves from the generator`() {
    var (ones, zeros) = (Constant(number: .max), Constant(number: 0))
    #expect(UUID.drawn(using: &ones).uuidString == "FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF")
    #expect(UUID.drawn(using: &zeros).uuidString == "00000000-0000-4000-8000-000000000000")
  }

  /// `UUID()` gives zeros where /dev/urandom cannot be read.
  @Test func `is how every id in the program is made`() throws {
    let files = FileManager.default.enumerator(
      at: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources"),
      includingPropertiesForKeys: nil
    )
    var looked = 0
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      guard file.lastPathComponent != "DrawnUUID.swift" else { continue }
      looked += 1
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(!text.contains("UUID()"), "\(file.lastPathComponent)")
    }
    #expect(looked > 300)
  }

  private struct Constant: RandomNumberGenerator {
    let number: UInt64
    mutating func next() -> UInt64 { number }
  }
}
