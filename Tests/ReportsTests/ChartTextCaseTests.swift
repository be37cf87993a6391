import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// Sessions of every length and shape, and what a chart says of each.
struct ChartTextCaseTests {
  @Test func `keeps each pressure on its side of two limits in one row`() throws {
    let rules = try limited([
      TargetSession.rule("a", .systolic, .atOrOver, 158_000, .low),
      TargetSession.rule("b", .systolic, .atOrOver, 160_000, .medium),
      TargetSession.rule("c", .systolic, .over, 160_000, .high),
    ])
    var session = try AssessedSession(under: rules)
    for (minute, systolic) in [157, 158, 159, 160, 161].enumerated() {
      try session.add("13:\(10 + minute * 5)", set(systolic, 70, 60, 98))
    }
    let drawing = drawing(try session.file(asOf: "13:40"), 80)
    let panel = try #require(drawing.panel)
    let rows = panel.shown.filter { $0.value.sign == .systolic }.map(\.row)
    #expect(Set(rows).count == 4)
    #expect(rows == rows.sorted() && rows[1] == rows[2])
    #expect(panel.scale.isCut)
    #expect(ChartCheck(drawing).all.isEmpty)
    let text = ChartText(try session.file(asOf: "13:40"), style: Style(width: 80)).text
    #expect(text.contains("rows are cut at limits, not all of 10"))
    #expect(text.contains("systolic at or over 160 mmHg"))
    #expect(text.contains("systolic over 160 mmHg"))
  }

  @Test func `keeps a third of a limit exact`() throws {
    let change = BaselineChange(.systolic, .atOrOver, .absolute(40_000))
    let rule = Rule(
      id: RuleID("rise"),
      condition: .change(change),
      priority: .medium,
      asksForRepeat: true,
      clearing: Clearing(count: 2, margin: 0),
      standing: .clinic,
      sources: []
    )
    var session = try AssessedSession(under: limited([rule], baseline: .meanBeforeDose))
    // The mean of these is 126 1/3, so that the limit is 166 1/3.
    for (clock, systolic) in [("13:01", 126), ("13:06", 126), ("13:11", 127)] {
      try session.add(clock, set(systolic, 70, 60, 98))
    }
    try session.add("13:15", ScheduledSession.ketamine())
    try session.add("13:20", set(166, 70, 60, 98))
    try session.add("13:25", set(167, 70, 60, 98))
    let file = try session.file(asOf: "13:30")
    let panel = try #require(drawing(file, 80).panel)
    let rows = panel.shown.filter { $0.value.sign == .systolic }.suffix(2).map(\.row)
    #expect(rows.first != rows.last)
    #expect(ChartCheck(drawing(file, 80)).all.isEmpty)
    #expect(try text(file, 80, ascii: true).contains("SBP 166.333..."))
  }

  @Test func `draws a session of minutes and one of twelve hours`() throws {
    var short = try AssessedSession()
    try short.add("13:01", set(120, 70, 60, 98))
    try short.add("13:03", set(122, 71, 61, 98))
    #expect(try text(short.file(asOf: "13:03"), 60).contains("13:02"))
    var long = try AssessedSession()
    let start = try SampleLog().at("13:00")
    for hour in 0...12 { try long.addAt(start + .minutes(hour * 60), set(120, 70, 60, 98)) }
    let drawn = try text(long.file(at: start + .minutes(720)), 80)
    // Past midnight: the new day stands over the clock.
    #expect(drawn.contains("2026-11-19") && drawn.contains("2026-11-20"))
    #expect(drawn.contains("16:00") && drawn.contains("00:00"))
  }

  @Test func `names the offset where the clocks were changed`() throws {
    // 25 October 2026: 03:00 +02:00 is 02:00 +01:00.
    let start = try #require(Stamp(rfc3339: "2026-10-25T01:30:00+02:00")).instant
    var log = try SampleLog()
    let sample = try SampleSession()
    try log.addAt(start, .opened(sample.opening()))
    for minute in [0, 30, 60, 90, 120] {
      try log.addAt(start + .minutes(minute), set(120, 70, 60, 98))
    }
    let rules = try SampleProtocol.made()
    let end = start + .minutes(120)
    let file = SessionFile(
      session: Session(
        number: log.session,
        opening: try sample.opening(),
        opened: Stamp(start, in: log.zone),
        closed: nil,
        state: .open,
        room: try sample.opening().room
      ),
      patient: Patient(code: try PatientCode("P-014"), identity: nil, commitment: .zero),
      monitoringProtocol: rules,
      log: log.entries,
      assessment: assess(log.entries, under: rules, asOf: end),
      zone: log.zone
    )
    let axis = drawing(file, 129).axis
    #expect(axis.days.map(\.text) == ["2026-10-25", "2026-10-25 (+01:00)"])
    // Three quarters of the way, where the clock says 02:00 for the second time.
    #expect(axis.days.last?.column == axis.column(start + .minutes(90)))
    #expect(axis.clock.map(\.text).filter { $0 == "02:00" }.count == 2)
    #expect(try text(file, 80).contains("2026-10-25 (+01:00)"))
  }

  @Test func `marks no time since a dose that nobody gave`() throws {
    var session = try AssessedSession()
    try session.add("13:05", set(120, 70, 60, 98))
    let axis = drawing(try session.file(asOf: "13:40"), 80).axis
    #expect(axis.sinceTimeZero.isEmpty)
    #expect(axis.clock.map(\.text).first == "13:00")
    let drawn = try text(session.file(asOf: "13:40"), 80)
    #expect(drawn.contains("Nothing was given."))
    #expect(drawn.contains("No flag was raised."))
  }

  @Test func `says that no set stands, and draws what else there is`() throws {
    var session = try AssessedSession()
    try session.add("13:05", .note("asked"))
    let file = try session.file(asOf: "13:40")
    let drawn = try text(file, 80)
    #expect(drawn.contains("No vital signs stand in this session."))
    #expect(drawn.contains("a 13:05 note: asked"))
    #expect(!drawn.contains("mmHg"))
    #expect(!TimelineText(file, style: Style(width: 80)).text.contains("events │"))
  }

  @Test func `begins a timeline with the chart where the page is wide enough`() throws {
    let file = try TargetSession.file()
    let wide = TimelineText(file, style: Style(width: 60)).text
    #expect(wide.contains("mmHg  180 │"))
    #expect(wide.contains(" #2 13:06"))
    #expect(!TimelineText(file, style: Style(width: 59)).text.contains("mmHg  180"))
    let narrow = try text(file, 59)
    #expect(narrow.contains("A chart needs 60 columns; this is the list."))
    #expect(narrow.contains(" #2 13:06"))
  }

  @Test func `letters more than 26 events, and loses none`() throws {
    var session = try AssessedSession()
    try session.add("13:02", set(120, 70, 60, 98))
    for place in 0..<60 { try session.add("13:\(10 + place / 2)", .note("n\(place)")) }
    let file = try session.file(asOf: "13:45")
    let drawing = drawing(file, 80)
    #expect(drawing.chart.events.last?.letter == "bh")
    let drawn = try text(file, 80)
    for event in drawing.chart.events {
      #expect(drawn.contains("\(event.letter) 13:"), "\(event.letter)")
    }
    let lane = try lines(of: "events", in: drawn).joined(separator: " ")
    let letters = lane.split { !$0.isLetter }.map(String.init)
    #expect(letters.sorted() == drawing.chart.events.map(\.letter).sorted())
  }

  @Test(arguments: [60, 80, 120])
  func `gives every number beyond its limit its sign, however close they are`(width: Int) throws {
    let rules = try limited([TargetSession.rule("d", .spo2, .under, 92_000, .medium)])
    var session = try AssessedSession(under: rules)
    for minute in 0...59 {
      let spo2 = minute.isMultiple(of: 3) ? 97 : 91 - minute % 5
      try session.add("13:\(minute < 10 ? "0" : "")\(minute)", set(120, 70, 60, spo2))
    }
    let file = try session.file(asOf: "14:30")
    for ascii in [false, true] {
      let drawn = try text(file, width, ascii: ascii).replacing("|", with: "│")
      let lane = try lines(of: "SpO2 %", in: drawn).joined(separator: " ")
      let numbers = lane.split { $0.isWhitespace || $0 == "│" }
        .map(String.init)
      let marked = numbers.filter { $0.hasSuffix(ascii ? "!" : "▼") }
      #expect(marked.count == 40, "\(numbers)")
      #expect(numbers.allSatisfy { marked.contains($0) || $0 == "97" }, "\(numbers)")
      let drawing = ChartDrawing(SessionWords(file), Style(width: width, ascii: ascii))
      let shown = numbers.count { $0 == "97" }
      #expect(shown + drawing.omitted.count { $0.sign == .spo2 } == 20)
    }
  }

  @Test func `leaves the mean pressure out of its extremes`() throws {
    var session = try AssessedSession()
    let given = try vitals([.systolic: 120, .diastolic: 75, .meanArterial: 90, .heartRate: 60])
    try session.add("13:05", given)
    try session.add("13:15", set(180, 110, 60, 98))
    let drawn = try text(session.file(asOf: "13:20"), 80)
    let table = drawn.split(separator: "\n").drop { !$0.contains("highest") }
    #expect(table.contains { $0.hasPrefix("BP mmHg") })
    #expect(!table.contains { $0.hasPrefix("MAP") })
  }

  @Test func `stacks flags of one minute, and loses none`() throws {
    let rules = try limited(
      (0..<12).map { TargetSession.rule("r\($0)", .systolic, .atOrOver, 150_000 + $0, .low) }
    )
    var session = try AssessedSession(under: rules)
    try session.add("13:05", set(120, 70, 60, 98))
    try session.add("13:15", set(180, 70, 60, 98))
    let drawn = try text(session.file(asOf: "13:20"), 60)
    let lane = try lines(of: "flags", in: drawn).joined()
    let numbers = lane.split { !$0.isNumber }.compactMap { Int($0) }
    #expect(numbers.sorted() == Array(1...12))
  }

  private func limited(
    _ rules: [Rule],
    baseline: BaselineMethod = .lastBeforeDose
  ) throws -> MonitoringProtocol {
    let target = try TargetSession.limits()
    return MonitoringProtocol(
      id: target.id,
      version: target.version,
      title: target.title,
      settings: target.settings,
      formulary: target.formulary,
      addedEffects: target.addedEffects,
      baseline: baseline,
      rules: rules,
      sources: [:]
    )
  }

  /// A lane's lines in a text, without the gutter.
  private func lines(of name: String, in text: String) throws -> [String] {
    let all = text.split(separator: "\n").map(String.init)
    let first = try #require(all.firstIndex { $0.contains("\(name) │") })
    let more = all[(first + 1)...].prefix { $0.hasPrefix("          │") }
    return ([all[first]] + more).map { String($0.drop { $0 != "│" }) }
  }

  private func drawing(_ file: SessionFile, _ width: Int) -> ChartDrawing {
    ChartDrawing(SessionWords(file), Style(width: width))
  }

  private func text(_ file: SessionFile, _ width: Int, ascii: Bool = false) throws -> String {
    ChartText(file, style: Style(width: width, ascii: ascii)).text
  }
}
