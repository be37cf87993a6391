import Monitoring
import SessionRecord
import Testing

/// The totals of each drug by route: what was given, never what was planned.
@Suite struct DoseTotalTests {
  @Test func `doses of one drug by one route are summed, in the order in which each began`() throws
  {
    var session = try SessionScript()
    try session.add(.given("ketamine", 28, route: .intranasal), at: minute(15))
    try session.add(.given("midazolam", 2), at: minute(10))
    try session.add(.given("ketamine", 28, route: .intranasal), at: minute(20))
    try session.add(.given("ketamine", 10, route: .intramuscular), at: minute(30))
    let totals = try session.exposure(asOf: minute(60)).totals
    #expect(totals.map(\.drug) == ["midazolam", "ketamine", "ketamine"])
    #expect(totals.map(\.route) == [.intravenous, .intranasal, .intramuscular])
    #expect(totals.map(\.milligramThousandths) == [2_000, 56_000, 10_000])
    #expect(totals.map(\.count) == [1, 2, 1])
    #expect(totals.map(\.uncounted) == [0, 0, 0])
  }

  @Test func `a running infusion is not counted until its stop says how much`() throws {
    var session = try SessionScript()
    try session.add(.given("ketamine", 36, over: 40), at: minute(10))
    let running = try session.exposure(asOf: minute(20)).totals.first
    #expect(running?.milligramThousandths == nil)
    #expect(running?.count == 0)
    #expect(running?.uncounted == 1)
    let over = try session.exposure(asOf: minute(60)).totals.first
    #expect(over?.milligramThousandths == nil)
    try session.add(.stopped(12), at: minute(22))
    let stopped = try session.exposure(asOf: minute(60)).totals.first
    #expect(stopped?.milligramThousandths == 12_000)
    #expect(stopped?.count == 1)
    #expect(stopped?.uncounted == 0)
  }

  @Test func `what is known is summed and what is not is counted beside it`() throws {
    var session = try SessionScript()
    try session.add(.given("ketamine", 5), at: minute(5))
    try session.add(.given("ketamine", 36, over: 40), at: minute(10))
    try session.add(.infusion(.stop(given: .notKnown)), at: minute(22))
    try session.add(.given("ketamine", 2, .millilitre), at: minute(30))
    let total = try session.exposure(asOf: minute(60)).totals.first
    #expect(total?.milligramThousandths == 5_000)
    #expect(total?.count == 1)
    #expect(total?.uncounted == 2)
  }

  @Test func `grams and micrograms are summed as milligrams`() throws {
    var session = try SessionScript()
    try session.add(.given("ketamine", 1, .gram), at: minute(5))
    try session.add(.given("ketamine", 250, .microgram), at: minute(6))
    #expect(try session.exposure(asOf: minute(60)).totals.first?.milligramThousandths == 1_000_250)
  }

  @Test func `per kilogram needs the weight of the day`() throws {
    var session = try SessionScript()
    let amount = try Amount(thousandths: 500, .milligramPerKilogram)
    let dose = Content.dose(try Dose(drug: "ketamine", amount: amount, route: .intravenous))
    try session.add(dose, at: minute(10))
    let without = try session.exposure(asOf: minute(60)).totals.first
    #expect(without?.milligramThousandths == nil)
    #expect(without?.uncounted == 1)
    try session.add(.weight(83_200), at: minute(11))
    #expect(try session.exposure(asOf: minute(60)).totals.first?.milligramThousandths == 41_600)
    try session.add(.value(.weight, 30, verified: false), at: minute(12))
    #expect(try session.exposure(asOf: minute(60)).totals.first?.milligramThousandths == 41_600)
  }

  @Test func `a sum with an unverified dose in it says so, until that is typed again`() throws {
    var session = try SessionScript()
    try session.add(.given("ketamine", 5), at: minute(5))
    let doubted = try session.add(
      .given("ketamine", 90, unverified: [.amount]),
      at: minute(6)
    )
    let waiting = try session.exposure(asOf: minute(60))
    #expect(waiting.totals.first?.isUnverified == true)
    #expect(waiting.totals.first?.milligramThousandths == 95_000)
    #expect(waiting.given.map(\.isUnverified) == [false, true])
    try session.add(.verification(of: doubted), at: minute(7))
    #expect(try session.exposure(asOf: minute(60)).totals.first?.isUnverified == false)
  }

  @Test func `an unverified dose that is in no sum leaves it verified`() throws {
    var session = try SessionScript()
    try session.add(.given("ketamine", 5), at: minute(5))
    try session.add(.given("ketamine", 90, over: 40, unverified: [.amount]), at: minute(6))
    #expect(try session.exposure(asOf: minute(10)).totals.first?.isUnverified == false)
  }

  @Test func `nothing given has no totals`() throws {
    var session = try SessionScript()
    let dose = try session.add(.given("ketamine", 5), at: minute(5))
    try session.void(dose, at: minute(6))
    let exposure = try session.exposure(asOf: minute(60))
    #expect(exposure.given.isEmpty)
    #expect(exposure.totals.isEmpty)
  }
}
