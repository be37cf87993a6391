import SessionRecord
import TestSupport
import Testing

@testable import Monitoring

/// Rules on time and number, at their edges and across routes.
@Suite("Course limits in time")
struct CourseTimeRulesTests {
  private func said(
    _ script: CourseScript,
    _ condition: CourseCondition,
    opening: Instant?,
    asOf: Instant? = nil
  ) throws -> CourseReading.Said {
    CourseReading(of: try script.course, openingAt: opening, asOf: asOf, in: .utc)
      .said(condition, scales: [])
  }

  @Test(arguments: courseRoutes)
  func `an interval is too short to the millisecond, and exactly enough is enough`(
    _ route: Route
  ) throws {
    var script = CourseScript()
    let drug = route == .intranasal ? "esketamine" : "ketamine"
    try script.session(at: day(0), [.of(route, drug: drug, at: day(0))])
    let limit = CourseCondition.interval(.hours(48))
    let short = try said(script, limit, opening: day(2, -1))
    #expect(short.answer == .yes)
    #expect(short.basis == "47 h 59 min since S-2026-0001 (\(drug) \(route.word))")
    #expect(try said(script, limit, opening: day(2)).answer == .no)
    #expect(
      try said(script, limit, opening: day(2, 3 * 3_600_000)).basis
        == "51 h since S-2026-0001 (\(drug) \(route.word))"
    )
  }

  @Test func `an interval counts from the last dose, of whatever route, that stands`() throws {
    var script = CourseScript()
    let limit = CourseCondition.interval(.hours(48))
    #expect(try said(script, limit, opening: day(0)).answer == .no)
    try script.session(at: day(0), [.of(.intravenous, at: day(0))])
    try script.session(
      at: day(5),
      [.of(.intramuscular, at: day(5)), .of(.sublingual, at: day(5), last: day(5, 60_000))]
    )
    try script.session(at: day(7), [.of(.intranasal, at: day(7))], state: .void)
    try script.session(at: day(7), [.of(.oral, drug: "midazolam", at: day(7), isOfClass: false)])
    let found = try said(script, limit, opening: day(7))
    #expect(found.answer == .yes)
    #expect(found.basis == "47 h 59 min since S-2026-0002 (ketamine sublingual)")
    #expect(try said(script, limit, opening: day(7, 60_000)).answer == .no)
  }

  @Test func `as things stand an interval is that of the newest session`() throws {
    var script = CourseScript()
    try script.session(at: day(0), [.of(.intravenous, at: day(0))])
    let limit = CourseCondition.interval(.hours(48))
    #expect(try said(script, limit, opening: nil, asOf: day(0, 1)).answer == .no)
    try script.session(at: day(2, -1), [.of(.intramuscular, at: day(2, -1))])
    let found = try said(script, limit, opening: nil, asOf: day(30))
    #expect(found.answer == .yes)
    #expect(found.basis == "S-2026-0002: 47 h 59 min since S-2026-0001 (ketamine intravenous)")
  }

  @Test func `a frequency counts the one to be opened, and not a dose of so many days before`()
    throws
  {
    var script = CourseScript()
    for (place, route) in [Route.intravenous, .intramuscular, .sublingual].enumerated() {
      try script.session(at: day(place * 2), [.of(route, at: day(place * 2))])
    }
    let limit = CourseCondition.frequency(most: 3, days: 7)
    let over = try said(script, limit, opening: day(7, -1))
    #expect(over.answer == .yes)
    #expect(
      over.basis
        == "4 sessions in 7 days with this one: S-2026-0001, S-2026-0002, S-2026-0003"
    )
    #expect(try said(script, limit, opening: day(7)).answer == .no)
    #expect(try said(script, limit, opening: nil).answer == .no)
    #expect(try said(script, .frequency(most: 2, days: 7), opening: nil).answer == .yes)
  }

  @Test func `struck-out sessions count nothing, and a session without a dose neither`() throws {
    var script = CourseScript()
    try script.session(at: day(0), [.of(.intravenous, at: day(0))])
    try script.session(at: day(1), [.of(.intravenous, at: day(1))], state: .void)
    try script.session(at: day(2), [])
    for most in [1, 2] {
      let found = try said(script, .frequency(most: most, days: 7), opening: day(3))
      #expect(found.answer == (most == 1 ? .yes : .no))
    }
    #expect(try said(script, .count(1), opening: day(3)).answer == .yes)
    #expect(try said(script, .count(2), opening: day(3)).answer == .no)
  }

  @Test func `a count begins again with a review of the response`() throws {
    var script = CourseScript()
    for place in 0..<6 {
      let route = courseRoutes[place % 4]
      try script.session(at: day(place * 3), [.of(route, at: day(place * 3))])
    }
    #expect(try said(script, .count(7), opening: day(18)).answer == .no)
    let due = try said(script, .count(6), opening: day(18))
    #expect(due.answer == .yes)
    #expect(due.basis == "6 sessions, no review of the response on file")
    try script.result(.responseReview, day: "2026-11-16", at: day(15, 3_600_000))
    let after = try said(script, .count(6), opening: day(18))
    #expect(after.answer == .no)
    #expect(after.basis == "1 session since the review of the response on 2026-11-16")
    // A result that is dated later than the session to be opened is not there yet.
    #expect(try said(script, .count(5), opening: day(14)).answer == .yes)
  }

  @Test func `a frequency equals a count by hand in random courses`() throws {
    let seed: UInt64 = 6_501
    var random = SeededGenerator(seed: seed)
    for round in 1...300 {
      var script = CourseScript()
      var counted: [Instant] = []
      for _ in 0..<random.number(0...12) {
        let at = day(random.number(0...30), random.number(-1...1))
        let isVoid = random.chance(20)
        try script.session(
          at: at,
          [.of(random.pick(courseRoutes), at: at)],
          state: isVoid ? .void : .closed
        )
        if !isVoid { counted.append(at) }
      }
      let opening = day(random.number(0...31))
      let days = random.number(1...10)
      let within = counted.count { $0 <= opening && $0 > opening - .hours(24 * days) } + 1
      let most = random.number(1...5)
      let found = try said(script, .frequency(most: most, days: days), opening: opening)
      #expect(found.answer == (within > most ? .yes : .no), "seed \(seed), round \(round)")
      let last = counted.filter { $0 <= opening }.max()
      let interval = try said(script, .interval(.hours(24 * days)), opening: opening)
      let isShort = last.map { opening - $0 < .hours(24 * days) } ?? false
      #expect(interval.answer == (isShort ? .yes : .no), "seed \(seed), round \(round)")
    }
  }
}
