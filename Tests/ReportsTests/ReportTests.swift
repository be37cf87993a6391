import Foundation
import Monitoring
import Reports
import SessionRecord
import Testing

struct ReportTests {
  @Test(arguments: [
    (Session.State.open, "DRAFT"), (.closed, "CLOSED"), (.amended, "AMENDED"), (.void, "VOID"),
  ]) func `says what state it is in`(state: Session.State, word: String) throws {
    var sample = try SampleSession()
    sample.state = state
    let text = SessionReportText(try sample.file(), style: Style(width: 80)).text
    let head = try #require(text.split(separator: "\n").first)
    #expect(head.hasSuffix(" \(word)"))
  }

  @Test func `tells each flag's limit, peak, duration and what was done`() throws {
    let text = SessionReportText(try SampleSession().file(), style: Style(width: 200)).text
    #expect(text.contains("limit at or over 166 mmHg (baseline 126), peak 170 mmHg (#14)"))
    #expect(text.contains("back inside 14:25, after 15 min; cleared 14:40, after 30 min"))
    #expect(text.contains("acknowledged 14:16 by LH after 6 min: guided breathing"))
    #expect(text.contains("3 clinical (2 high, 1 low)"))
    #expect(text.contains("1 retracted, not counted"))
  }

  @Test func `keeps the intended state apart from the side effects`() throws {
    let text = SessionReportText(try SampleSession().file(), style: Style(width: 120)).text
    let parts = try #require(text.range(of: "Side effects"))
    #expect(text[..<parts.lowerBound].contains("dissociation  13:42 T+12  mild   not seen to end"))
    #expect(text[parts.lowerBound...].contains("nausea      14:06 T+36  moderate  15:30 T+120"))
  }

  @Test func `says that no flag means only what it means`() throws {
    let text = SessionReportText(try SampleSession().file(flags: []), style: Style(width: 200)).text
    #expect(text.contains("Flags\nNone."))
    #expect(text.contains("No flag means only that no limit was crossed in what was typed."))
    #expect(text.contains("it is not a medical device and not an alarm system"))
    for word in ["safe", "normal"] { #expect(!text.lowercased().contains(word)) }
  }

  @Test func `counts no retracted flags, and no struck-out session`() throws {
    let lists = try SampleLists()
    let text = FlagListText(lists.flags, style: Style(width: 200)).text
    #expect(text.contains("3 clinical flags in 1 session (2 high, 1 low)"))
    #expect(text.contains("0 process flags in 0 sessions"))
    #expect(text.contains("1 retracted, not counted"))
    let sessions = SessionListText(lists.sessions, style: Style(width: 200)).text
    #expect(sessions.contains("1 session, 1 struck out, not counted"))
    var struck = try SampleSession()
    struck.state = .void
    let report = SessionReportJSON(try struck.file()).text
    #expect(report.contains(#""inVoidSessions": 4"#))
    #expect(report.contains(#""retracted": 0"#))
  }

  @Test func `shows no peak on the other side of its limit in a list of flags`() throws {
    let sample = try SampleSession()
    // 100.6 °F is 38.111 °C, over 38.1 and shown so, though one decimal would be 38.1.
    let reading = BreakingReading(
      entry: EntryNumber(2),
      observed: try sample.log.at("13:25"),
      quantity: try Quantity(fahrenheitTenths: 1_006)
    )
    let flag = Flag(
      identity: FlagIdentity(rule: RuleID("temp"), entry: EntryNumber(2)),
      number: FlagNumber(1),
      measure: .sign(.temperature),
      title: "temperature over 38.1 °C",
      isProcess: false,
      protocolPriority: .low,
      priority: .low,
      limit: BrokenLimit(comparison: .over, numerator: 38_100),
      readings: [reading],
      peak: reading,
      raised: reading.observed,
      known: reading.observed,
      state: .unconfirmed,
      confirmed: nil,
      backInside: nil,
      acknowledgements: [],
      retractedBy: nil
    )
    let found = SessionFlag(session: try sample.session(), flag: flag, offsetMinutes: 60)
    let text = FlagListText([found], style: Style(width: 200)).text
    #expect(text.contains("temperature over 38.1 °C: 38.11 °C (100.6 °F)"))
  }

  @Test func `calls a rule by what its flags have in common where they have several titles`() throws
  {
    let sample = try SampleSession()
    let pain = sample.flags[3]
    let other = Flag(
      identity: pain.identity,
      number: FlagNumber(5),
      measure: pain.measure,
      title: "crisis word: seizure",
      isProcess: false,
      protocolPriority: .high,
      priority: .high,
      limit: nil,
      readings: pain.readings,
      peak: pain.peak,
      raised: pain.raised,
      known: pain.known,
      state: pain.state,
      confirmed: pain.confirmed,
      backInside: nil,
      acknowledgements: [],
      retractedBy: nil
    )
    let session = try sample.session()
    let found = [pain, other].map { SessionFlag(session: session, flag: $0, offsetMinutes: 60) }
    let text = FlagListText(found, style: Style(width: 200)).text
    #expect(text.contains("\n  crisis word [sx.crisis]: 2 in 1"))
    let alone = FlagListText([found[0]], style: Style(width: 200)).text
    #expect(alone.contains("\n  crisis word: chest pain [sx.crisis]: 1 in 1"))
  }

  @Test func `says what an empty list means`() {
    let style = Style(width: 80)
    #expect(
      FlagListText([], style: style).text
        == "No flag was found. That means only that no limit was crossed in what was typed."
    )
    #expect(
      StatusText([], now: Instant(milliseconds: 0), style: style).text == "No session is open."
    )
    #expect(
      FlagListText([], isFiltered: true, style: style).text
        == "No flag matches what was asked for. vigil flags lists all."
    )
    #expect(
      EffectListText([], isFiltered: true, style: style).text
        == "No side effect matches what was asked for. vigil effects lists all."
    )
    #expect(SessionListText([], style: style).text == "There is no session.")
    #expect(EffectListText([], style: style).text == "No side effect was found.")
    #expect(PatientListText([], style: style).text == "There is no patient.")
  }
}
