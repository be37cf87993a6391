import Monitoring
import Reports
import SessionRecord
import TestSupport
import Testing

/// What another protocol would have flagged, beside what was.
struct ReplayTests {
  /// One session in which two flags are lost and one is gained, one that is the same, one without any,
  /// and one in which flags are as they were but milder or worse.
  private func difference() throws -> ReplayDifference {
    let scored = try ScoredSession()
    let flags = scored.flags
    let session = try scored.session()
    return ReplayDifference([
      SessionDifference(session, before: Array(flags[2...9]), after: Array(flags[1...7])),
      SessionDifference(session, before: [flags[3]], after: [flags[3]]),
      SessionDifference(session, before: [], after: []),
      SessionDifference(session, before: Array(flags[2...5]), after: try changed(flags[2...5])),
    ])
  }

  /// Each in another way, the first of them in all.
  private func changed(_ flags: ArraySlice<Flag>) throws -> [Flag] {
    try #require(flags.count == 4)
    let later = flags[flags.startIndex].raised + .minutes(3)
    let change: [(Flag) -> Flag] = [
      {
        $0.changed(
          priority: .high,
          state: .confirmed(at: later, repeated: true),
          confirmed: later,
          isStopCriterionMet: true
        )
      },
      { $0.changed(priority: .info) }, { $0.changed(isStopCriterionMet: !$0.isStopCriterionMet) },
      { $0.changed(state: .clearedOnRepeat(at: $0.raised + .minutes(3))) },
    ]
    return zip(flags, change).map { $1($0) }
  }

  @Test(arguments: [
    (Style(width: 80), "80"), (Style(width: 120), "120"),
    (Style(width: 80, ascii: true), "80-ascii"),
    (Style(width: 80, colour: true), "80-colour"),
  ])
  func `prints it by rule, a session, and flag by flag`(style: Style, name: String) throws {
    let rules = try EveryKind.made()
    let text = ReplayText(try difference(), of: rules, under: [.zero: rules], style: style).text
    try Golden.check(text, "replay-\(name).txt")
  }

  @Test func `writes it as a document and a table`() throws {
    let rules = try EveryKind.made()
    let found = try difference()
    try Golden.check(ReplayJSON(found, of: rules, under: [.zero: rules]).text, "replay.json")
    try Golden.check(ReplayCSV(found, of: rules).text, "replay.csv")
  }

  @Test func `counts clinical and process flags apart, to two decimals a session`() throws {
    let text = ReplayText(try difference(), of: try EveryKind.made(), style: Style(width: 120)).text
    #expect(text.contains("clinical flags a session: 2.75 were raised, 3.00 would be"))
    #expect(text.contains("process flags a session: 0.50 were raised, 0.00 would be"))
    #expect(text.contains("2 of 4 sessions."))
  }

  @Test func `says that there is none to try it on, or that nothing differs`() throws {
    let rules = try EveryKind.made()
    let none = ReplayText(ReplayDifference([]), of: rules, style: Style(width: 80)).text
    #expect(none.contains("There is no session to try it on."))
    let scored = try ScoredSession()
    let same = SessionDifference(try scored.session(), before: scored.flags, after: scored.flags)
    let text = ReplayText(ReplayDifference([same]), of: rules, style: Style(width: 120)).text
    #expect(text.contains("None: each has the same flags by rule and cause, as high, as confirmed"))
  }
}

extension Flag {
  /// The same with what is given in its place.
  fileprivate func changed(
    priority: Priority? = nil,
    state: FlagState? = nil,
    confirmed: Instant? = nil,
    isStopCriterionMet: Bool? = nil
  ) -> Flag {
    Flag(
      identity: identity,
      number: number,
      measure: measure,
      title: title,
      text: text,
      isProcess: isProcess,
      isStopCriterionMet: isStopCriterionMet ?? self.isStopCriterionMet,
      protocolPriority: protocolPriority,
      priority: priority ?? self.priority,
      limit: limit,
      readings: readings,
      peak: peak,
      raised: raised,
      known: known,
      state: state ?? self.state,
      confirmed: state == nil ? self.confirmed : confirmed,
      backInside: backInside,
      acknowledgements: acknowledgements,
      retractedBy: retractedBy
    )
  }
}
