import Foundation

/// What is wrong with the tables of RISKS.md: rows that are not whole, and tests that are not there.
struct RiskTable {
  static let harms: Set<String> = ["grave", "moderate", "slight"]

  let rows: [[String]]

  init(_ document: String) { rows = RisksDocument.numberedRows(in: document) }

  var risks: [[String]] { rows.filter { $0[0].hasPrefix("R") } }

  func complaints(_ sources: TestSources) -> [String] {
    var numbers: Set<String> = []
    var complaints: [String] = []
    for cells in rows {
      let number = cells[0]
      func complain(_ what: String) { complaints.append("\(number): \(what)") }
      if !numbers.insert(number).inserted { complain("the number is there twice") }
      guard cells.count == 7, !cells.contains("") else {
        complain("\(cells.filter { !$0.isEmpty }.count) cells that say something instead of 7")
        continue
      }
      if number.hasPrefix("R"), !RiskTable.harms.contains(cells[2]) {
        complain("no class of harm is called “\(cells[2])”")
      }
      let named = RiskTable.tests(in: cells[6])
      if named.isEmpty { complain("names no test") }
      for test in named {
        let parts = test.split(separator: "/", maxSplits: 1).map(String.init)
        let (suite, name) = (parts.first ?? "", parts.count > 1 ? parts[1] : "")
        if sources.running[suite]?.contains(name) == true { continue }
        let isOff = sources.disabled[suite]?.contains(name) == true
        complain("\(isOff ? "switched off" : "no such test"): \(test)")
      }
    }
    return complaints
  }

  /// What stands between backquotes; commands, as `./scripts/faults power`, are apart.
  static func tests(in cell: String) -> [String] {
    cell.components(separatedBy: "`").enumerated().filter { !$0.offset.isMultiple(of: 2) }
      .map(\.element).filter { !$0.hasPrefix("./") }
  }
}
