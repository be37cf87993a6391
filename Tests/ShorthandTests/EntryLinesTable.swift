import Foundation

/// The conformance table: one line a row, with what it stores or why it is refused.
struct EntryLinesTable {
  struct Row: Decodable, CustomStringConvertible {
    let line: String
    let stores: [String: TableValue]?
    let refuses: String?

    var description: String { "“\(line)”" }
  }

  let rows: [Row]

  /// Reads a table that lies beside this file; its first row tells the others' circumstances.
  init(_ file: String = "entry-lines.jsonl") throws {
    let text = try String(contentsOf: Folder.file(file), encoding: .utf8)
    rows = try text.split(separator: "\n").dropFirst().map { line in
      try JSONDecoder().decode(Row.self, from: Data(line.utf8))
    }
  }
}

/// The folder of these tests.
enum Folder {
  static func file(_ name: String) -> URL {
    URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent(name)
  }
}
