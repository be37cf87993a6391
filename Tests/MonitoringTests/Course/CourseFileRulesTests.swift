import SessionRecord
import Testing

@testable import Monitoring

/// Rules on what is on file: tests, concerns, scores.
@Suite("Course rules on what is on file")
struct CourseFileRulesTests {
  private func said(
    _ script: CourseScript,
    _ condition: CourseCondition,
    opening: Instant,
    scales: [Scale] = []
  ) throws -> CourseReading.Said {
    CourseReading(of: try script.course, openingAt: opening, asOf: nil, in: .utc)
      .said(condition, scales: scales)
  }

  @Test func `a test that is not on file speaks, and its last day still counts`() throws {
    var script = CourseScript()
    let limit = CourseCondition.test(.liver, days: 90, sessions: nil)
    let none = try said(script, limit, opening: day(0))
    #expect(none.answer == .yes)
    #expect(none.basis == "no liver function on file")
    try script.result(.liver, day: "2026-11-01", at: day(0))
    #expect(try said(script, limit, opening: day(90)).answer == .no)
    let old = try said(script, limit, opening: day(91))
    #expect(old.answer == .yes)
    #expect(old.basis == "liver function on 2026-11-01, 91 days before, 0 sessions since")
    #expect(
      try said(script, .test(.renal, days: 90, sessions: nil), opening: day(1)).answer == .yes
    )
  }

  @Test func `a test is due again once so many sessions have passed since`() throws {
    var script = CourseScript()
    try script.result(.urinary, day: "2026-11-01", at: day(0))
    let limit = CourseCondition.test(.urinary, days: nil, sessions: 4)
    for place in 1...4 {
      #expect(try said(script, limit, opening: day(place)).answer == .no)
      try script.session(
        at: day(place),
        [.of(courseRoutes[place - 1], at: day(place))]
      )
    }
    #expect(try said(script, limit, opening: day(5)).answer == .yes)
    try script.result(.urinary, day: "2026-11-06", at: day(5))
    #expect(try said(script, limit, opening: day(5)).answer == .no)
  }

  @Test func `the newest result says whether it is remarkable, and one struck out says nothing`()
    throws
  {
    var script = CourseScript()
    let rule = CourseCondition.remarkable(.urinary)
    #expect(try said(script, rule, opening: day(0)).answer == .unknown)
    try script.result(.urinary, .remarkable, day: "2026-11-01", at: day(0))
    let found = try said(script, rule, opening: day(0))
    #expect(found.answer == .yes)
    #expect(found.basis == "urinary questionnaire on 2026-11-01 remarkable")
    try script.result(.urinary, day: "2026-11-02", at: day(1))
    #expect(try said(script, rule, opening: day(1)).answer == .no)
    try script.add(.void(Voiding(of: EntryNumber(2), reason: .because("x"))), at: day(1))
    #expect(try said(script, rule, opening: day(1)).answer == .yes)
  }

  @Test func `a concern speaks for so many days to the millisecond, without its words`() throws {
    var script = CourseScript()
    let concern = try MedicationConcern(.earlyRefill, text: "asked twice")
    try script.add(.course(.concern(concern)), at: day(0))
    let rule = CourseCondition.concern(days: 30)
    let found = try said(script, rule, opening: day(30))
    #expect(found.answer == .yes)
    #expect(found.basis == "1 entered in 30 days, the last on 2026-11-01")
    #expect(try said(script, rule, opening: day(30, 1)).answer == .no)
  }

  private static let questionnaire = Scale(name: "pcl-5", title: "PCL-5", range: 0...80)

  /// Four sessions, a score before the first and one after the last.
  private func outcome(
    _ before: Int?,
    _ after: Int?,
    sessions: Int = 4,
    scale: Scale = questionnaire,
    percent: Int? = 20
  ) throws -> CourseReading.Said {
    var script = CourseScript()
    if let before {
      try script.add(.scale(ScaleScore(scale: scale.name, score: before)), at: day(0))
    }
    for place in 1...sessions {
      try script.session(at: day(place), [.of(.intravenous, at: day(place))])
    }
    if let after {
      try script.add(.scale(ScaleScore(scale: scale.name, score: after)), at: day(20))
    }
    return try said(
      script,
      .outcome(scale: scale.name, points: 5, percent: percent, sessions: 4),
      opening: day(21),
      scales: [scale]
    )
  }

  @Test func `a score that fell by either of what is asked is enough`() throws {
    #expect(try outcome(50, 45).answer == .no)
    let found = try outcome(50, 46)
    #expect(found.answer == .yes)
    #expect(found.basis == "PCL-5 50 on 2026-11-01, 46 on 2026-11-21 after 4 sessions")
    #expect(try outcome(20, 16).answer == .no)
    #expect(try outcome(21, 17).answer == .yes)
    #expect(try outcome(21, 17, percent: nil).answer == .yes)
    #expect(try outcome(50, 60).answer == .yes)
  }

  @Test func `a score that is missing is not known, and too few sessions say nothing yet`() throws {
    #expect(try outcome(nil, 40).answer == .unknown)
    #expect(try outcome(50, nil).answer == .unknown)
    #expect(try outcome(50, 50, sessions: 3).answer == .no)
  }

  @Test func `where lower is worse a rise is what is asked for`() throws {
    let scale = Scale(name: "who-5", title: "WHO-5", range: 0...100, worse: .lower)
    #expect(try outcome(40, 45, scale: scale).answer == .no)
    #expect(try outcome(40, 36, scale: scale).answer == .yes)
  }
}
