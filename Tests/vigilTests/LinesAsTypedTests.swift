import Testing

/// What stands after the options belongs to the line, as it was typed.
@Suite struct LinesAsTypedTests {
  /// What is typed in a shell, and what has to be in the answer.
  static let lines: [(typed: String, said: String)] = [
    ("add rass -1", "RASS -1"),
    ("add rass +2", "RASS +2"),
    ("add -- rass -2", "RASS -2"),
    (
      "add 158/- -- cuff slipped",
      "BP 158/– mmHg systolic HIGH (diastolic not obtained: cuff slipped)"
    ),
    ("add bp - -- cuff error", "BP not obtained: cuff error"),
    ("add temp - -- no device", "Temp not obtained: no device"),
    ("add -s P-014 --by LH note --by is a word", "note: --by is a word"),
    ("add -s 7 note -s 12 is another room", "note: -s 12 is another room"),
    ("add --by=LH --session=P-014 note --record x", "note: --record x"),
    ("add note --help is what the patient said", "note: --help is what the patient said"),
    ("add note -h", "note: -h"),
    ("add note --format json", "note: --format json"),
    ("add note --because is a word here", "note: --because is a word here"),
    ("add note -- is a dash", "note: -- is a dash"),
    ("add @-3m 118/74 68", "BP 118/74 (MAP 89) mmHg  HR 68/min"),
    ("add @-3m note seen earlier", "note: seen earlier"),
    ("add 'note bed #4; door (left) open'", "note: bed #4; door (left) open"),
    ("add \"' it's what she says\"", "note: it's what she says"),
    ("add 'do head up 30; deep breaths'", "done: head up 30; deep breaths"),
    ("add '118/74(90) 68'", "BP 118/74 (MAP 90 as given, 89 reckoned) mmHg  HR 68/min"),
    ("add 'note $HOME `date` \\n stays'", "note: $HOME `date` \\n stays"),
    ("add dissociation mod -- eyes closed", "dissociation moderate — eyes closed"),
    ("add note Müller, 37,2 °C, „Wörter“ — café", "note: Müller, 37,2 °C, „Wörter“ — café"),
  ]

  @Test func `stores what stands after the options as it was typed`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    for (typed, said) in LinesAsTypedTests.lines {
      let outcome = try program.shell("vigil \(typed)")
      #expect(outcome.status == 0, "\(typed): \(outcome.errors)")
      #expect(outcome.said.contains(said), "\(typed): \(outcome.said)")
      #expect(outcome.errors == "", "\(typed)")
    }
    #expect(try program.entryCount() == LinesAsTypedTests.lines.count + 1)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `reads lines that end as any system ends them`(end: String) throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must(
      "add",
      "-",
      input: ["120/80 72", "", "note one", "mark"].joined(separator: end)
    )
    #expect(
      try program.entries().map { $0["kind"] as? String } == ["opened", "vitals", "note", "mark"]
    )
  }

  @Test func `takes 2,000 lines from standard input at once`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "-", input: String(repeating: "mark\n\n", count: 2_000))
    #expect(try program.entryCount() == 2_001)
  }

  @Test func `keeps the spaces inside a line, byte for byte`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "note two  spaces,   then three")
    try program.must("add", "do", "sat up", "-- slowly")
    let texts = try JSONOutput(program.must("timeline", "1", "--format", "json").output).texts
    #expect(texts.contains("two  spaces,   then three"))
    #expect(texts.contains("sat up -- slowly"))
  }

  @Test func `takes options before the line only, and who and where from them`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.start("P-015", room: "3")
    for session in ["1", "P-014", "7", VigilProgram.label(1)] {
      let outcome = try program("add", "-s", session, "--by", "LH", "hr 72")
      #expect(outcome.status == 0, "\(session): \(outcome.errors)")
      #expect(outcome.said.contains("Alex Rivera"), "\(session)")
    }
    #expect(try program("add", "--session=3", "hr 72").said.contains("Sam Okafor"))
    #expect(try program.entries(of: "1").dropFirst().allSatisfy { $0["author"] as? String == "LH" })
    #expect(try program.entries(of: "2").last?["author"] as? String == "KO")
  }

  @Test func `takes the reason of a correction before the entry, after the line and after a dash`()
    throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "120/80 72")
    let fixes: [(typed: String, reason: String)] = [
      ("fix --because 'digits transposed' 2 hr 84", "digits transposed"),
      ("fix 2 hr 85 --because digits transposed again", "digits transposed again"),
      ("fix '#2' hr 86 --because='with an = sign'", "with an = sign"),
      ("fix last hr 87 -- after a dash", "after a dash"),
      ("fix -s P-014 --by LH 2 hr 88 -- by another", "by another"),
      ("add 'fix #2 hr 89 -- as a line'", "as a line"),
    ]
    for (typed, reason) in fixes {
      let outcome = try program.shell("vigil \(typed)")
      #expect(outcome.status == 0, "\(typed): \(outcome.errors)")
      #expect(outcome.said.contains("corrects #2: \(reason)"), "\(typed): \(outcome.said)")
    }
    #expect(try program.must("timeline", "1").said.contains("HR 89/min"))
  }

  @Test func `withdraws by number, by last and as a line, with the reason in each place`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let voids: [(typed: String, said: String)] = [
      ("void 2 --because 'wrong patient'", "#2 voided: wrong patient"),
      ("void '#4' -- wrong arm", "#4 voided: wrong arm"),
      ("void --because slip last", "#6 voided: slip"),
      ("add 'void #8 -- as a line'", "#8 voided: as a line"),
      ("void last -- -1 was meant", "#10 voided: -1 was meant"),
    ]
    for (typed, said) in voids {
      try program.must("add", "hr 72")
      let outcome = try program.shell("vigil \(typed)")
      #expect(outcome.status == 0, "\(typed): \(outcome.errors)")
      #expect(outcome.said.contains(said), "\(typed): \(outcome.said)")
    }
  }

  @Test func `acknowledges with the words as they were typed`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "chest pain mild")
    let acknowledgements: [(typed: String, said: String)] = [
      ("ack 1 'head up; 96 at 14:08'", "flag 1 acknowledged: head up; 96 at 14:08"),
      ("ack seen -- and told LH", "flag 1 acknowledged: seen -- and told LH"),
      (
        "ack --by LH 1 --by is not an option here",
        "flag 1 acknowledged: --by is not an option here"
      ),
      ("add ack 1 as a line", "flag 1 acknowledged: as a line"),
    ]
    for (typed, said) in acknowledgements {
      let outcome = try program.shell("vigil \(typed)")
      #expect(outcome.status == 0, "\(typed): \(outcome.errors)")
      #expect(outcome.said.contains(said), "\(typed): \(outcome.said)")
    }
  }

  @Test func `reads many lines from standard input, in one commit and without blank ones`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let outcome = try program.run(
      ["add", "--by", "LH", "-"],
      input: "120/80 72 98%\r\n\n  nausea mod\nnote -- is a dash\nrass -1"
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    for said in ["#2 ", "#3 ", "#4 ", "#5 ", "nausea moderate", "note: -- is a dash", "RASS -1"] {
      #expect(outcome.said.contains(said), "\(said)")
    }
    let entries = try program.entries().dropFirst()
    #expect(entries.count == 4)
    #expect(Set(entries.compactMap { $0["commit"] as? Int }).count == 1)
  }
}
