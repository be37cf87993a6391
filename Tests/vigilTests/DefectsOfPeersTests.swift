import Foundation
import Testing

/// Each defect that was found in the nearest other program, as something that must not be so here.
@Suite struct DefectsOfPeersTests {
  @Test(arguments: [
    ("220/100", "over 200 mmHg"), ("150/125", "over 120 mmHg"), ("hr 150", "at or over 131/min"),
    ("hr 38", "at or under 40/min"), ("spo2 86", "under 90"), ("rr 30", "at or over 25/min"),
    ("rr 7", "at or under 8/min"), ("85/60", "at or under 90 mmHg"),
  ])
  func `1 the worst level is reached and named before the milder ones`(
    line: String,
    limit: String
  ) throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let flags = try program.must("add", line).lines(with: " raised, ")
    let worst = try #require(flags.first)
    #expect(worst.contains("high priority"), "\(flags)")
    #expect(worst.contains(limit), "\(flags)")
    let priorities = flags.compactMap { flag in
      ["high", "medium", "low", "info"].firstIndex { flag.contains("\($0) priority") }
    }
    #expect(priorities == priorities.sorted(), "\(flags)")
  }

  @Test func `2 a diastolic breaks its limit whatever the systolic is`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "ketamine 36 mg iv")
    let said = try program.must("add", "145/121").said
    #expect(said.contains("diastolic HIGH"))
    #expect(!said.contains("systolic HIGH"))
    #expect(said.contains("diastolic over 120 mmHg: 121 mmHg"))
  }

  @Test func `3 nothing is filled in that nobody typed`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    #expect(try program.entryCount() == 1)
    try program.must("add", "hr 72")
    let content = try #require(try program.entries().last?["content"] as? [String: Any])
    let readings = try #require(content["readings"] as? [[String: Any]])
    #expect(readings.map { $0["sign"] as? String } == ["heartRate"])
    let report = try program.must("report", "1").said
    for invented in ["120/80", "98%", "36.", "98.6"] {
      #expect(!report.contains(invented), "\(invented)")
    }
  }

  @Test func `4 nothing of one patient is carried over to another`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "131/83 71 97%")
    try program.must("end")
    let opened = try program.start("P-015", room: "7").said
    try program.must("add", "hr 66")
    let said = try [
      opened, program.must("timeline", "2").said, program.must("report", "2").said,
      program.must("status").said,
    ].joined()
    for other in ["131", "97%", "HR 71", "Alex Rivera", "P-014"] {
      #expect(!said.contains(other), "\(other)")
    }
    #expect(try program.entryCount(of: "2") == 2)
  }

  @Test func `5 every time in the record has its offset`() throws {
    var program = try VigilProgram()
    defer { program.discard() }
    program.environment["TZ"] = "Asia/Kathmandu"
    try program.openSession()
    try program.must("add", "@-5m 120/80")
    // Read on a machine that is elsewhere.
    program.environment["TZ"] = "America/New_York"
    for entry in try program.entries() {
      for time in ["observed", "recorded"] {
        #expect((entry[time] as? String)?.hasSuffix("+05:45") == true, "\(entry)")
      }
    }
    #expect(try program.must("timeline", "1").said.contains("Asia/Kathmandu (+05:45)"))
  }

  @Test func `6 what is withdrawn stays, struck out, in every view`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "187/97 72")
    try program.must("void", "2", "--because", "cuff on the other patient")
    for view in [["timeline", "1"], ["report", "1"], ["timeline", "1", "--format", "json"]] {
      let said = try program.run(view).said
      #expect(said.contains("187"), "\(view)")
      #expect(said.contains("cuff on the other patient"), "\(view)")
    }
    #expect(try program.entryCount() == 3)
    let states = try program.flags().map { $0["state"] as? String }
    #expect(!states.isEmpty)
    #expect(states.allSatisfy { $0 == "retracted" }, "\(states)")
  }

  @Test func `7 an entry that could not be saved is said to be not saved`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let before = program.recordBytes
    // No file may grow beyond one block: a full disk, as the program sees it.
    let full = try program.shell("trap '' XFSZ; ulimit -f 1; vigil add 120/80 72")
    #expect(full.status == 74)
    #expect(full.output == "")
    #expect(full.errors.hasPrefix("Not saved: "))
    #expect(
      full.errors.hasSuffix(
        "\nWrite it on paper, see to the disk, and enter it again with its time.\n"
      )
    )
    #expect(program.recordBytes == before)
    #expect(try program.entryCount() == 1)
    #expect(try program.must("add", "120/80 72").said.contains("#2 "))
  }

  @Test func `8 one limit stands behind every view`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let built = try program.example(id: "ours", version: "1")
    try program.write(
      built.replacingOccurrences(of: #""limit": 180,"#, with: #""limit": 150,"#),
      to: "ours.json"
    )
    // Its source says 180, which the check finds and the clinic answers for.
    #expect(try program("protocol", "check", "ours.json").status == 1)
    try program.must(
      "protocol",
      "adopt",
      "ours.json",
      "--by",
      "LH",
      "--because",
      "150 is the clinic's own"
    )
    try program.must("start", "P-014", "--protocol", "ours.json", "--prescriber", "LH")
    try program.must("add", "ketamine 36 mg iv")
    // The text that the session was opened with counts, whatever becomes of the file.
    try program.write(built, to: "ours.json")
    #expect(try program.must("add", "149/80").lines(with: "raised").isEmpty)
    let answer = try program.must("add", "150/80").said
    for said in try [
      answer, program.must("timeline", "1").said, program.must("report", "1").said,
      program.must("flags").said,
    ] {
      // The chart's scale has a 180 of its own.
      #expect(said.contains("at or over 150"))
      #expect(!said.contains("over 180"))
    }
    let crossed = try program.flags("--rule", "bp.sys.crit")
    #expect(crossed.count == 1)
    let limit = crossed.first?["limit"] as? [String: Any]
    #expect(limit?["value"] as? Int == 150)
  }
}
