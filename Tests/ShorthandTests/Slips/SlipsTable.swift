import Foundation
import SessionRecord

/// The kept slips: `slips.jsonl`, written by `scripts/faults slips --rounds 1 --forms 4 --keep FILE`.
struct SlipsTable {
  struct Row: Decodable, CustomStringConvertible {
    let kind: String
    /// The ordinary set that was typed before it.
    let before: String
    let meant: String
    let line: String
    /// What came of it in the record: `refused`, `marked`, `as meant`, `silent`, `no reading`.
    let came: String
    /// What was meant, by sign, in thousandths.
    let values: [String: Int]
    /// The sign for which nothing that is stored can be true: its number is none in plain digits.
    let never: String?

    var description: String { "\(kind): “\(meant)” typed as “\(line)”" }
  }

  let rows: [Row]

  init() throws {
    let text = try String(contentsOf: Folder.file("slips.jsonl"), encoding: .utf8)
    rows = try text.split(separator: "\n").map { line in
      try JSONDecoder().decode(Row.self, from: Data(line.utf8))
    }
  }
}
