import Foundation
import Testing

/// The floor on one screen, by the program itself.
@Suite struct BoardTests {
  @Test func `shows the open sessions by room, and none that was closed`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openAfterDose()
    try program.start("P-015", room: "10")
    let board = try program.must("board")
    #expect(board.errors == "")
    #expect(board.said.hasPrefix("2 open sessions as of "))
    #expect(board.said.contains("No alarm: it makes no sound."))
    #expect(board.said.contains("OVERDUE room 7 by "))
    let rows = board.said.split(separator: "\n").filter { $0.contains(" P-01") }
    #expect(rows.map { $0.prefix(2) } == ["7 ", "10"])
    try program.must("end", "1", "--because", "goes to the ward")
    let after = try program.must("board").said
    #expect(after.hasPrefix("1 open session as of "))
    #expect(!after.contains("P-014"))
  }

  @Test func `writes nothing into the record, and shows none where nothing is open`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let before = program.recordBytes
    let board = try program.must("board")
    #expect(board.said.hasPrefix("0 open sessions as of "))
    #expect(program.recordBytes == before)
  }

  @Test func `tells a script the same in JSON, and one document a line when it watches`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openAfterDose()
    let document = try JSONOutput(program.must("board", "--format", "json").output)
    #expect(document["schema"] as? String == "vigil/board/1")
    #expect(document["overdue"] as? Int == 1)
    #expect(document.objects("sessions").count == 1)
    let lines = try program.watchedLines("board")
    #expect(lines.count >= 2)
    for line in lines {
      #expect(try JSONOutput(String(line))["schema"] as? String == "vigil/board/1")
    }
  }

  @Test func `redraws a screen of 24 rows without a line too many`() throws {
    var program = try VigilProgram()
    defer { program.discard() }
    guard try program.hasTerminals() else {
      try Test.cancel("script(1) cannot make a terminal here")
    }
    try program.openAfterDose()
    program.environment["TERM"] = "xterm-256color"
    program.environment["LINES"] = "24"
    program.environment["COLUMNS"] = "80"
    let drawn = try program.drawn(watching: "board", twice: WatchTests.cleared)
    let looks = drawn.components(separatedBy: WatchTests.cleared)
    #expect(looks.count >= 3, "\(drawn)")
    for look in looks.dropFirst() {
      #expect(look.contains("\u{A0}1\u{A0}s") || look.contains("every 1 s"))
      #expect(look.contains("OVERDUE"))
      #expect(look.split(separator: "\r\n").count < 24)
      #expect(!look.contains("\u{7}"))
    }
  }

  @Test func `refuses what cannot be meant`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    for wrong in ["--watch 0", "--watch x", "--width 20", "--format csv", "P-014"] {
      let outcome = try program.shell("vigil board \(wrong)")
      #expect(outcome.status == 64, "\(wrong)")
      #expect(outcome.output == "", "\(wrong)")
      #expect(outcome.errors != "", "\(wrong)")
    }
  }
}
