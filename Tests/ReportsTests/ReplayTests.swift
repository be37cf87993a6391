import Monitoring
import Reports
import SessionRecord
import Testing

/// What another protocol would have flagged, beside what was.
struct ReplayTests {
  /// One session in which two flags are lost and one is gained, one that is the same, one without any.
  private func difference() throws -> ReplayDifference {
    let scored = try ScoredSession()
    let flags = scored.flags
    let session = try scored.session()
    return ReplayDifference([
      SessionDifference(session, before: Array(flags[2...9]), after: Array(flags[1...7])),
      SessionDifference(session, before: [flags[3]], after: [flags[3]]),
      SessionDifference(session, before: [], after: []),
    ])
  }

  @Test(arguments: [
    (Style(width: 80), "80"), (Style(width: 120), "120"),
    (Style(width: 80, ascii: true), "80-ascii"),
    (Style(width: 80, colour: true), "80-colour"),
  ])
  func `prints it by rule, a session, and flag by flag`(style: Style, name: String) throws {
    let rules = try EveryKind.made()
    let text = ReplayText(try difference(), of: rules, under: [rules], style: style).text
    try Golden.check(text, "replay-\(name).txt")
  }

  @Test func `writes it as a document and a table`() throws {
    let rules = try EveryKind.made()
    let found = try difference()
    try Golden.check(ReplayJSON(found, of: rules, under: [rules]).text, "replay.json")
    try Golden.check(ReplayCSV(found, of: rules).text, "replay.csv")
  }

  @Test func `counts clinical and process flags apart, to two decimals a session`() throws {
    let text = ReplayText(try difference(), of: try EveryKind.made(), style: Style(width: 120)).text
    #expect(text.contains("clinical flags a session: 2.33 were raised, 2.67 would be"))
    #expect(text.contains("process flags a session: 0.67 were raised, 0.00 would be"))
    #expect(text.contains("1 of 3 sessions."))
  }

  @Test func `says that there is none to try it on, or that nothing differs`() throws {
    let rules = try EveryKind.made()
    let none = ReplayText(ReplayDifference([]), of: rules, style: Style(width: 80)).text
    #expect(none.contains("There is no session to try it on."))
    let scored = try ScoredSession()
    let same = SessionDifference(try scored.session(), before: scored.flags, after: scored.flags)
    let text = ReplayText(ReplayDifference([same]), of: rules, style: Style(width: 80)).text
    #expect(text.contains("None: each has the same flags by rule and cause."))
  }
}
