import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// What was planned and what was given, from values that were put together by hand.
struct GivenTests {
  private func text(weight: Int? = 75_000, most: Int? = nil) throws -> GivenText {
    let log = try SampleLog()
    return GivenText(
      doses: DoseText(
        limits: Limits(bySign: [:], mostMilligramsPerKilogram: most),
        weight: weight
      ),
      clock: SessionClock(log.zone),
      near: try log.at("13:00")
    )
  }

  private func infusion(
    _ given: GivenDose.Given,
    stop: Int? = nil,
    ended: String? = nil,
    pauses: [(String, String?)] = [],
    isPlanned: Bool = true,
    isUnverified: Bool = false
  ) throws -> GivenDose {
    let log = try SampleLog()
    return GivenDose(
      dose: isPlanned ? EntryNumber(4) : nil,
      start: isPlanned ? nil : EntryNumber(4),
      drug: "ketamine",
      route: isPlanned ? .intravenous : nil,
      planned: isPlanned ? try Amount(thousandths: 37_500, .milligram) : nil,
      overMinutes: isPlanned ? 40 : nil,
      began: Stamp(try log.at("13:30"), in: log.zone),
      pauses: try pauses.map { from, to in
        GivenDose.Pause(from: try log.at(from), to: try to.map(log.at))
      },
      stop: stop.map { EntryNumber($0) },
      ended: try ended.map(log.at),
      given: given,
      isUnverified: isUnverified
    )
  }

  private func atOnce(_ amount: Amount, isUnverified: Bool = false) throws -> GivenDose {
    let log = try SampleLog()
    return GivenDose(
      dose: EntryNumber(5),
      start: nil,
      drug: "ketamine",
      route: .intravenous,
      planned: amount,
      overMinutes: nil,
      began: Stamp(try log.at("13:20"), in: log.zone),
      pauses: [],
      stop: nil,
      ended: try log.at("13:20"),
      given: .amount(amount),
      isUnverified: isUnverified
    )
  }

  private func total(
    _ sum: Int?,
    _ count: Int,
    _ rest: Int,
    isUnverified: Bool = false
  ) -> DoseTotal {
    DoseTotal(
      drug: "ketamine",
      route: .intravenous,
      milligramThousandths: sum,
      count: count,
      uncounted: rest,
      isUnverified: isUnverified
    )
  }

  private static let head =
    "infusion of ketamine intravenous from 13:30: "
    + "planned 37.5 mg (0.5 mg/kg) over 40 min, "

  @Test func `an infusion that was stopped says when, by which entry, and how much was given`()
    throws
  {
    let third = try Amount(thousandths: 12_000, .milligram)
    let given = try infusion(.amount(third), stop: 9, ended: "13:52", pauses: [("13:40", "13:45")])
    #expect(
      try text().infusion(given).text.spaced
        == GivenTests.head + "paused 13:40–13:45, stopped 13:52 (#9), given 12 mg (0.16 mg/kg)"
    )
  }

  @Test func `one whose amount is not known, or not said, says so`() throws {
    let unknown = try infusion(.notKnown, stop: 9, ended: "13:52")
    let unsaid = try infusion(.notSaid, stop: 9, ended: "13:52")
    #expect(
      try text().infusion(unknown).text.spaced
        == GivenTests.head + "stopped 13:52 (#9), amount given not known"
    )
    #expect(
      try text().infusion(unsaid).text.spaced
        == GivenTests.head + "stopped 13:52 (#9), amount given not said"
    )
  }

  @Test func `one that goes on is running or paused, and gives no amount`() throws {
    #expect(try text().infusion(infusion(.running)).text.spaced == GivenTests.head + "running")
    let paused = try infusion(.running, pauses: [("13:40", "13:42"), ("13:44", nil)])
    #expect(
      try text().infusion(paused).text.spaced
        == GivenTests.head + "paused 13:40–13:42, paused since 13:44"
    )
  }

  @Test func `one without a stop after its planned end is not taken as given`() throws {
    let past = try infusion(.endNotRecorded, ended: "14:10")
    #expect(
      try text().infusion(past).text.spaced
        == GivenTests.head + "planned end 14:10 is past, no stop entered, amount given not known"
    )
  }

  @Test func `one that was started without a dose has no planned amount`() throws {
    #expect(
      try text().infusion(infusion(.running, isPlanned: false)).text.spaced
        == "infusion of ketamine from 13:30: no planned amount, running"
    )
  }

  @Test func `what waits to be typed again is marked`() throws {
    let doubted = try infusion(.running, isUnverified: true)
    #expect(
      try text().infusion(doubted).text.spaced.contains("planned 37.5 mg (0.5 mg/kg) ? over 40 min")
    )
    #expect(
      try text().total(total(12_000, 1, 0, isUnverified: true), of: []).text.spaced
        == "ketamine intravenous: 12 mg (0.16 mg/kg) ? given"
    )
  }

  @Test func `a total counts what is known and names what is not`() throws {
    let third = try Amount(thousandths: 12_000, .milligram)
    let given = [
      try infusion(.amount(third), stop: 9, ended: "13:52"),
      try infusion(.notKnown, stop: 12, ended: "14:30"), try infusion(.running),
    ]
    #expect(
      try text().total(total(12_000, 1, 2), of: given).text.spaced
        == "ketamine intravenous: 12 mg (0.16 mg/kg) given; 1 infusion running; "
        + "1 infusion of unknown amount"
    )
  }

  @Test func `an amount that is no mass is told beside the sum`() throws {
    let drops = try Amount(thousandths: 2_000, .millilitre)
    #expect(
      try text().total(total(nil, 0, 1), of: [atOnce(drops)]).text.spaced
        == "ketamine intravenous: 2 ml given"
    )
  }

  @Test func `a total is said per kilogram only with a weight, and never across the most`() throws {
    #expect(
      try text(weight: nil).total(total(12_000, 1, 0), of: []).text.spaced
        == "ketamine intravenous: 12 mg given"
    )
    // 37.7 mg at 75 kg is 0.50266… mg/kg: over 0.5, and not shown as 0.5.
    #expect(
      try text(most: 500).total(total(37_700, 1, 0), of: []).text.spaced
        == "ketamine intravenous: 37.7 mg (0.503 mg/kg) given"
    )
    #expect(
      try text().total(total(37_700, 1, 0), of: []).text.spaced
        == "ketamine intravenous: 37.7 mg (0.50 mg/kg) given"
    )
  }

  @Test func `an infusion of which nothing is known has no total beside it`() throws {
    let alone = Exposure(given: [try infusion(.running)], totals: [total(nil, 0, 1)])
    #expect(try text().lines(alone).count == 1)
    let more = Exposure(
      given: [try infusion(.notKnown, stop: 9, ended: "13:52"), try infusion(.running)],
      totals: [total(nil, 0, 2)]
    )
    #expect(
      try text().lines(more).last?.text.spaced
        == "ketamine intravenous: 1 infusion running; 1 infusion of unknown amount"
    )
  }

  @Test func `every view tells what was given`() throws {
    let session = try ScheduledSession.overdue()
    let file = try session.file(asOf: "13:54")
    let wide = Style(width: 300)
    let texts = [
      TimelineText(file, style: wide).text, SessionReportText(file, style: wide).text,
      StatusText([file], now: file.assessment.asOf, style: wide).text,
      try session.answer(asOf: "13:54", style: wide),
    ]
    for text in texts.map(\.spaced) {
      #expect(text.contains("paused 13:42–13:45, stopped 13:52 (#16), given 12 mg (0.17 mg/kg)"))
      #expect(text.contains("ketamine intravenous: 12 mg (0.17 mg/kg) given"))
    }
    for text in [TimelineJSON(file).text, SessionReportJSON(file).text] {
      #expect(text.contains(#""milligrams": 12,"#))
      #expect(text.contains(#""milligramsPerKilogram": 0.17"#))
    }
  }

  @Test func `an answer about something else does not repeat it, a correction does`() throws {
    var session = try ScheduledSession.overdue()
    try session.add("13:53", .note("calm"))
    #expect(try !session.answer(asOf: "13:53").contains("infusion of ketamine"))
    try session.correct("13:54", 16, to: .infusion(.stop(given: .notKnown)))
    #expect(try session.answer(asOf: "13:54").spaced.contains("(#16), amount given not known"))
    try session.add("13:54", .void(Voiding(of: EntryNumber(16), reason: .undone)))
    #expect(
      try session.answer(asOf: "13:54").spaced.contains("over 40 min, paused 13:42–13:45, running")
    )
  }
}
