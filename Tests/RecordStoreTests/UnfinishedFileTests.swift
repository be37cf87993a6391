import Foundation
import Testing

@testable import RecordStore

@Suite("A private file")
struct UnfinishedFileTests {
  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `takes away what a run that was killed left of one, and no other file`() throws {
    let folder = try TemporaryRecord.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let others = ["record.key.backup", "record.key.old", "unfinished", ".vigil-unfinished"]
    for name in others + [".vigil-unfinished-Ab12cd", ".vigil-unfinished-zzzzzz"] {
      try Data("a key".utf8).write(to: folder.appendingPathComponent(name))
    }
    let file = PrivateFile(path: folder.appendingPathComponent("record.key").path)
    try file.write([1, 2, 3], replacing: false)
    #expect(try names(folder) == (others + ["record.key"]).sorted())
    #expect(try file.read() == [1, 2, 3])
  }

  @Test func `that another is writing is left to it`() throws {
    let folder = try TemporaryRecord.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      let other = try UnfinishedFile(in: folder.path)
      try other.write([9])
      let file = PrivateFile(path: folder.appendingPathComponent("witness.json").path)
      try file.write([1], replacing: true)
      try file.write([2], replacing: true)
      #expect(try file.read() == [2])
      #expect(try PrivateFile(path: other.path).read() == [9])
      #expect(try names(folder).count == 2)
    }
    #expect(try names(folder) == ["witness.json"])
  }
}
