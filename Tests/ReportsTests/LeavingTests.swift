import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// The criteria are told as they stand; who decides, and what was decided, is told as it was typed.
struct LeavingTests {
  private let wide = Style(width: 240)

  private func leaving(_ session: AssessedSession, asOf: String) throws -> String {
    LeavingText(try session.file(asOf: asOf), style: wide).text.spaced
  }

  @Test func `counts what is met, and says what is missing`() throws {
    let text = try leaving(ScheduledSession.recovered(), asOf: "15:15")
    #expect(text.contains("Leaving, as of 15:15 T+105: 10 of 19 criteria met\n"))
    #expect(text.contains("met           100 minutes since the start [time]"))
    #expect(text.contains("NOT ANSWERED  gait steady, unaided [gait]"))
    #expect(text.contains("NOT MET       dissociation at most 1 of 10 [dissociation]"))
    #expect(text.contains("No decision recorded.\n"))
  }

  @Test func `says since when all of them are met`() throws {
    let text = try leaving(ScheduledSession.answered(), asOf: "15:30")
    #expect(text.contains("Leaving, as of 15:30 T+120: criteria met since T+119 (15:29)\n"))
    #expect(!text.contains("NOT "))
    let sooner = try leaving(ScheduledSession.answered(), asOf: "15:28")
    #expect(!sooner.contains("criteria met since"))
  }

  @Test func `lists what only a person can answer, and types neither an answer nor a name`()
    throws
  {
    func text(_ session: AssessedSession, _ asOf: String) throws -> String {
      LeavingText(try session.file(asOf: asOf), style: Style(width: 400)).text.spaced
    }
    #expect(
      try text(ScheduledSession.recovered(), "15:15").contains(
        "\nNot answered yet: oriented, gait, cannula-out, escort, driving, self-harm. As: vigil "
          + "leaving 119 --met … --not-met … --escort \"…\" --instructions \"…\" --by …\n"
      )
    )
    let answers = ["gait", "cannula-out"].map {
      CriteriaAnswers.Answer(CriterionID($0), isMet: true)
    }
    var some = try ScheduledSession.recovered()
    try some.add("15:15", .leaving(.answers(try CriteriaAnswers(answers))))
    #expect(
      try text(some, "15:15").contains(
        "Not answered yet: oriented, escort, driving, self-harm. As:"
      )
    )
    for session in [try ScheduledSession.answered(), try ScheduledSession.left()] {
      #expect(try !text(session, "15:30").contains("Not answered yet"))
    }
  }

  @Test func `an answer of no is told with whoever gave it`() throws {
    var session = try ScheduledSession.answered()
    let answer = CriteriaAnswers.Answer(CriterionID("gait"), isMet: false)
    try session.add("15:31", .leaving(.answers(try CriteriaAnswers([answer]))))
    let text = try leaving(session, asOf: "15:31")
    #expect(text.contains("18 of 19 criteria met"))
    #expect(text.contains("NOT MET"))
    #expect(text.contains("answered no by KO"))
    #expect(try session.answer(asOf: "15:31").spaced.contains("criteria answered: gait not met"))
  }

  @Test func `says that a protocol has no criteria`() throws {
    let file = try SampleSession().file()
    #expect(
      LeavingText(file, style: wide).text.contains("The protocol iv-0.5-40 has no criteria")
    )
    #expect(
      SessionReportText(file, style: wide).text.contains(
        "Leaving\nNo decision recorded.\nThe protocol has no criteria for leaving.\n"
      )
    )
  }

  @Test func `the report has the decision with all that was recorded with it`() throws {
    let file = try ScheduledSession.left().file(asOf: "16:30")
    let text = SessionReportText(file, style: wide).text.spaced
    let head = "\nLeaving\n#34 15:33 T+123 patient leaves, criteria met, decided by LH\n"
    #expect(text.contains(head + "  escort: sister, A. Rivera\n"))
    #expect(text.contains("  instructions: not to drive until tomorrow\n"))
    #expect(text.contains("  ready minute: 118, as judged by LH, typed at 15:33 by KO\n"))
    #expect(text.contains("#33 15:29 T+119 KO criteria answered: oriented met; gait met; "))
    let timeline = TimelineText(file, style: wide).text.spaced
    #expect(timeline.contains("; ready minute: 118, as judged by LH\n"))
    // Closing stops the clock: an hour later they stand as they stood.
    #expect(text.contains("Criteria as of 2026-11-19 15:33: criteria met since T+119 (15:29)\n"))
  }

  @Test func `leaving against advice is told with why, who saw it, and what was not met`() throws {
    var session = try ScheduledSession.recovered()
    let decision = try LeavingDecision(
      .againstAdvice(reason: "has to fetch a child", witness: "J. Braun"),
      decidedBy: try ClinicianCode("LH"),
      unmet: [.init(CriterionID("gait"), missing: "not answered", reason: nil)]
    )
    try session.leave("15:15", decision)
    let file = try session.file(asOf: "15:15")
    let answer = AnswerText(
      file,
      new: file.log.suffix(2).map(\.number),
      changes: FlagChanges(before: file.assessment, after: file.assessment),
      style: wide
    ).text.spaced
    #expect(
      answer.contains(
        "patient leaves against advice, said to LH: has to fetch a child, witness J. Braun\n"
          + "    gait not met (not answered)\n    escort: none recorded\n"
          + "    instructions: none recorded\n"
      )
    )
    #expect(!answer.contains("ready minute"))
  }

  @Test func `each unmet criterion stands with its reason`() throws {
    let decision = try LeavingDecision(
      .unmetWithReasons,
      decidedBy: try ClinicianCode("LH"),
      unmet: [
        .init(CriterionID("time"), missing: "92 of 100 min", reason: "came by ambulance"),
        .init(CriterionID("gait"), missing: "answered no by KO", reason: "walks with a stick"),
      ]
    )
    let text = ContentText(values: ValueText(), weight: nil, marks: nil)
      .phrase(.leaving(.decision(decision)), of: EntryNumber(9)).text.spaced
    #expect(
      text
        == "patient leaves, 2 criteria not met, decided by LH; "
        + "time not met (92 of 100 min), because: came by ambulance; "
        + "gait not met (answered no by KO), because: walks with a stick"
    )
  }

  @Test func `the answer to closing shows the decision that was recorded with it`() throws {
    let session = try ScheduledSession.left()
    let file = try session.file(asOf: "15:33")
    let text = AnswerText(
      file,
      new: [EntryNumber(34), EntryNumber(35)],
      changes: FlagChanges(before: file.assessment, after: file.assessment),
      style: wide
    ).text.spaced
    #expect(text.contains("#34 15:33 patient leaves, criteria met, decided by LH\n"))
    #expect(text.contains("    escort: sister, A. Rivera\n"))
    #expect(text.contains("#35 15:33 session closed\n"))
    for word in ["Next:", "Due now:", "Criteria for leaving:"] { #expect(!text.contains(word)) }
  }

  @Test func `no view says that a patient may leave`() throws {
    let sessions = [
      try ScheduledSession.recovered(), try ScheduledSession.answered(),
      try ScheduledSession.left(),
    ]
    for session in sessions {
      let file = try session.file(asOf: "15:40")
      let texts = [
        try leaving(session, asOf: "15:40"), SessionReportText(file, style: wide).text,
        TimelineText(file, style: wide).text, LeavingJSON(file).text,
        StatusText([file], now: file.assessment.asOf, style: wide).text,
        try session.answer(asOf: "15:40"),
      ]
      for text in texts.map({ $0.lowercased() }) {
        for word in ["may leave", "can leave", " safe", " fit ", "ready to", "fit for"] {
          #expect(!text.contains(word), "\(word)")
        }
      }
    }
  }

  @Test func `an answer counts the criteria once their time has come, and not before`() throws {
    var session = try ScheduledSession.recovered()
    #expect(try session.answer(asOf: "15:10").contains("Criteria for leaving: 10 of 19 met."))
    let early = try ScheduledSession.overdue()
    #expect(try !early.answer(asOf: "13:54").contains("Criteria for leaving"))
    session = try ScheduledSession.answered()
    #expect(
      try session.answer(asOf: "15:30").spaced.hasSuffix(
        "\nCriteria for leaving: criteria met since T+119 (15:29)."
      )
    )
  }
}
