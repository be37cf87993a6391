import Monitoring
import SessionRecord
import Testing

/// Minutes since the start, and since the end of the infusion.
@Suite struct TimeCriteriaTests {
  @Test func `minutes since start are met at exactly that minute`() throws {
    var session = try SessionScript()
    let asked = LeavingRequirement.minutesSinceStart(100)
    #expect(try session.state(asked, asOf: minute(200)) == .missing("no dose yet"))
    try session.add(.dose("midazolam"), at: minute(5))
    #expect(try session.state(asked, asOf: minute(200)) == .missing("no dose yet"))
    try session.add(.dose("ketamine"), at: minute(10))
    #expect(
      try session.state(asked, asOf: minute(106))
        == .missing("only 96 min since start; 100 asked")
    )
    #expect(
      try session.state(asked, asOf: minute(109, 59, 999))
        == .missing("only 99 min since start; 100 asked")
    )
    #expect(try session.state(asked, asOf: minute(110)) == .met(since: minute(110)))
    #expect(try session.state(asked, asOf: minute(130)) == .met(since: minute(110)))
  }

  private let hour = LeavingRequirement.minutesSinceInfusion(60)

  @Test func `without an infusion it is met since time zero, without a dose it is missing`() throws
  {
    var session = try SessionScript()
    #expect(try session.state(hour, asOf: minute(20)) == .missing("no dose yet"))
    try session.add(.dose("ketamine"), at: minute(10))
    #expect(try session.state(hour, asOf: minute(20)) == .met(since: minute(10)))
  }

  @Test func `a running and a paused infusion are missing`() throws {
    var session = try SessionScript()
    try session.add(.dose("ketamine", over: 40), at: minute(10))
    #expect(
      try session.state(hour, asOf: minute(49)) == .missing("infusion of ketamine is running")
    )
    try session.add(.infusion(.pause), at: minute(30))
    #expect(
      try session.state(hour, asOf: minute(49)) == .missing("infusion of ketamine is paused")
    )
    #expect(
      try session.state(hour, asOf: minute(500)) == .missing("infusion of ketamine is paused")
    )
  }

  @Test func `it counts from the stop, else from the planned end moved by pauses`() throws {
    var session = try SessionScript()
    try session.add(.dose("ketamine", over: 40), at: minute(10))
    #expect(
      try session.state(hour, asOf: minute(72))
        == .missing("only 22 min since the end of the infusion; 60 asked")
    )
    #expect(try session.state(hour, asOf: minute(110)) == .met(since: minute(110)))
    try session.add(.infusion(.pause), at: minute(30))
    try session.add(.infusion(.resume), at: minute(35))
    #expect(try session.state(hour, asOf: minute(120)) == .met(since: minute(115)))
    try session.add(.infusion(.stop(given: .notKnown)), at: minute(40))
    #expect(try session.state(hour, asOf: minute(120)) == .met(since: minute(100)))
  }

  @Test func `an infusion without a plan is running until its stop`() throws {
    var session = try SessionScript()
    try session.add(.infusion(.start), at: minute(10))
    #expect(
      try session.state(hour, asOf: minute(300)) == .missing("infusion of ketamine is running")
    )
    try session.add(.infusion(.stop(given: .notSaid)), at: minute(50))
    #expect(try session.state(hour, asOf: minute(300)) == .met(since: minute(110)))
  }

  @Test func `the last infusion decides, and a second one breaks it`() throws {
    var session = try SessionScript()
    try session.add(.infusion(.start), at: minute(10))
    try session.add(.infusion(.stop(given: .notSaid)), at: minute(20))
    #expect(try session.state(hour, asOf: minute(90)) == .met(since: minute(80)))
    try session.add(.infusion(.start), at: minute(100))
    #expect(
      try session.state(hour, asOf: minute(101)) == .missing("infusion of ketamine is running")
    )
    try session.add(.infusion(.stop(given: .notSaid)), at: minute(105))
    #expect(try session.state(hour, asOf: minute(170)) == .met(since: minute(165)))
  }

  @Test func `closed while it runs, its end is not recorded`() throws {
    var session = try SessionScript()
    try session.add(.dose("ketamine", over: 40), at: minute(10))
    try session.add(.closed, at: minute(30))
    #expect(
      try session.state(hour, asOf: minute(300))
        == .missing("the end of an infusion of ketamine is not recorded")
    )
  }

  @Test func `an infusion of another medicine does not count`() throws {
    var session = try SessionScript()
    try session.add(.dose("ketamine"), at: minute(10))
    try session.add(.dose("magnesium", over: 20), at: minute(15))
    #expect(try session.state(hour, asOf: minute(20)) == .met(since: minute(10)))
  }

  @Test func `a dose that has just begun is not one long over`() throws {
    var session = try SessionScript()
    try session.add(.infusion(.start), at: minute(0))
    let dose = try session.add(.dose("ketamine", over: 40), at: minute(180))
    #expect(
      try session.state(hour, asOf: minute(180)) == .missing("infusion of ketamine is running")
    )
    // Its planned end is no stop of the first, which nobody entered.
    #expect(
      try session.state(hour, asOf: minute(600))
        == .missing("the end of an infusion of ketamine is not recorded")
    )
    try session.add(
      .infusion(.stop(given: .notKnown)),
      at: minute(40),
      recorded: minute(190)
    )
    #expect(
      try session.state(hour, asOf: minute(270))
        == .missing("only 50 min since the end of the infusion; 60 asked")
    )
    #expect(try session.state(hour, asOf: minute(300)) == .met(since: minute(280)))
    try session.void(dose, at: minute(300))
    #expect(try session.state(hour, asOf: minute(301)) == .met(since: minute(100)))
  }

  @Test func `a medicine that has just begun is recent, though a start is long ago`() throws {
    let ketamine = LeavingRequirement.noRecent(
      NoRecentMedicine(medicines: ["ketamine"], orOxygen: false, within: .minutes(30))
    )
    var session = try SessionScript()
    try session.add(.infusion(.start), at: minute(0))
    try session.add(.infusion(.stop(given: .notSaid)), at: minute(40))
    #expect(try session.state(ketamine, asOf: minute(180)) == .met(since: minute(70)))
    try session.add(.dose("ketamine", over: 40), at: minute(180))
    #expect(
      try session.state(ketamine, asOf: minute(180)) == .missing("infusion of ketamine is running")
    )
    #expect(try session.state(ketamine, asOf: minute(250)) == .met(since: minute(250)))
  }

  @Test func `of infusions that overlap the one that ends last decides`() throws {
    var session = try SessionScript()
    try session.add(.dose("ketamine", over: 40), at: minute(0))
    try session.add(.dose("ketamine", over: 10), at: minute(10))
    #expect(
      try session.state(hour, asOf: minute(80))
        == .missing("only 40 min since the end of the infusion; 60 asked")
    )
    #expect(try session.state(hour, asOf: minute(99, 59, 999)) != .met(since: minute(100)))
    #expect(try session.state(hour, asOf: minute(100)) == .met(since: minute(100)))
  }

  @Test func `an infusion whose end is not recorded is not forgotten over the next`() throws {
    var session = try SessionScript()
    let first = try session.add(.infusion(.start), at: minute(0))
    try session.add(.infusion(.pause), at: minute(5))
    try session.add(.infusion(.start), at: minute(10))
    try session.add(.infusion(.stop(given: .notSaid)), at: minute(20))
    let standing = try session.readiness([hour], asOf: minute(300)).criteria.first
    #expect(
      standing?.state == .missing("the end of an infusion of ketamine is not recorded")
    )
    #expect(standing?.entries == [first])
    try session.void(first, at: minute(301))
    #expect(try session.state(hour, asOf: minute(302)) == .met(since: minute(80)))
  }
}
