import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite("A paper chart")
struct TranscribingTests {
  private let ward: Ward

  /// The next day, in a session that was opened on paper at 13:20.
  init() throws {
    ward = try Ward()
    try ward.at("09:30:00", day: 1)
    try ward.openFromPaper()
  }

  @Test func `is stored with its times, who wrote it and who typed it, and is never late`() throws {
    let recorded = try ward.transcribe(
      "@13:25 118/74 68 98%",
      "@13:30 ketamine 36 mg iv over 40 min",
      "@1340 nausea mild",
      "@13:45:30 do head up"
    )
    #expect(
      try ward.stands() == ["13:25 vitals", "13:30 dose", "13:40 effect", "13:45 action"]
    )
    let new = recorded.file.log.dropFirst()
    #expect(new.allSatisfy { $0.source == .paper && !$0.isLate })
    #expect(new.allSatisfy { $0.author.text == "MB" && $0.observer?.text == "KO" })
    #expect(new.allSatisfy { $0.recorded.instant == ward.hands.now })
    #expect(Set(new.map(\.commit)).count == 1)
    #expect(try recorded.file.assessment.timeZero == Ward.instant("13:30:00"))
  }

  @Test func `goes on over midnight, and back to a line that was forgotten`() throws {
    try ward.transcribe(
      "@13:25 hr 68",
      "@23:50 hr 70",
      "@00:10 hr 71",
      "@23:55 hr 72",
      "@00:20 hr 73"
    )
    let days = try ward.file().log.dropFirst().map {
      "\($0.observed.civil.day) \($0.observed.clock)"
    }
    #expect(days == ["19 13:25", "19 23:50", "20 00:10", "19 23:55", "20 00:20"])
  }

  @Test func `reaches back any time, and ahead never`() throws {
    try ward.at("09:30:00", day: 400)
    try ward.transcribe("@13:25 hr 68")
    #expect(try ward.stands() == ["13:25 vitals"])
    try ward.at("14:00:00")
    #expect(
      told { try ward.transcribe("@14:01 hr 70") }?
        .hasPrefix("“@14:01” is in the future: it is 14:00 now.") == true
    )
    #expect(
      told { try ward.transcribe("@13:30 hr 70", dated: "2026-11-20") }
        == "2026-11-20 is still to come. Nothing was stored. "
        + "Give the date at the head of the chart, as --date 2026-11-18."
    )
  }

  @Test(arguments: [
    (
      ["@13:25 118/74", "hr 70", "nausia"],
      "line 2: It does not say when, as every line of a paper chart does. Nothing was stored. "
        + "Write the time of the chart before it, as: @13:05 120/80 72"
    ),
    (["@13:25 118/74", "ack 1 head up"], "line 2: It does not say when"),
    (
      ["@13:25 118/74", "@-3m hr 70"],
      "line 2: “@-3m” counts back from now, as no paper chart does."
    ),
    (
      ["@13:25 118/74", "@13:19 hr 70"],
      "line 2: 13:19 is before S-2026-0001 was opened, 2026-11-19 13:20."
    ),
    (["@13:25 118/74", "@13:30 hr 400"], "line 2: "),
    (["@13:25 118/74", "@26:00 hr 70"], "line 2: “@26:00”: there is no such time."),
  ])
  func `is all or nothing, and the line is named`(_ lines: [String], _ message: String) throws {
    let said = told { try ward.transcribe(lines) }
    #expect(said?.hasPrefix(message) == true, "\(said ?? "not refused")")
    #expect(try ward.file().log.count == 1)
  }

  @Test func `says how to open the session earlier where its first line is older`() throws {
    #expect(
      told { try ward.transcribe("@13:05 118/74") }?
        .contains("vigil start P-014 … --from-paper --opened '2026-11-19 13:05'") == true
    )
  }

  @Test func `takes corrections and withdrawals among its lines`() throws {
    try ward.transcribe(
      "@13:25 118/74 86",
      "fix last hr 68 -- digits transposed",
      "@13:30 note not his",
      "void last -- of the next bed",
      "@13:40 hr 70",
      "undo"
    )
    let chart = try ward.file().assessment.chart
    #expect(try ward.vitals(2).value(.heartRate)?.thousandths == 68_000)
    #expect(chart[EntryNumber(2)]?.observed.clock == "13:25")
    #expect(chart.entries.filter(\.isVoid).map(\.number.value) == [4, 6])
  }

  @Test func `takes an acknowledgement as of what was open when it was written`() throws {
    try ward.transcribe(
      "@13:25 184/80",
      "@13:28 ack head up, asked LH",
      "@13:40 91%",
      "@13:42 ack all oxygen on",
      "@13:55 118/74 98%"
    )
    let flags = try ward.file().assessment.flags
    let first = try #require(flags.first { $0.identity.rule == RuleID("bp.sys.crit") })
    #expect(first.acknowledgements.map(\.text).contains("head up, asked LH"))
    #expect(try first.acknowledgements.first?.at == Ward.instant("13:28:00"))
    // Both are older than the record's knowledge of the flag, which is today's.
    #expect(try first.known > Ward.instant("13:28:00"))
    #expect(first.acknowledgements.map(first.wait) == [.minutes(3)])
  }

  @Test func `asks and verifies as it does live`() throws {
    let recorded = try ward.transcribe("@13:25 hr 232", "@13:25 hr 232", "@13:30 hr 231")
    #expect(recorded.file.log.map(\.content.kind) == [.opened, .vitals, .verification, .vitals])
    #expect(try ward.entry(2).verifiedBy == EntryNumber(3))
    #expect(recorded.file.log[2].observed.clock == "13:25")
  }

  @Test func `goes into a session that was opened before the machine was down`() throws {
    let other = try Ward()
    try other.open()
    try other.at("13:30:00")
    try other.type("118/74 68")
    try other.at("18:00:00")
    try other.transcribe("@13:40 120/76 70", "@13:50 122/78 72")
    #expect(try other.stands() == ["13:30 vitals", "13:40 vitals", "13:50 vitals"])
    #expect(try other.file().log.map(\.source) == [.typed, .typed, .paper, .paper])
  }

  @Test func `of 2,000 lines is one commit`() throws {
    let lines = (0..<2_000).map { number in
      "@\(13 + (30 + number / 10) / 60):\(String((30 + number / 10) % 60 + 100).suffix(2)) hr \(60 + number % 30)"
    }
    let recorded = try ward.transcribe(lines)
    #expect(recorded.new.count == 2_000)
    #expect(Set(recorded.file.log.dropFirst().map(\.commit)).count == 1)
  }
}
