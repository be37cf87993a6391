import Testing

/// `vigil chart`, and the chart that a timeline begins with.
@Suite struct ChartTests {
  private static let list = "A chart needs 60 columns; this is the list."

  private func prepared() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.fillSession()
    return program
  }

  private func widest(_ text: String) -> Int { text.split(separator: "\n").map(\.count).max() ?? 0 }

  @Test func `draws the only open session without its name, and a closed one by its number`() throws
  {
    let program = try prepared()
    defer { program.discard() }
    let open = try program.must("chart")
    #expect(open.errors == "")
    #expect(open.said.contains(VigilProgram.label(1)) && open.said.contains("OPEN"))
    #expect(open.said.contains("˅ systolic  ˄ diastolic  ● heart rate"))
    #expect(open.said.contains("No flag means only that no limit was crossed"))
    try program.must("ack", "1", "seen")
    try program.must("end", "1", "--because", "goes to the ward")
    let before = program.recordBytes
    let closed = try program.must("chart", "1")
    #expect(closed.said.contains(VigilProgram.label(1)) && !closed.said.contains("OPEN"))
    #expect(closed.said.contains("˅ systolic  ˄ diastolic  ● heart rate"))
    #expect(program.recordBytes == before)
    let none = try program.run(["chart"])
    #expect(none.status == 66)
    #expect(none.output == "")
    #expect(none.errors.contains("No session is open."))
  }

  @Test(arguments: [60, 80, 140]) func `takes the columns that it is given`(width: Int) throws {
    let program = try prepared()
    defer { program.discard() }
    for arguments in [["--width", "\(width)"], ["--width=\(width)"]] {
      let text = try program.run(["chart", "1"] + arguments).output
      #expect(widest(text) == width, "\(text)")
      #expect(!text.contains(ChartTests.list))
    }
  }

  @Test func `draws in ASCII alone where that is asked for`() throws {
    let program = try prepared()
    defer { program.discard() }
    let text = try program.must("chart", "1", "--ascii").output
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.contains("v systolic  ^ diastolic  o heart rate"))
    #expect(try program.must("chart", "1").output.contains("˅"))
  }

  @Test func `is the list on a terminal of fewer than 60 columns, unless a width is named`() throws
  {
    var program = try prepared()
    defer { program.discard() }
    program.environment["COLUMNS"] = "50"
    let list = try program.must("chart", "1").said
    #expect(list.contains(ChartTests.list))
    #expect(!list.contains("˅"))
    #expect(widest(list) <= 50)
    #expect(list.contains("note: eighteenth"))
    #expect(try program.must("chart", "1", "--width", "60").said.contains("˅ systolic"))
  }

  @Test func `refuses a session that is not there, and a width that is none`() throws {
    let program = try prepared()
    defer { program.discard() }
    try program.refuses([
      WrongUse(
        "vigil chart 9",
        exits: 66,
        says: """
          There is no session “9”.
          vigil sessions lists all.
          """
      )
    ])
    let narrow = try program.run(["chart", "1", "--width", "59"])
    #expect(narrow.status == 64)
    #expect(narrow.errors.contains("--width 59 is outside 60 to 200."))
  }

  @Test func `a timeline begins with the same chart, and then lists every entry`() throws {
    var program = try prepared()
    defer { program.discard() }
    // What is closed ends when it was closed, whichever minute it is.
    try program.must("ack", "1", "seen")
    try program.must("end", "1", "--because", "goes to the ward")
    let timeline = try program.must("timeline", "1").output
    let lines = timeline.split(separator: "\n")
    let drawn = try program.must("chart", "1").output.split(separator: "\n")
      .filter { $0.contains("│") }
    #expect(drawn.count > 5)
    // All of it above the entries.
    #expect(lines.filter { $0.contains("│") } == drawn)
    let last = try #require(lines.lastIndex { $0.contains("│") })
    let entry = try #require(lines.firstIndex { $0.contains("note: line 7") })
    #expect(last < entry)
    #expect(timeline.contains("note: eighteenth"))
    #expect(try !program.must("timeline", "1", "--vitals").output.contains("│"))
    program.environment["COLUMNS"] = "50"
    #expect(try !program.must("timeline", "1").output.contains("│"))
  }
}
