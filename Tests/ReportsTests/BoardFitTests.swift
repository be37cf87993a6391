import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// What is shown where a screen is too small for the floor.
struct BoardFitTests {
  @Test(arguments: [60, 80, 120, 200]) func `more sessions than a screen has lines are counted`(
    width: Int
  ) throws {
    let files = try BoardFloor.calm(22)
    let text = try BoardFloor.text(files, width: width, rows: 23)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 23)
    let shown = lines.filter { $0.contains(" P-1") }.count
    let counted = try #require(lines.last?.split(separator: " ").first.flatMap { Int($0) })
    #expect(shown + counted == 22)
    #expect(text.contains("do not fit (none overdue, no flag open):"))
  }

  @Test func `no session is lost at any size of the screen, and none with a high flag is hidden`()
    throws
  {
    let high = try BoardFloor.high(acknowledged: true)
    let overdue = try BoardFloor.overdue()
    let calm = try BoardFloor.calm()
    for seed in UInt64(1)...12 {
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...30, using: &random)
      let files = try (1...count).map { number in
        let kind = [calm, calm, overdue, high][Int.random(in: 0...3, using: &random)]
        return try kind.on("\(number)", "Q\(number)Q", "Name \(number)", number: number)
      }
      let rows = Int.random(in: 4...60, using: &random)
      let width = Int.random(in: 60...160, using: &random)
      let text = try BoardFloor.text(files, width: width, rows: rows)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let said = "seed \(seed): \(count) sessions, \(rows) rows, \(width) columns\n\(text)"
      let shown = files.filter { file in
        lines.contains { $0.contains(" \(file.session.opening.patient.text) ") }
      }
      let last = lines.last ?? ""
      let hidden =
        last.contains("not fit") ? last.split(separator: " ").first.flatMap { Int($0) } : 0
      #expect(shown.count + (hidden ?? -1) == count, "\(said)")
      let highs = files.filter { file in file.assessment.flags.contains { $0.isUrgent } }
      #expect(highs.allSatisfy { file in shown.contains { $0.session == file.session } }, "\(said)")
      // More than the screen only where every row has to be there.
      if lines.count > rows { #expect(shown.count == highs.count, "\(said)") }
      // Nothing is left out while a row is free.
      if (hidden ?? 0) > 0 { #expect(lines.count >= rows, "\(said)") }
    }
  }

  @Test func `rows of one line say below where limits are not adopted`() throws {
    let adopted = try BoardFloor.calm(9)
    #expect(try !BoardFloor.text(adopted, rows: 12).contains("Limits not adopted"))
    let own = try BoardFloor.calm()
    var mixed = adopted
    mixed[3] = own
    let text = try BoardFloor.text(mixed, rows: 13)
    #expect(text.split(separator: "\n").last == "Limits not adopted: room 2 (P-014)")
    let none = Array(repeating: own, count: 9)
    #expect(try BoardFloor.text(none, rows: 13).hasSuffix("\nLimits not adopted: all 9 sessions"))
    // It takes a row of its own, also where that hides a session.
    for rows in 5...12 {
      let lines = try BoardFloor.text(mixed, rows: rows).split(separator: "\n")
      #expect(lines.count == rows, "\(rows)")
      #expect(lines.contains { $0.hasPrefix("Limits not adopted: ") }, "\(rows)")
      #expect(lines.last?.contains(" not fit (") == true, "\(rows)")
    }
  }

  @Test(arguments: [80, 120]) func `nothing is cut or left out while there are lines for it`(
    width: Int
  ) throws {
    let files = try BoardFloor.six()
    let whole = try BoardFloor.text(files, width: width)
    let most = whole.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(try BoardFloor.text(files, width: width, rows: most) == whole)
    // Blank lines go first, and no word with them.
    let tight = try BoardFloor.text(files, width: width, rows: most - 1)
    #expect(tight == whole.split(separator: "\n").joined(separator: "\n"))
    for rows in 23..<most {
      let text = try BoardFloor.text(files, width: width, rows: rows)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= rows, "\(rows)")
      // Fewer lines are free than the next step of any session takes.
      #expect(rows - lines.count < 12, "\(rows) rows, \(lines.count) used\n\(text)")
      #expect(!text.contains("not fit"))
    }
    let usual = try BoardFloor.text(files, width: 120, rows: 39)
    let cut = usual.split(separator: "\n").filter { $0.hasPrefix("      ") && $0.contains("…") }
    #expect(cut.isEmpty, "\(cut)")
  }

  @Test func `of many sessions those that need eyes most say more than a line`() throws {
    var files = try BoardFloor.calm(20)
    files[11] = try BoardFloor.high(acknowledged: false).on("12", "P-112", nil, number: 12)
    files[16] = try BoardFloor.overdue().on("17", "P-117", nil, number: 17)
    let text = try BoardFloor.text(files, rows: 30)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 30 || lines.count == 29, "\(text)")
    #expect(lines.filter { $0.contains("P-1") }.count == 20)
    #expect(text.contains("\n      due now: blood pressure and heart"))
    #expect(text.contains("\n      OVERDUE by 6 min: blood pressure"))
    #expect(!text.contains("not fit"))
  }

  @Test func `those that need eyes least are left out, and the rest keep their order`() throws {
    var files = try BoardFloor.calm(9)
    files[6] = try BoardFloor.overdue().on("7", "P-107", nil, number: 7)
    files[8] = try BoardFloor.high(acknowledged: false).on("9", "P-109", nil, number: 9)
    let text = try BoardFloor.text(files, rows: 8)
    let rows = text.split(separator: "\n").filter { $0.contains("  P-10") }.map { $0.prefix(1) }
    #expect(rows.first == "1")
    #expect(rows.filter { ["7", "9"].contains($0) } == ["7", "9"])
    #expect(text.contains("sessions do not fit (none overdue, no flag open): room "))
  }

  @Test(arguments: [40, 48, 60, 72, 80, 96, 103, 104, 120, 200])
  func `no line is wider than the page, whatever a name or a room is`(width: Int) throws {
    let long = String(repeating: "W", count: 90)
    let files =
      try BoardFloor.six() + [
        try BoardFloor.high(acknowledged: false).on(
          String(repeating: "中", count: 40),
          "P-40",
          long,
          number: 40
        ), try BoardFloor.overdue().on("x y z \(long)", "P-41", "\u{202E}evil \(long)", number: 41),
      ]
    for rows in [nil, 40, 23, 5] {
      for ascii in [false, true] {
        let style = Style(width: width, ascii: ascii)
        let text = BoardText(files, asOf: try BoardFloor.asOf(), rows: rows, style: style).text
        #expect(!text.unicodeScalars.contains("\u{202E}"))
        if ascii { #expect(text.utf8.allSatisfy { $0 < 0x80 }) }
        for line in text.split(separator: "\n") {
          let columns = DisplayWidth.of(String(line))
          #expect(columns <= width, "\(rows ?? 0) rows: \(columns) columns in “\(line)”")
        }
      }
    }
  }

  @Test func `a name that is too long is cut with a sign, its code never`() throws {
    let file = try BoardFloor.calm().on("1", "P-014", "Wolfeschlegelsteinhausen, Adolph", number: 1)
    let text = try BoardFloor.text([file])
    #expect(text.contains("P-014"))
    #expect(text.contains("…"))
  }
}

extension SessionRecord.Flag {
  fileprivate var isUrgent: Bool { isOpen && priority == .high }
}
