import SessionRecord
import Testing

@testable import Monitoring

/// Rules on amounts, to the thousandth, by drug and route.
@Suite("Course limits on doses")
struct CourseDoseRulesTests {
  private func said(
    _ script: CourseScript,
    _ condition: CourseCondition,
    opening: Instant? = nil
  ) throws -> CourseReading.Said {
    CourseReading(of: try script.course, openingAt: opening, asOf: nil, in: .utc)
      .said(condition, scales: [])
  }

  private func script(_ doses: [SessionTally.GivenTotal]...) throws -> CourseScript {
    var script = CourseScript()
    for (place, given) in doses.enumerated() { try script.session(at: day(place), given) }
    return script
  }

  @Test(arguments: courseRoutes)
  func `an amount over the limit by a thousandth is over, and the limit itself is not`(
    _ route: Route
  ) throws {
    let doses = try script(
      [.of(route, perKilogram: 1_250, at: day(0))],
      [.of(route, perKilogram: 1_251, at: day(1))]
    )
    let over = try said(doses, .amount(thousandths: 2_500, days: 30))
    #expect(over.answer == .yes)
    #expect(
      over.basis == "ketamine \(route.word) 2.501 mg/kg in 30 days: S-2026-0001, S-2026-0002"
    )
    #expect(try said(doses, .amount(thousandths: 2_501, days: 30)).answer == .no)
  }

  @Test func `amounts of two routes or two drugs are never added`() throws {
    let doses = try script(
      [.of(.intravenous, perKilogram: 1_500, at: day(0))],
      [.of(.intramuscular, perKilogram: 1_500, at: day(1))],
      [.of(.intravenous, perKilogram: 1_500, drug: "esketamine", at: day(2))]
    )
    #expect(try said(doses, .amount(thousandths: 1_500, days: 30)).answer == .no)
    #expect(try said(doses, .amount(thousandths: 1_499, days: 30)).answer == .yes)
  }

  @Test func `a dose of exactly so many days before is out of the sum`() throws {
    let doses = try script(
      [.of(.sublingual, perKilogram: 2_000, at: day(0))],
      [.of(.sublingual, perKilogram: 2_000, at: day(1))]
    )
    let limit = CourseCondition.amount(thousandths: 3_999, days: 30)
    #expect(try said(doses, limit, opening: day(30, -1)).answer == .yes)
    #expect(try said(doses, limit, opening: day(30)).answer == .no)
  }

  @Test func `without a weight an amount is not known, and a known part over the limit is over`()
    throws
  {
    let limit = CourseCondition.amount(thousandths: 1_000, days: 30)
    var doses = try script(
      [.of(.intranasal, perKilogram: nil, milligrams: 56_000, at: day(0))],
      [.of(.intranasal, perKilogram: 1_000, at: day(1))]
    )
    let unknown = try said(doses, limit)
    #expect(unknown.answer == .unknown)
    #expect(unknown.basis.hasPrefix("ketamine intranasal at least 1 mg/kg in 30 days"))
    try doses.session(at: day(2), [.of(.intranasal, perKilogram: 1, at: day(2))])
    #expect(try said(doses, limit).answer == .yes)
    let running = try script([
      .of(.intravenous, perKilogram: nil, milligrams: nil, at: day(0), isIncomplete: true)
    ])
    #expect(try said(running, limit).answer == .unknown)
  }

  @Test(arguments: courseRoutes)
  func `a dose over the one before by more than the percent speaks, by exactly that it does not`(
    _ route: Route
  ) throws {
    let limit = CourseCondition.escalation(percent: 25, runs: 3)
    let exact = try script(
      [.of(route, perKilogram: 400, at: day(0))],
      [.of(route, perKilogram: 500, at: day(1))]
    )
    #expect(try said(exact, limit).answer == .no)
    let over = try script(
      [.of(route, perKilogram: 400, at: day(0))],
      [.of(route, perKilogram: 501, at: day(1))]
    )
    let found = try said(over, limit)
    #expect(found.answer == .yes)
    #expect(
      found.basis
        == "ketamine \(route.word) 0.4 to 0.501 mg/kg from S-2026-0001 to S-2026-0002"
    )
  }

  @Test func `a dose is compared with the last by the same drug and route, however long before`()
    throws
  {
    let limit = CourseCondition.escalation(percent: 25, runs: 3)
    let doses = try script(
      [.of(.intravenous, perKilogram: 400, at: day(0))],
      [.of(.intramuscular, perKilogram: 1_000, at: day(1))],
      [.of(.intravenous, perKilogram: 501, at: day(2))]
    )
    #expect(try said(doses, limit).answer == .yes)
    let other = try script(
      [.of(.intravenous, perKilogram: 400, at: day(0))],
      [.of(.intramuscular, perKilogram: 1_000, at: day(1))]
    )
    #expect(try said(other, limit).answer == .no)
  }

  @Test func `so many increases in a row speak, and one that is equal breaks the row`() throws {
    let limit = CourseCondition.escalation(percent: 25, runs: 3)
    func doses(_ amounts: [Int]) throws -> CourseScript {
      var script = CourseScript()
      for (place, amount) in amounts.enumerated() {
        try script.session(
          at: day(place),
          [.of(.intramuscular, perKilogram: amount, at: day(place))]
        )
      }
      return script
    }
    let rising = try said(try doses([400, 401, 402, 403]), limit)
    #expect(rising.answer == .yes)
    #expect(rising.basis.hasSuffix("increase 3 in a row"))
    #expect(try said(try doses([400, 401, 402]), limit).answer == .no)
    #expect(try said(try doses([400, 401, 401, 402]), limit).answer == .no)
    #expect(try said(try doses([400, 401, 402, 402]), limit).answer == .no)
  }

  @Test func `without a weight milligrams are compared, and what is not known stays so`() throws {
    let limit = CourseCondition.escalation(percent: 25, runs: 3)
    let milligrams = try script(
      [.of(.intranasal, perKilogram: nil, milligrams: 56_000, at: day(0))],
      [.of(.intranasal, perKilogram: 1_200, milligrams: 84_000, at: day(1))]
    )
    let found = try said(milligrams, limit)
    #expect(found.answer == .yes)
    #expect(found.basis.contains("56 to 84 mg"))
    let lost = try script(
      [.of(.intravenous, perKilogram: nil, milligrams: nil, at: day(0), isIncomplete: true)],
      [.of(.intravenous, at: day(1))]
    )
    #expect(try said(lost, limit).answer == .unknown)
    let least = try script(
      [.of(.intravenous, perKilogram: 400, at: day(0))],
      [.of(.intravenous, perKilogram: 600, at: day(1), isIncomplete: true)]
    )
    #expect(try said(least, limit).answer == .yes)
  }
}
