import Foundation

/// Every wrong line with what is said of it and what to do, as a clinician may review them.
struct RefusalsTable {
  struct Row: CustomStringConvertible {
    let line: String
    let problem: String
    let remedy: String

    var description: String { "“\(line)”" }
  }

  let rows: [Row]

  init() throws {
    let text = try String(contentsOf: Folder.file("refusals.tsv"), encoding: .utf8)
    rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(
        line: fields[0],
        problem: fields.count > 1 ? fields[1] : "",
        remedy: fields.count > 2 ? fields[2] : ""
      )
    }
  }

  func row(_ line: String) -> Row? { rows.first { $0.line == line } }
}
