import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite("The end of a paper chart")
struct PaperClosingTests {
  private let ward: Ward

  init() throws {
    ward = try Ward()
    try ward.at("09:30:00", day: 8)
    try ward.openFromPaper(under: Ward.whole, at: "13:55:00")
    try ward.transcribe(
      "@13:55 124/78 72 98% rr 14 moaas 5 A ra t 36.6",
      "@14:00 ketamine 36 mg iv",
      "@15:25 122/78 70 98% rr 14 moaas 5 A ra",
      "@15:25 no dissociation",
      "@15:25 no nausea",
      "@15:25 no vomiting",
      "@15:55 122/78 70 98% rr 14 moaas 5 A ra",
      "@15:55 no dissociation",
      "@15:55 no nausea",
      "@15:55 no vomiting"
    )
  }

  private func end(_ clock: String, dated date: String? = nil) throws -> Recorded {
    try ward.endOnPaper(at: clock, dated: date) {
      $0.reasons = [(nil, "as on the chart")]
    }
  }

  @Test func `is when the chart says, from paper, and stops the clock then`() throws {
    let ended = try end("16:00")
    let closing = try #require(ended.file.assessment.chart.closing?.original)
    #expect(try closing.source == .paper && closing.observed.instant == Ward.instant("16:00:00"))
    #expect(closing.recorded.instant == ward.hands.now)
    #expect(ended.file.session.closed == closing.observed)
    #expect(try ended.file.assessment.clock == Ward.instant("16:00:00"))
    let decision = try ward.decision()
    #expect(decision.entry.source == .paper && decision.entry.observed == closing.observed)
    #expect(ended.file.assessment.chart.leavingDecision?.entry.number == decision.entry.number)
    #expect(
      ended.file.assessment.flags.filter { $0.retractedBy == nil }
        .allSatisfy { $0.raised <= closing.observed.instant }
    )
    #expect(
      ended.file.assessment.flags.allSatisfy { $0.identity.cause != .silence },
      "nothing was silent for twelve hours"
    )
  }

  @Test(arguments: [("15:39", true), ("15:40", false)])
  func `decides what is met by what the chart says of that time`(
    _ clock: String,
    _ isTooEarly: Bool
  ) throws {
    // 100 minutes after the start are asked; today they are long over.
    let short = try Ward()
    try short.at("09:30:00", day: 8)
    try short.openFromPaper(under: Ward.whole, at: "13:55:00")
    try short.transcribe(
      "@13:55 124/78 72 98% rr 14 moaas 5 A ra t 36.6",
      "@14:00 ketamine 36 mg iv",
      "@15:30 122/78 70 98% rr 14 moaas 5 A ra"
    )
    let ended = try short.endOnPaper(at: clock) { $0.reasons = [(nil, "as on the chart")] }
    let decision = try #require(ended.file.assessment.chart.leavingDecision?.decision)
    #expect(decision.unmet.contains { $0.criterion == CriterionID("time") } == isTooEarly)
    #expect(decision.unmet.contains { $0.criterion == CriterionID("gait") })
  }

  @Test func `takes answers to criteria as of the chart, and may not be before them`() throws {
    let answered = try ward.supervision.answer(
      [CriteriaAnswers.Answer(CriterionID("gait"), isMet: true)],
      in: SessionNumber(1),
      by: ClinicianCode("MB"),
      onPaper: PaperTime(clock: "15:57")
    )
    let entry = try #require(answered.file.log.last)
    #expect(try entry.source == .paper && entry.observed.instant == Ward.instant("15:57:00"))
    #expect(entry.recorded.instant == ward.hands.now)
    let early = told { _ = try end("15:56") }
    #expect(
      early?.hasPrefix("15:56 is before #\(entry.number) was observed") == true,
      "\(early ?? "")"
    )
    _ = try end("15:58")
    let decision = try ward.decision().decision
    #expect(!decision.unmet.contains { $0.criterion == CriterionID("gait") })
    #expect(decision.unmet.contains { $0.criterion == CriterionID("oriented") })
  }

  @Test(arguments: [
    ("13:54", "13:54 is before the session was opened"), ("four", "“@four” is not a time."),
  ])
  func `takes no answer from outside the chart`(_ clock: String, _ problem: String) throws {
    let before = try ward.file().log.count
    let said = told {
      _ = try ward.supervision.answer(
        [CriteriaAnswers.Answer(CriterionID("gait"), isMet: true)],
        in: SessionNumber(1),
        by: ClinicianCode("MB"),
        onPaper: PaperTime(clock: clock)
      )
    }
    #expect(said?.hasPrefix(problem) == true, "\(said ?? "not refused")")
    #expect(try ward.file().log.count == before)
  }

  @Test func `is read near the last line, or of the day that is named`() throws {
    try ward.transcribe("@23:50 hr 70")
    #expect(try end("00:10").file.session.closed?.civil.day == 20)
    let other = try PaperClosingTests()
    #expect(try other.end("16:00", dated: "2026-11-20").file.session.closed?.civil.day == 20)
  }

  @Test(arguments: [
    ("15:54", nil, "15:54 is before #8 was observed, 2026-11-19 15:55. Nothing was stored."),
    ("16:00", "2026-11-18", "16:00 is before the session was opened, 2026-11-19 13:55."),
    ("16:00", "2026-11-27", "“@16:00” is in the future: it is 09:30 now."),
    ("four", nil, "“@four” is not a time."),
  ])
  func `is refused where it cannot be, and nothing is closed`(
    _ clock: String,
    _ date: String?,
    _ problem: String
  ) throws {
    let said = told { _ = try end(clock, dated: date) }
    #expect(said?.hasPrefix(problem) == true, "\(said ?? "not refused")")
    #expect(try ward.file().session.isOpen)
  }
}
