import Monitoring
import RecordStore
import SessionRecord
import Supervision
import TestSupport
import Testing

@Suite struct `Summing up sessions` {
  @Test func `counts five small sessions as they are counted by hand`() throws {
    let ward = try Ward()
    try ward.makeReviewed()
    let summary = try ward.supervision.summary(SummaryQuery())
    let review = summary.review

    #expect(review.sessions.open == 1)
    #expect(review.sessions.closed == 2)
    #expect(review.sessions.amended == 1)
    #expect(review.sessions.void == 1)
    #expect(review.sessions.counted == 4)
    #expect(review.protocols.map(\.reviewed.id.text) == ["reviewed"])
    #expect(review.protocols.map(\.reviewed.version) == ["1"])
    #expect(review.protocols.map(\.sessions) == [review.sessions])

    let group = try #require(review.groups.first)
    #expect(review.groups.count == 1)
    #expect(group.id == GroupID("bp"))
    #expect(group.sessions == 2)
    #expect(group.required == 6)
    #expect(group.kept == 4)
    #expect(group.late == 1)
    #expect(group.notObtained == 1)
    #expect(group.deferred == 0)
    #expect(group.overdue == 1)
    #expect(group.missed == 0)
    #expect(summary.titles.title(of: group.id) == "pressure and pulse")
  }

  @Test func `counts their flags as they are counted by hand`() throws {
    let ward = try Ward()
    try ward.makeReviewed()
    let summary = try ward.supervision.summary(SummaryQuery())
    let clinical = summary.review.clinical
    #expect(clinical.total == 3)
    #expect(clinical.sessions == 3)
    #expect(clinical.sessionsWithHigh == 2)
    #expect(clinical.retracted == 1)
    let high = clinical.priority(.high)
    #expect(high.total == 2)
    #expect(high.acknowledged.count == 1)
    #expect(high.acknowledged.median == .minutes(2))
    #expect(high.acknowledged.ninetieth == .minutes(2))
    #expect(high.acknowledged.longest == .minutes(2))
    #expect(high.never == 0)
    #expect(high.notYet == 1)
    let low = clinical.priority(.low)
    #expect(low.total == 1)
    #expect(low.acknowledged.count == 0)
    #expect(low.never == 1)
    #expect(low.notYet == 0)
    #expect(clinical.priority(.medium).total == 0)

    #expect(clinical.rules.map(\.rule.text) == ["sys", "hr"])
    let systolic = clinical.rules[0]
    #expect(systolic.total == 2)
    #expect(systolic.sessions == 2)
    #expect(systolic.count(.high) == 2)
    #expect(systolic.beyond.count == 1)
    #expect(systolic.beyond.sum == .minutes(26))
    #expect(systolic.beyond.median == .minutes(26))
    #expect(systolic.notSeenBackInside == 1)
    #expect(summary.titles.title(of: systolic.rule) == "systolic at or over 180 mmHg")
    let pulse = clinical.rules[1]
    #expect(pulse.beyond.count == 0)
    #expect(pulse.notSeenBackInside == 1)

    let process = summary.review.process
    #expect(process.total == 2)
    #expect(process.sessions == 2)
    #expect(process.sessionsWithHigh == 0)
    #expect(process.retracted == 0)
    #expect(process.priority(.medium).never == 1)
    #expect(process.priority(.medium).notYet == 1)
    #expect(process.rules.map(\.rule.text) == ["overdue.bp"])
    #expect(process.rules.map(\.hasLimit) == [false])
    #expect(summary.titles.title(of: process.rules[0].rule) == "pressure and pulse overdue")
  }

  @Test func `counts effects, leaving and last digits as they are counted by hand`() throws {
    let ward = try Ward()
    try ward.makeReviewed()
    let review = try ward.supervision.summary(SummaryQuery()).review
    #expect(review.effects.map(\.name.text) == ["dissociation", "nausea"])
    #expect(review.effects.map(\.total) == [1, 1])
    #expect(review.effects.map(\.sessions) == [1, 1])
    #expect(review.effects.map(\.isIntendedState) == [true, false])
    #expect(review.effects.map { $0.count(.severe) } == [1, 0])
    #expect(review.effects.map { $0.count(.moderate) } == [0, 1])
    #expect(review.effects.map(\.distressing) == [0, 1])
    #expect(review.sessionsWithEffects == 1)

    #expect(review.leaving.count(.criteriaMet) == 1)
    #expect(review.leaving.count(.noDose) == 1)
    #expect(review.leaving.count(.againstAdvice) == 1)
    #expect(review.leaving.count(.unmetWithReasons) == 0)
    #expect(review.leaving.count(.noCriteria) == 0)
    #expect(review.leaving.withoutDecision == 0)

    // 120 184 181 150, 118, 122 190; 80 90 90 84, 78, 78 100; 70 76 75 72 71, 70 130, 68 90.
    #expect(review.typed.ofSign(.systolic) == [3, 1, 1, 0, 1, 0, 0, 0, 1, 0])
    #expect(review.typed.ofSign(.diastolic) == [4, 0, 0, 0, 1, 0, 0, 0, 2, 0])
    #expect(review.typed.ofSign(.heartRate) == [4, 1, 1, 0, 0, 1, 1, 0, 1, 0])
    #expect(review.typed.pairs == 7)
    #expect(review.typed.pairsOfZeros == 2)
    for sign in DigitCounts.signs {
      #expect(review.imported.ofSign(sign) == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    }
    #expect(review.imported.pairs == 1)
    #expect(review.imported.pairsOfZeros == 1)
  }

  @Test func `sees open sessions as of now, and closed ones as they were left`() throws {
    let ward = try Ward()
    try ward.makeReviewed()
    try ward.at("12:00:00")
    let review = try ward.supervision.summary(SummaryQuery()).review
    let group = try #require(review.groups.first)
    // The open session's slots at 10:32, 10:42 and 10:52 are missed by now.
    #expect(group.required == 8)
    #expect(group.kept == 4)
    #expect(group.overdue == 0)
    #expect(group.missed == 3)
    // The first session's own overdue flag, and the open one that runs on.
    #expect(review.process.total == 2)
  }

  @Test func `is narrowed by day and protocol, and refuses an id that nobody used`() throws {
    let ward = try Ward()
    try ward.makeReviewed()
    try ward.at("09:00:00", day: 1)
    try ward.open("P-9", under: Ward.limitsOnly)
    func numbers(_ query: SummaryQuery) throws -> [Int] {
      let sessions = try ward.supervision.summary(query).review.sessions
      return [sessions.open, sessions.closed, sessions.amended, sessions.void]
    }
    #expect(try numbers(SummaryQuery()) == [2, 2, 1, 1])
    #expect(try numbers(SummaryQuery(id: ProtocolID("reviewed"))) == [1, 2, 1, 1])
    #expect(try numbers(SummaryQuery(id: ProtocolID("iv-0.5-40"))) == [1, 0, 0, 0])
    let first = try Ward.instant("09:00:00")
    #expect(try numbers(SummaryQuery(until: first)) == [0, 1, 0, 0])
    #expect(try numbers(SummaryQuery(since: first + .seconds(1))) == [2, 1, 1, 1])
    let day = try Ward.instant("00:00:00", day: 1)
    let late = SummaryQuery(since: day, id: ProtocolID("reviewed"))
    #expect(try numbers(late) == [0, 0, 0, 0])
    #expect(
      told { _ = try ward.supervision.summary(SummaryQuery(id: ProtocolID("im"))) }
        == "No session was opened under protocol “im”. Sessions were opened under: iv-0.5-40, reviewed."
    )
  }

  @Test func `says how far it is, and ends at the end`() throws {
    let ward = try Ward()
    try ward.makeReviewed()
    var told: [(Int, Int)] = []
    _ = try ward.supervision.summary(SummaryQuery()) { told.append(($0, $1)) }
    #expect(told.map(\.0) == [5])
    #expect(told.map(\.1) == [5])
    #expect(try Ward().supervision.summary(SummaryQuery()).review.sessions.counted == 0)
  }

  @Test func `of what cannot be read is refused, and names the session`() throws {
    let ward = try Ward()
    try ward.makeReviewed()
    try ward.tamper("UPDATE tally SET body = x'0705' WHERE session = 2")
    let said = told { _ = try ward.supervision.summary(SummaryQuery()) }
    #expect(said?.contains("what was counted of session 2 cannot be read") == true, "\(said ?? "")")
  }
}
