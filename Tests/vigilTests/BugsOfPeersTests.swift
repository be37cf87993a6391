import Testing

/// What the nearest other program's own list of bugs tells to look at.
@Suite struct BugsOfPeersTests {
  @Test func `a new session shows no event of another`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "-", input: "chest pain severe\ngive labetalol 10 mg iv\n187/97")
    try program.start("P-015", room: "3")
    let said = try program.must("timeline", "2").said + program.must("report", "2").said
    for other in ["chest pain", "labetalol", "187"] { #expect(!said.contains(other), "\(other)") }
    #expect(
      try JSONOutput(program.must("report", "2", "--format", "json").output)
        .objects("flags").isEmpty
    )
  }

  @Test func `a side effect is saved, listed and counted`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "nausea mod")
    try program.must("add", "panic severe")
    #expect(try program.must("effects").said.contains("nausea"))
    let effects = try JSONOutput(program.must("effects", "--format", "json").output)
    #expect(effects.objects("effects").count == 2)
    #expect(try program.must("report", "1").said.contains("panic"))
    let severe = try program.must("effects", "--severity", "severe", "--format", "json").output
    #expect(try JSONOutput(severe).objects("effects").count == 1)
  }

  @Test func `the end of an infusion is not the end of the session, and opens no second one`()
    throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "ketamine 36 mg iv over 40 min")
    try program.must("add", "stop infusion given 36 mg")
    #expect(try program("add", "120/80").status == 0)
    #expect(
      try program("start", "P-014", "--protocol", "iv-0.5-40", "--prescriber", "LH").status == 77
    )
    #expect(try program("end").status == 77)
    try program.must("end", "--because", "goes back to the ward with a nurse")
    try program.must("fix", "-s", "1", "4", "122/80", "--because", "misread")
    let sessions = try JSONOutput(program.must("sessions", "--format", "json").output)
    #expect(sessions.objects("sessions").count == 1)
    #expect(sessions.objects("sessions").first?["state"] as? String == "amended")
  }

  @Test func `a dose is in the timeline once, with its infusion and when it is sent again`() throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let id = "00000000-0000-4000-8000-000000000001"
    for _ in 1...2 { try program.must("add", "--id", id, "ketamine 36 mg iv over 40 min") }
    try program.must("add", "start infusion")
    #expect(try program.must("timeline", "1").lines(with: "ketamine 36 mg").count == 1)
    #expect(try program.entryCount() == 3)
  }

  @Test func `the vital signs are there after closing, every set`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let sets = (0..<12).map { "@-\(60 - 5 * $0)m \(120 + $0)/\(80 + $0) 72 98%" }
    try program.must("add", "-", input: sets.joined(separator: "\n"))
    try program.must("end")
    for view in [["timeline", "1", "--vitals"], ["timeline", "1"], ["report", "1"]] {
      let said = try program.run(view).said
      for place in 0..<12 { #expect(said.contains("\(120 + place)/\(80 + place)"), "\(view)") }
    }
  }

  @Test func `a session that was struck out is kept and is in no count`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "-", input: "187/97\nnausea mod")
    try program.must("void-session", "1", "--because", "opened for the wrong patient")
    for command in ["flags", "effects"] {
      let list = try JSONOutput(program.must(command, "--format", "json").output)
      #expect(list.objects(command).isEmpty, "\(command)")
    }
    let timeline = try program.must("timeline", "1").said
    #expect(timeline.contains("VOID"))
    #expect(timeline.contains("opened for the wrong patient"))
    #expect(timeline.contains("187/97"))
    let sessions = try JSONOutput(program.must("sessions", "--format", "json").output)
    #expect(sessions.objects("sessions").first?["state"] as? String == "void")
    // The patient may be seen after all.
    try program.start()
  }
}
