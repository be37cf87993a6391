import Testing

@testable import Exchange
import TestSupport

@Suite struct CSVTextTests {
  private func records(_ text: String) throws -> [[String]] {
    try CSVText(Array(text.utf8)).records.map(\.fields)
  }

  private func lines(_ text: String) throws -> [Int] {
    try CSVText(Array(text.utf8)).records.map(\.line)
  }

  private func defect(_ bytes: [UInt8]) throws -> CSVDefect {
    try #require(throws: CSVDefect.self) { try CSVText(bytes) }
  }

  private func defect(_ text: String) throws -> CSVDefect { try defect(Array(text.utf8)) }

  @Test func `reads fields between commas, empty ones included`() throws {
    #expect(
      try records("a,b,c\n1,,3\n,,9\n") == [["a", "b", "c"], ["1", "", "3"], ["", "", "9"]]
    )
  }

  @Test func `needs no line end after the last record`() throws {
    #expect(try records("a,b\n1,2") == [["a", "b"], ["1", "2"]])
    #expect(try records("a,b\n1,") == [["a", "b"], ["1", ""]])
  }

  @Test func `reads carriage return and line feed as one line end`() throws {
    #expect(try records("a,b\r\n1,2\r\n") == [["a", "b"], ["1", "2"]])
    #expect(try lines("a,b\r\n1,2\r\n3,4\r\n") == [1, 2, 3])
  }

  @Test func `passes over a byte order mark`() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a,b\n1,2\n".utf8)
    #expect(try CSVText(bytes).records.map(\.fields) == [["a", "b"], ["1", "2"]])
  }

  @Test func `reads commas, quotation marks and line ends inside quotes`() throws {
    let text = "a,b\n\"x, y\",\"she said \"\"no\"\"\"\n\"two\nlines\",z\n"
    #expect(try records(text) == [["a", "b"], ["x, y", "she said \"no\""], ["two\nlines", "z"]])
  }

  @Test func `numbers a record by the line on which it begins`() throws {
    #expect(try lines("a,b\n\"two\nlines\",z\n1,2\n") == [1, 2, 4])
    #expect(try lines("\n\na,b\n\n1,2\n") == [3, 5])
  }

  @Test func `passes over lines with nothing on them`() throws {
    #expect(
      try records("a,b\n\n1,2\n,\n  \n\t,\n3,4\n\n") == [["a", "b"], ["1", "2"], ["3", "4"]]
    )
  }

  @Test func `finds nothing in nothing`() throws {
    #expect(try records("").isEmpty)
    #expect(try CSVText([0xEF, 0xBB, 0xBF]).records.isEmpty)
    #expect(try records("\n\r\n\n").isEmpty)
  }

  @Test func `keeps letters of every script`() throws {
    #expect(try records("a\nnaïve Übelkeit 恶心 🤢\n") == [["a"], ["naïve Übelkeit 恶心 🤢"]])
  }

  @Test func `refuses what is not UTF-8, with its line`() throws {
    let latin1 = try defect(Array("a,b\n1,2\n".utf8) + [0xDC, 0x62, 0x65, 0x6C, 0x0A])
    #expect(latin1.cause == .notUTF8 && latin1.line == 3)
    let utf16 = try defect([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00])
    #expect(utf16.cause == .notUTF8 && utf16.line == 1)
    #expect(utf16.sentence == "this is not UTF-8 text; save the file as “CSV UTF-8”")
  }

  @Test func `refuses a quoted field that never ends, where it begins`() throws {
    let found = try defect("a,b\n1,2\n3,\"open\nand\non\n")
    #expect(found.cause == .openQuote && found.line == 3)
    #expect(try defect("\"").cause == .openQuote)
    #expect(try defect("\"\"\"").cause == .openQuote)
  }

  @Test func `refuses a quotation mark inside a field and text after a closing one`() throws {
    let inside = try defect("a,b\n1,5\"4\n")
    #expect(inside.cause == .strayQuote && inside.line == 2)
    let after = try defect("a,b\n1,\"x\"y\n")
    #expect(after.cause == .afterQuote && after.line == 2)
  }

  @Test func `refuses a carriage return that ends no line`() throws {
    let found = try defect("a,b\r1,2\r")
    #expect(found.cause == .loneReturn && found.line == 1)
  }

  @Test func `refuses control characters, but takes a tab`() throws {
    let found = try defect("a,b\n1,x\u{0}y\n")
    #expect(found.cause == .controlCharacter(0) && found.line == 2)
    #expect(try defect("a\nx\u{1B}[2Jy\n").cause == .controlCharacter(0x1B))
    #expect(try defect("a\nx\u{7F}\n").cause == .controlCharacter(0x7F))
    #expect(try records("a\nx\ty\n") == [["a"], ["x\ty"]])
  }

  @Test func `takes as many fields, and as long ones, as it says`() throws {
    let most = CSVText.mostFields
    let row = { (count: Int) in Array(repeating: "1", count: count).joined(separator: ",") + "\n" }
    #expect(try records(row(most)) == [Array(repeating: "1", count: most)])
    #expect(try defect(row(most + 1)).cause == .tooManyFields)
    let text = String(repeating: "x", count: CSVText.longestField)
    #expect(try records(text + "\n") == [[text]])
    #expect(try records("\"\(text)\"\n") == [[text]])
    #expect(try defect("a\n\(text)x\n").cause == .fieldTooLong)
    #expect(try defect("a\n\"\(text)x\"\n").line == 2)
  }

  @Test func `takes as many records as it says`() throws {
    let rows = String(repeating: "1\n", count: CSVText.mostRecords)
    #expect(try CSVText(Array(rows.utf8)).records.count == CSVText.mostRecords)
    let found = try defect(rows + "1\n")
    #expect(found.cause == .tooManyRecords && found.line == CSVText.mostRecords + 1)
  }

  @Test func `reads back what was written by the rules, whatever it holds`() throws {
    var random = SeededGenerator()
    let pieces = ["", "a", "1.5", ",", "\"", "\n", "\r\n", " ", "é", "🤢", "=1+1", "\t"]
    for _ in 0..<300 {
      let width = Int.random(in: 1...6, using: &random)
      let rows = (0..<Int.random(in: 1...5, using: &random)).map { row in
        (0..<width).map { place in
          // A first letter keeps a record from being a blank line.
          (place == 0 ? "r\(row)" : "")
            + (0..<Int.random(in: 0...4, using: &random))
            .compactMap { _ in pieces.randomElement(using: &random) }.joined()
        }
      }
      let text = rows.map { row in
        row.map {
          "\""
            + $0.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
        }.joined(separator: ",")
      }.joined(separator: "\r\n")
      #expect(try records(text) == rows, "seed \(random.seed)")
    }
  }
}
