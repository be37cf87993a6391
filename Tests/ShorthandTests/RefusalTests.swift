import SessionRecord
import Shorthand
import Testing

@Suite struct RefusalTests {
  @Test func `says of every wrong line what is wrong and what to type`() throws {
    let bedside = try Bedside()
    let table = try EntryLinesTable()
    let rows = try RefusalsTable().rows
    let beyond = rows.filter { row in !table.rows.contains { $0.line == row.line } }
    #expect(beyond.count >= 100)
    for row in rows {
      let refusal = bedside.refusal(of: row.line)
      #expect(refusal?.problem == row.problem, "\(row)")
      #expect(refusal?.remedy == row.remedy, "\(row)")
      #expect(refusal?.kind == .badInput)
    }
  }

  @Test func `says that nothing was stored`() throws {
    for row in try RefusalsTable().rows where !row.line.isEmpty {
      #expect(row.problem.hasSuffix("Nothing was stored."), "\(row)")
      #expect(!row.remedy.isEmpty, "\(row)")
    }
  }

  @Test func `refuses a line of more than 2000 characters`() throws {
    let bedside = try Bedside()
    let longest = "note " + String(repeating: "a", count: 1_995)
    #expect(try bedside.content(longest) == .note(String(repeating: "a", count: 1_995)))
    #expect(bedside.refusal(of: longest + "a") == .line(.tooLong(2_001)))
    #expect(
      bedside.refusal(of: longest + "a")?.problem
        == "The line has 2001 characters, and the most is 2000. Nothing was stored."
    )
  }

  @Test(arguments: [
    ("note \u{1B}[2Jcleared", "U+001B"), ("hr 84\u{0}", "U+0000"), ("hr 84\nhr 90", "U+000A"),
    ("120/80\t72", "U+0009"), ("note \u{7F}", "U+007F"), ("note a\u{85}b", "U+0085"),
    ("hr 84\r", "U+000D"), ("note \u{202E}08/021", "U+202E"), ("note \u{2066}x", "U+2066"),
    ("check L\u{2028}H", "U+2028"),
  ])
  func `refuses a control character and names it`(line: String, name: String) throws {
    let refusal = try Bedside().refusal(of: line)
    #expect(
      refusal?.description
        == "The line holds a control character (\(name)). Nothing was stored. "
        + "Type the line again on one line, with letters, digits and spaces only."
    )
  }

  @Test func `keeps letters of other scripts in words`() throws {
    let bedside = try Bedside()
    #expect(try bedside.content("note  Ödem am Fuß, 痛み ") == .note("Ödem am Fuß, 痛み"))
    #expect(
      try bedside.content("120/80 -- größere Manschette")
        == .vitals(
          try Vitals(
            [
              .systolic: .measured(Quantity(.systolic, 120), verified: true),
              .diastolic: .measured(Quantity(.diastolic, 80), verified: true),
            ],
            remark: "größere Manschette"
          )
        )
    )
  }

  @Test(arguments: ["hr ٨٤", "hr ８４", "hr ८४", "hr 8\u{20E3}4", "hr 8\u{301}4", "hr ⅷ4"])
  func `takes no digits but ASCII ones`(line: String) throws {
    let problem = try Bedside().refusal(of: line)?.problem ?? ""
    #expect(problem.contains("is not a number in plain digits, for heart rate"))
  }

  @Test func `takes the spaces of phones and documents for spaces`() throws {
    let bedside = try Bedside()
    #expect(
      try bedside.content("\u{A0}hr\u{202F}84  spo2\u{3000}97 ")
        == bedside.content("hr 84 spo2 97")
    )
  }
}
