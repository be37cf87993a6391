import Testing

/// What is said after something was stored.
@Suite struct AnswersTests {
  @Test func `says that a patient was added, and who it is`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    let said = try program.must("patient", "add", "P-014", "--name", "Alex Rivera").said
    #expect(said.split(separator: "\n").first == "Patient P-014 added.")
    #expect(said.contains("Alex Rivera"))
    #expect(said.contains("allergies: not given"))
  }

  @Test func `reads back who the patient is when a session is opened`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let said = try program.start().said
    for text in [
      "Alex Rivera", "1984-03-12", "P-014", VigilProgram.label(1), "iv-0.5-40", "room 7",
      "weight 72 kg", "prescribed by LH", "limits adopted by LH",
    ] {
      #expect(said.contains(text), "\(text)")
    }
  }

  @Test func `says in every answer where no clinic adopted the limits`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.must("demo", "--record", "demo.vigil")
    var there = program
    there.environment["VIGIL_RECORD"] = "demo.vigil"
    try there.clearGates(of: "DEMO-1", under: "iv-0.5-40")
    try there.start("DEMO-1")
    for typed in ["add 120/80 72", "undo", "end"] {
      let head = try there.shell("vigil \(typed)").said.split(separator: "\n").first ?? ""
      #expect(head.contains("limits not adopted by this clinic"), "\(typed): \(head)")
    }
  }

  @Test func `names patient and session in every answer`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    for typed in [
      "add 120/80 72", "fix last hr 74 --because slip", "add chest pain mild", "ack 1 seen",
      "void 2 --because slip", "add mark", "undo", "add 'note one; two'",
      "end --because 'goes to the ward'",
      "void-session 1 --because 'opened twice'",
    ] {
      let answer = try program.shell("vigil \(typed)")
      #expect(answer.status == 0, "\(typed): \(answer.errors)")
      let head = answer.said.split(separator: "\n").first ?? ""
      for text in ["Alex Rivera", "P-014", VigilProgram.label(1)] {
        #expect(head.contains(text), "\(typed): \(head)")
      }
      #expect(!head.contains("adopted"), "\(typed): \(head)")
    }
  }

  @Test func `says values in full with their units and the mean pressure`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let said = try program.must("add", "138/88 90 96% rr 14 t 36.6 moaas 5 A ra").said
    // (138 + 2 × 88) / 3 = 104.67
    for text in [
      "#2 ", "BP 138/88 (MAP 105) mmHg", "HR 90/min", "SpO2 96%", "RR 14/min", "36.6 °C",
      "MOAA/S 5", "room air",
    ] {
      #expect(said.contains(text), "\(text) in \(said)")
    }
    for text in ["HIGH", "LOW", "flag"] { #expect(!said.contains(text), "\(text) in \(said)") }
    #expect(try program.must("add", "t 98.2F").said.contains("36.8 °C (98.2 °F)"))
    #expect(try program.must("add", "weight 158lb").said.contains("71.7 kg (158 lb)"))
  }

  @Test func `puts HIGH or LOW beside what broke a limit, and tells the flag with its limit`()
    throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    // After the start, where no hold limit is looked at any more.
    try program.must("add", "ketamine 36 mg iv")
    let high = try program.must("add", "180/100 72 96%").said
    #expect(high.contains("systolic HIGH"))
    // The baselines that nobody took were overdue at the start: six flags before it.
    #expect(high.contains("flag 7 raised, medium priority: systolic at or over 180 mmHg: 180 mmHg"))
    #expect(high.contains("repeat between "))
    #expect(!high.contains("LOW"))
    let low = try program.must("add", "150/80 72 91%").said
    #expect(low.contains("SpO2 91% LOW"))
    #expect(low.contains("SpO2 at or under 91"))
    #expect(low.contains("high priority"))
    #expect(!low.contains("HIGH"))
  }

  @Test func `tells when a flag is confirmed and when it is cleared`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    #expect(try program.must("add", "@-5m 98/60").said.contains("flag 1 raised, low priority"))
    let confirmed = try program.must("add", "@-3m 97/60").said
    #expect(confirmed.contains("flag 1 confirmed by repeat"))
    #expect(confirmed.contains("medium priority"))
    // 105 and above is inside by the margin of 5; the second such value in a row clears.
    #expect(!(try program.must("add", "@-2m 105/64").said.contains("cleared")))
    #expect(try program.must("add", "@-1m 110/66").said.contains("flag 1 cleared"))
    // A repeat inside, one to ten minutes after the first, clears an unconfirmed one.
    #expect(try program.must("add", "@-4m spo2 93").said.contains("flag 2 raised"))
    #expect(try program.must("add", "@-1m spo2 95").said.contains("flag 2 cleared on repeat"))
  }

  @Test func `retracts a flag whose cause is corrected, and names the correction`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "182/100 72")
    let said = try program.must("fix", "last", "128/100", "--because", "misread").said
    #expect(said.contains("flag 1 retracted by #3"))
    let timeline = try program.must("timeline", "1").said
    #expect(timeline.contains("182/100"))
    #expect(timeline.contains("128/100"))
    #expect(timeline.contains("misread"))
  }

  @Test func `stores the improbable as unverified, exits with 0, and verifies what is typed again`()
    throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let doubtful = try program("add", "120/80 28")
    #expect(doubtful.status == 0)
    #expect(doubtful.errors == "")
    #expect(doubtful.said.contains("HR 28?/min"))
    #expect(doubtful.said.contains("unverified"))
    #expect(doubtful.said.contains("type it again to verify"))
    let again = try program("add", "120/80 28")
    #expect(again.status == 0)
    #expect(again.said.contains("#2 verified: the same line was typed again"))
    #expect(again.said.contains("HR 28/min"))
    let report = try program.must("timeline", "1", "--vitals").said
    #expect(report.split(separator: "\n").filter { $0.contains("120") }.count == 1)
  }

  @Test func `does not take what another person types for a verification`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "--by", "KO", "120/80 28")
    let other = try program.must("add", "--by", "LH", "120/80 28").said
    #expect(!other.contains("verified: the same line"))
    #expect(other.contains("HR 28?/min"))
  }

  @Test func `takes back one's own last entry, and says which`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "120/80 72")
    try program.must("add", "nausea mod")
    let said = try program.must("undo").said
    #expect(said.contains("#3 voided: undone"))
    #expect(said.contains("nausea moderate"))
    let timeline = try program.must("timeline", "1").said
    #expect(timeline.contains("nausea moderate"))
    #expect(try program.entryCount() == 4)
  }

  @Test func `says that an id is there already, and adds nothing`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let id = "3F2504E0-4F89-11D3-9A0C-0305E82C3301"
    let first = try program.must("add", "--id", id, "120/80 72").said
    #expect(!first.contains("Already saved"))
    let second = try program("add", "--id", id, "120/80 72")
    #expect(second.status == 0)
    #expect(second.said.contains("Already saved as #2. Nothing was added."))
    #expect(try program.entryCount() == 2)
  }

  @Test func `asks afterwards for what a crisis word and a stopped infusion leave open`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let crisis = try program.must("add", "chest pain").said
    #expect(crisis.contains("flag 1 raised, high priority"))
    #expect(crisis.contains("How severe?"))
    let none = try program.must("add", "stop infusion").said
    #expect(none.contains("No infusion was running"))
    try program.must("add", "start infusion")
    let stop = try program.must("add", "stop infusion").said
    #expect(stop.contains("How much was given?"))
  }

  @Test func `names what is open when a session is closed, and that it still takes corrections`()
    throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "chest pain")
    try program.must("add", "120/80 28")
    let said = try program.must("end", "--because", "taken to the emergency department").said
    #expect(said.contains("session closed"))
    // A crisis word counts as severe; 28/min is at or under 50 and 40, is 3 of NEWS2 by itself, and
    // waits to be verified.
    #expect(said.contains("Still open at closing: flags 1, 2, 3, 4, 5, 6."))
    #expect(said.contains("Not acknowledged: flags 1, 2, 3, 4, 5, 6."))
    #expect(said.contains("Never verified: #3."))
    try program.must("fix", "-s", "1", "3", "hr", "82", "--because", "one digit was typed wrong")
    #expect(try program.must("sessions").said.contains("AMENDED"))
  }

  @Test func `marks an entry as late and keeps both its times`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "@-5m 120/80")
    try program.must("add", "@-30m 118/80")
    let lines = try program.must("timeline", "1").lines(with: "mmHg")
    #expect(lines.filter { $0.contains("late") }.count == 1, "\(lines)")
    let late = try #require(try program.entries().last)
    #expect(late["late"] as? Bool == true)
    #expect((late["observed"] as? String ?? "") < (late["recorded"] as? String ?? ""))
  }
}
