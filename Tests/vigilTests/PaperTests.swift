import Foundation
import Testing

/// The day the machine was down: a paper chart of a whole session, typed in afterwards.
@Suite("A paper chart, through the program")
struct PaperTests {
  private let program: VigilProgram

  init() throws {
    program = try VigilProgram()
    try program.addPatients()
  }

  /// Two days ago, so that the chart is a whole one whatever the time is.
  private static func day(_ back: Int = 2) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "UTC")
    format.dateFormat = "yyyy-MM-dd"
    return format.string(from: Date(timeIntervalSinceNow: -86_400 * Double(back)))
  }

  private static let chart = """
    @13:10 124/78 72 98% rr 14 moaas 5 A ra

    @13:30 ketamine 36 mg iv over 40 min
    @13:35 142/88 84 97% rr 14 moaas 5 A
    @13:40 186/104 96 97% -- anxious
    @13:42 do head up, quiet room; LH told
    @13:45 178/98 92 97%
    @13:50 nausea moderate
    @13:52 give ondansetron 4 mg iv
    @13:55 152/88 84 98%
    @14:05 138/84 78 98%
    @14:10 nausea gone
    @14:10 stop infusion given 36 mg
    @14:30 128/80 74 98% rr 14 moaas 5 A
    @15:30 122/78 70 98% rr 14 moaas 5 A ra

    """

  private func start() throws {
    try program.must(
      "start",
      "P-014",
      "--protocol",
      "iv-0.5-40",
      "--from-paper",
      "--opened",
      "\(Self.day()) 13:05",
      "--by",
      "KO",
      "--prescriber",
      "LH",
      "--weight",
      "72"
    )
  }

  private func add(_ lines: String, _ more: String...) throws -> VigilProgram.Outcome {
    try program.run(
      [
        "add", "-", "-s", "1", "--from-paper", "--date", Self.day(), "--observed-by", "KO", "--by",
        "MB",
      ]
        + more,
      input: lines
    )
  }

  @Test func `is a whole session with its flags, marked from paper in every view`() throws {
    defer { program.discard() }
    try start()
    let added = try add(Self.chart)
    #expect(added.status == 0, "\(added.errors)")
    #expect(added.said.contains("(from paper, seen by KO)"))
    let answered = try program.run([
      "leaving", "1", "--from-paper", "--at", "15:35", "--met", "gait", "--by", "MB",
    ])
    #expect(answered.said.contains("15:35") && answered.said.contains("from paper"), "\(answered)")
    let ended = try program.must(
      "end",
      "1",
      "--from-paper",
      "--at",
      "15:40",
      "--by",
      "MB",
      "--decided-by",
      "LH",
      "--because",
      "as on the paper chart"
    )
    #expect(ended.said.contains("15:40 session closed"))

    let timeline = try program.must("timeline", "1").said
    #expect(!timeline.contains("late, typed"))
    #expect(timeline.components(separatedBy: "from paper").count > 13)
    #expect(timeline.contains("CLOSED") && timeline.contains("–15:40"))
    let vitals = try program.must("timeline", "1", "--vitals").said
    #expect(vitals.contains("13:40p") && vitals.contains("p from paper"))
    #expect(!vitals.contains("imported") && !vitals.contains("L typed late"))
    #expect(try program.must("chart", "1").said.contains("p from paper"))

    let entries = try JSONOutput(try program.must("timeline", "1", "--format", "json").output)
    let all = try #require(entries["entries"] as? [[String: Any]])
    #expect(all.count >= 17)
    for entry in all {
      let source = try #require(entry["source"] as? [String: Any])
      #expect(source["kind"] as? String == "paper" && entry["late"] as? Bool == false)
    }
    #expect(all.filter { $0["observer"] as? String == "KO" }.count == 14)
    #expect(all.filter { $0["kind"] as? String == "dose" }.count == 2)
    let csv = try program.must("timeline", "1", "--format", "csv").output
      .split(separator: "\r\n").dropFirst().filter { !$0.contains(",slot,") }
    #expect(csv.allSatisfy { $0.contains(",paper,no,") }, "\(csv.first ?? "")")

    // The flags are those of the day, and none is of the days since.
    let standing = try program.flags().filter { $0["state"] as? String != "retracted" }
    #expect(standing.contains { $0["rule"] as? String == "bp.sys.crit" })
    for flag in standing {
      #expect((flag["raised"] as? String)?.hasPrefix(Self.day()) == true, "\(flag)")
    }
    #expect(try program.must("report", "1").said.contains("from paper"))
    #expect(try program.must("sessions").said.contains("CLOSED"))
  }

  @Test func `is refused whole, with the line of the file`() throws {
    defer { program.discard() }
    try start()
    let refused = try add("@13:10 124/78\n\n124/80\n@13:04 120/70\n@13:30 nausia\n")
    #expect(refused.status != 0 && refused.output.isEmpty)
    #expect(
      refused.errors.contains("line 3") || refused.errors.contains("stdin:3"),
      "\(refused.errors)"
    )
    #expect(refused.errors.contains("It does not say when"))
    #expect(
      try program.must("timeline", "1", "--format", "csv").output.contains(",vitals,") == false
    )
    let early = try add("@13:04 120/70\n")
    #expect(early.errors.contains("--from-paper --opened '\(Self.day()) 13:04'"), "\(early.errors)")
  }

  @Test(arguments: [
    (
      ["add", "--from-paper", "@13:10 124/78"],
      "--from-paper does not say of which day the chart is."
    ),
    (["add", "--date", "2026-11-18", "124/78"], "--date is for what is transcribed from paper."),
    (
      ["add", "--observed-by", "KO", "124/78"],
      "--observed-by is for what is transcribed from paper."
    ),
    (
      ["add", "--from-paper", "--date", "18.11.2026", "@13:10 124/78"],
      "--date “18.11.2026” is not a date."
    ),
    (["add", "-", "--from-paper"], "--from-paper does not say of which day the chart is."),
    (["fix", "--from-paper", "2", "hr", "70"], "Unknown option --from-paper."),
    (["end", "1", "--at", "15:40"], "--at is for what is transcribed from paper."),
    (["end", "1", "--date", "2026-11-18"], "--date is for what is transcribed from paper."),
    (["leaving", "1", "--met", "gait", "--at", "15:35"], "--at is for what is transcribed"),
    (["leaving", "1", "--met", "gait", "--from-paper"], "--from-paper does not say at what time"),
    (["leaving", "1", "--from-paper", "--at", "13:10"], "no criterion is answered."),
    (["end", "1", "--from-paper"], "--from-paper does not say at what time of the chart."),
  ])
  func `has options that go together`(_ arguments: [String], _ problem: String) throws {
    defer { program.discard() }
    try start()
    let outcome = try program.run(arguments, input: "@13:10 124/78\n")
    #expect(outcome.status == 2 || outcome.status == 64, "\(outcome.status)")
    #expect(outcome.errors.contains(problem), "\(outcome.errors)")
  }
}
