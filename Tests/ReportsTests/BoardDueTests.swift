import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// What the board says is wanted of a session, and in which order.
struct BoardDueTests {
  /// No baseline was taken before the dose at 13:30, so that it is too late for one.
  private func unprepared(_ clock: String) throws -> SessionFile {
    var session = try AssessedSession.builtIn()
    try session.add("13:30", try ScheduledSession.ketamine())
    return try session.file(asOf: clock).on("4", "P-040", "Lind, Eva", number: 140)
  }

  /// A high pressure, so that another is wanted at 13:55; nobody asked for effects at 13:50.
  private func mixed() throws -> SessionFile {
    var session = try ScheduledSession.running()
    try session.add("13:50", try ScheduledSession.full(192, 114, 96))
    try session.add("13:52", try ScheduledSession.full(194, 116, 98))
    return try session.file(asOf: BoardFloor.clock).on("5", "P-050", nil, number: 150)
  }

  private func words(_ file: SessionFile, _ clock: String = BoardFloor.clock) throws -> BoardWords {
    let now = try BoardFloor.asOf(clock).instant
    return BoardWords(session: BoardSession(file, now: now), now: now)
  }

  private func parts(_ file: SessionFile, _ clock: String = BoardFloor.clock) throws -> [String] {
    try words(file, clock).dueParts.map { plain($0) }
  }

  private func plain(_ phrase: Phrase) -> String {
    Cells(phrase, Style(width: 500)).lines(width: 500).map(\.text).joined(separator: "\n").spaced
  }

  @Test func `a baseline that can no longer be taken hides nothing that is due now`() throws {
    let file = try unprepared("13:41")
    let now = "blood pressure and heart rate, SpO2 and respiratory rate, sedation (MOAA/S)"
    #expect(try parts(file, "13:41") == ["due now: \(now)", "baseline 0 of 2"])
    #expect(try plain(words(file, "13:41").whenDue) == "now")
    let text = try BoardFloor.text([file], width: 240, at: "13:41")
    #expect(text.contains("OVERDUE room 4 baseline 0 of 2\n"))
    #expect(text.contains("Due now: \(now) since 13:40 (T+10)."))
    #expect(text.contains("Baseline before the dose: 0 of 2, 0 of 1 sets."))
    #expect(!text.contains("OVERDUE by"))
  }

  @Test func `a baseline that can still be taken is overdue as anything else`() throws {
    let file = try unprepared("13:20")
    #expect(
      try parts(file, "13:20").first
        == "OVERDUE by 5 min: baseline of blood pressure and heart rate"
    )
    #expect(try words(file, "13:20").session.due.lostBaseline == nil)
  }

  @Test func `a lost baseline comes after what is next, and after what is overdue`() throws {
    let next = try parts(unprepared("13:31"), "13:31")
    #expect(next.first?.hasPrefix("next 13:40: blood pressure") == true)
    #expect(next.last == "baseline 0 of 2")
    let overdue = try unprepared("13:46")
    #expect(try parts(overdue, "13:46").first?.hasPrefix("OVERDUE by 6 min: blood") == true)
    #expect(try parts(overdue, "13:46").last == "baseline 0 of 2")
    // It is still overdue to a script, and where rooms are counted.
    #expect(try words(unprepared("13:31"), "13:31").session.due.isOverdue)
    let json = BoardJSON([try unprepared("13:31")], asOf: try BoardFloor.asOf("13:31")).text
    #expect(json.contains("\"overdue\": 1"))
  }

  @Test func `the worst priority comes first, due now before a lesser one that is overdue`() throws
  {
    let file = try mixed()
    let effects = "nausea, vomiting, headache, dizziness and anxiety"
    #expect(
      try parts(file) == [
        "due now: blood pressure and heart rate", "OVERDUE by 6 min: \(effects)",
      ]
    )
    // A column with room for one word says that something is overdue.
    #expect(try plain(words(file).whenDue) == "OVERDUE 6 min")
    #expect(try BoardFloor.text([file]).contains("OVERDUE room 5 by 6 min: \(effects.prefix(20))"))
  }

  @Test func `what does not fit is counted, and the count is never cut`() throws {
    let parts = try words(mixed()).dueParts
    let whole = plain(parts.joined("; "))
    for width in 24...120 {
      let line = BoardLine.listed(parts, to: width, Style(width: width))
      let text = line.text.spaced
      #expect(DisplayWidth.of(line.text) == line.width && line.width <= width, "\(width): \(text)")
      #expect(text == whole || text.hasSuffix(" and 1 more"), "\(width): \(text)")
      #expect((text == whole) == (width >= DisplayWidth.of(whole)), "\(width): \(text)")
    }
  }

  @Test func `flags that say again what is overdue share a line, and no other does`() throws {
    let text = try BoardFloor.text([BoardFloor.overdue()], width: 100)
    #expect(text.contains("      overdue flags ●1! ●2!  2 of 2 open flags not acknowledged"))
    #expect(!text.contains("priority (process)"))
    let doubtful = try BoardFloor.text([BoardFloor.doubtful()], width: 100)
    #expect(doubtful.contains("overdue flags ●7! ●8! ●9! ●10!  10 of 10 open flags"))
    // A process flag that is not of the schedule keeps its words, and each clinical one.
    #expect(doubtful.contains("●6! low priority (process), confirmed at once: unverified value"))
    for flag in ["▲1!", "▲2!", "▲3!", "▲4!", "●5!"] {
      #expect(doubtful.contains("\n      \(flag) "), "\(flag)")
    }
  }

  @Test func `an overdue flag that was acknowledged stands without its sign`() throws {
    var session = try ScheduledSession.overdue()
    let flag = try #require(try session.assessment(asOf: "13:55").flags.first { $0.isOpen })
    try session.acknowledge(
      "13:55",
      flag.number.value,
      flag: flag.identity.cause,
      of: flag.identity.rule.text
    )
    let text = try BoardFloor.text([session.file(asOf: "13:56")], width: 100)
    #expect(text.contains("overdue flags ●1 ●2!  1 of 2 open flags not acknowledged"))
  }

  @Test func `an overdue flag of high priority keeps a line of its own`() throws {
    let whole = try MonitoringProtocol(
      reading: BuiltInProtocol.ketamineIntravenous.text,
      from: BuiltInProtocol.ketamineIntravenous.name
    )
    let groups = whole.schedule.groups.map { $0.id.text == "bp" ? $0.urgent : $0 }
    let session = try ScheduledSession.overdue(under: whole.with(groups, whole.leaving))
    let text = try BoardFloor.text([session.file(asOf: "13:56")], width: 100)
    #expect(text.contains("\n      ●1! high priority (process), open: blood pressure"))
    #expect(text.contains("overdue flag ●2!  2 of 2"))
  }
}

extension ScheduleGroup {
  fileprivate var urgent: ScheduleGroup {
    ScheduleGroup(
      id: id,
      title: title,
      needs: needs,
      priority: .high,
      overdue: overdue,
      missed: missed,
      slots: slots,
      baselineSets: baselineSets,
      basis: basis
    )
  }
}
