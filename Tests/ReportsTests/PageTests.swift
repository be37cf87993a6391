import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// What stands on the pages of a session's report.
struct PageTests {
  private func html(
    _ file: SessionFile,
    _ clinic: Clinic? = nil,
    paper: Paper? = nil
  ) throws -> String {
    let letterhead = try PageSamples.letterhead(clinic, paper: paper, closed: true)
    return SessionReportHTML(file, letterhead: letterhead).text
  }

  @Test(arguments: [
    (Session.State.open, "DRAFT"), (.closed, "CLOSED"), (.amended, "AMENDED"), (.void, "VOID"),
  ])
  func `says its state in a box and at the head of every page`(
    state: Session.State,
    word: String
  ) throws {
    var sample = try SampleSession()
    sample.state = state
    let page = try html(try sample.file())
    let shape = state == .void ? "state void" : "state"
    #expect(page.contains("<span class=\"\(shape)\">\(word)</span>"))
    #expect(
      page.contains(
        "content: \(CSSString("Session S-2026-0119 · 19\u{A0}Nov\u{A0}2026 · \(word)").text)"
      )
    )
    #expect(page.contains("Takes the place of the report") == (state == .amended))
  }

  @Test func `says what an amended one takes the place of in all formats`() throws {
    let file = try SampleSession().file()
    let letterhead = try PageSamples.letterhead(closed: true)
    let says = [
      "Takes the place of the report as closed", "by KO; 1 entry since",
      "record as closed 1122\u{A0}3344\u{A0}5566\u{A0}7788, now 9f2c\u{A0}41d7\u{A0}b06e\u{A0}83aa",
      "#26 15:33 KO: corrects #12: read from the pump",
    ]
    let page = SessionReportHTML(file, letterhead: letterhead).text
    for part in says { #expect(page.contains(part), "\(part)") }
    let text = SessionReportText(file, style: Style(width: 300), letterhead: letterhead).text
    for part in says { #expect(text.contains(part.spaced), "\(part)") }
    let json = SessionReportJSON(file, letterhead: letterhead).text
    #expect(json.contains("\"since\": [\n      26\n    ]"))
    #expect(json.contains("\"asClosed\""))
    #expect(json.contains("1122334455667788"))
  }

  @Test func `has its running heads on either paper, with the pages counted`() throws {
    let file = try SampleSession().file()
    let a4 = try html(file, paper: .a4)
    let letter = try html(file, paper: .letter)
    #expect(a4.contains("size: A4 portrait") && letter.contains("size: letter portrait"))
    for page in [a4, letter] {
      #expect(page.contains("counter(page) \" of \" counter(pages)"))
      #expect(
        page.contains(
          CSSString("Rivera, Alex · MRN VGL-0042 · P-014 · born 12\u{A0}Mar\u{A0}1984").text
        )
      )
      let origin = RunningHeads.origin(try PageSamples.letterhead())
      #expect(
        page.contains(
          CSSString("\(origin) · The command line does not authenticate who is named.").text
        )
      )
    }
    #expect(
      RunningHeads.origin(try PageSamples.letterhead()).spaced
        == "Vigil 0.1.0 · printed 19 Nov 2026 15:40 +01:00 · record 9f2c 41d7 b06e 83aa"
    )
  }

  @Test func `spells months on paper and nowhere else`() throws {
    let file = try SampleSession().file()
    let page = try html(file)
    #expect(page.contains("Thursday 19\u{A0}November\u{A0}2026"))
    #expect(page.contains("12\u{A0}Mar\u{A0}1984 (42 y)"))
    #expect(!page.contains("2026-11-19"))
    #expect(SessionReportText(file, style: Style(width: 80)).text.contains("2026-11-19"))
  }

  @Test(arguments: [
    (1970, 1, 1, "Thursday 1 January 1970"), (1969, 12, 31, "Wednesday 31 December 1969"),
    (2024, 2, 29, "Thursday 29 February 2024"), (2026, 11, 25, "Wednesday 25 November 2026"),
    (1900, 3, 1, "Thursday 1 March 1900"),
  ])
  func `names the weekday`(year: Int, month: Int, day: Int, whole: String) throws {
    let civil = try #require(CivilTime(year: year, month: month, day: day))
    #expect(PaperDate.whole(civil).spaced == whole)
  }

  @Test func `shows the highest pressure as one reading had it`() throws {
    var session = try AssessedSession()
    try session.add("13:10", try set(120, 80, 70, 98))
    try session.add("13:20", try set(150, 82, 70, 98))
    try session.add("13:30", try set(140, 95, 70, 98))
    let tiles = FiveTiles(SessionWords(try session.file())).tiles
    #expect(tiles[0].figure.text == "150/82")
    #expect(tiles[0].lines.contains("highest diastolic: 140/95, 13:30"))
    #expect(tiles[0].lines.contains("first 120/80 · last 140/95"))
  }

  @Test func `marks what is beyond a limit in its tile, and what nobody verified`() throws {
    let tiles = FiveTiles(SessionWords(try SampleSession().file())).tiles
    #expect(tiles.map(\.figure.text.spaced) == ["▲ 170/104", "88/min", "▼ 93%", "1 of 3", "15:32"])
    var session = try AssessedSession()
    try session.add("13:10", try vitals([.heartRate: 72], doubtful: [.heartRate]))
    let doubted = FiveTiles(SessionWords(try session.file())).tiles
    #expect(doubted[1].figure.text == "72?/min")
    #expect(doubted[0].lines == ["no blood pressure"])
  }

  @Test func `names everybody whom the record names with what they did`() throws {
    let people = Present(try SampleSession().file()).people
    #expect(people.map(\.name) == ["KO", "LH"])
    #expect(people[0].acts.map(\.kind) == [.opened, .entered, .corrected, .withdrew, .closed])
    #expect(people[1].acts.map(\.kind) == [.prescribed, .entered, .saw, .acknowledged])
    #expect(
      people.flatMap { $0.acts }.filter { $0.kind == .entered }.map(\.entries.count) == [25, 1]
    )
  }

  @Test func `names who checked, decided, witnessed and came for the patient`() throws {
    var session = try ScheduledSession.answered()
    try session.add("15:30", .check(by: "MD"))
    let decision = try LeavingDecision(
      .againstAdvice(reason: "wants to go", witness: "S. Lund"),
      decidedBy: try ClinicianCode("LH"),
      unmet: [],
      escort: "sister, A. Rivera",
      instructions: nil,
      readyMinute: nil
    )
    try session.leave("15:33", decision)
    let acts = Dictionary(
      uniqueKeysWithValues: Present(try session.file()).people.map {
        ($0.name, $0.acts.map(\.kind))
      }
    )
    #expect(acts["MD"] == [.checked])
    #expect(acts["S. Lund"] == [.witnessed])
    #expect(acts["sister, A. Rivera"] == [.escort])
    #expect(acts["LH"]?.contains(.decided) == true)
    #expect(acts["KO"]?.contains(.answered) == true)
  }

  @Test func `does not say of what was taken back that it was done`() throws {
    var session = try AssessedSession()
    try session.add("13:10", .check(by: "MD"))
    try session.add("13:11", .void(Voiding(of: EntryNumber(2), reason: .undone)))
    #expect(!Present(try session.file()).people.contains { $0.name == "MD" })
  }

  @Test(arguments: [false, true])
  func `has every part of the report on its pages, once`(isClose: Bool) {
    let parts = ReportPlace.parts(isClose: isClose)
    #expect(Set(parts) == Set(ReportPart.allCases))
    #expect(parts.count == ReportPart.allCases.count)
  }

  @Test func `heads the page with the clinic, and leaves no gap without one`() throws {
    let file = try SampleSession().file()
    let page = try html(file, try PageSamples.clinic())
    #expect(page.contains("<b>Northgate Ketamine Clinic (example)</b>"))
    #expect(page.contains("12 Harbour Street · 2100 Northgate · tel. +45 5550 0142"))
    #expect(!(try html(file)).contains("class=\"clinic\""))
    let letterhead = try PageSamples.letterhead(try PageSamples.clinic())
    let text = SessionReportText(file, style: Style(width: 80), letterhead: letterhead).text
    #expect(text.hasPrefix("Northgate Ketamine Clinic (example)\n12 Harbour Street"))
    #expect(
      text.hasSuffix("Vigil 0.1.0, printed 2026-11-19 15:40 +01:00, record 9f2c 41d7 b06e 83aa")
    )
    let json = SessionReportJSON(file, letterhead: letterhead).text
    #expect(json.contains("Northgate Ketamine Clinic (example)"))
    #expect(json.contains("+45 5550 0142"))
  }

  @Test func `shows the clinic's units with the stored ones`() throws {
    let units = DisplayUnits(temperature: .fahrenheit, weight: .pounds)
    let page = try html(try SampleSession().file(), try PageSamples.clinic(units: units))
    #expect(page.contains("Temp °F (°C)"))
    #expect(page.contains("98.2\u{A0}(36.8)"))
    #expect(page.contains("lb (72\u{A0}kg)"))
    let stored = try html(try SampleSession().file())
    #expect(!stored.contains("°F"))
  }

  @Test func `shows a gap, a value not obtained and one not usable`() throws {
    let page = try html(try SampleSession().file())
    #expect(page.contains("40\u{A0}min without a reading, 14:40 to 15:20"))
    #expect(page.contains("not obtained: cuff error"))
    #expect(page.contains(">[0]</td>"))
    #expect(page.contains("<s>HR\u{A0}48/min  RR\u{A0}14/min</s>"))
  }
}
