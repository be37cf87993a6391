import Monitoring
import SessionRecord
import Testing

/// A dose over a time, its start, its pauses and its stop.
@Suite struct InfusionTests {
  private let ketamine = Result { try Content.given("ketamine", 36, over: 40) }

  @Test func `a dose and the start after it are one infusion, begun at the start`() throws {
    var session = try SessionScript()
    let dose = try session.add(ketamine.get(), at: minute(5))
    let start = try session.add(.infusion(.start), at: minute(10))
    let given = try session.exposure(asOf: minute(30)).given
    #expect(given.count == 1)
    #expect(given.first?.dose == dose)
    #expect(given.first?.start == start)
    #expect(given.first?.began.instant == minute(10))
    #expect(given.first?.given == .running)
    #expect(given.first?.ended == nil)
    #expect(given.first?.isInfusion == true)
    #expect(try session.exposure(asOf: minute(50)).given.first?.ended == minute(50))
  }

  @Test func `a start and the dose after it are one infusion too`() throws {
    var session = try SessionScript()
    let start = try session.add(.infusion(.start), at: minute(10))
    let dose = try session.add(ketamine.get(), at: minute(12))
    let given = try session.exposure(asOf: minute(30)).given
    #expect(given.map(\.dose) == [dose])
    #expect(given.map(\.start) == [start])
    #expect(given.first?.began.instant == minute(10))
    #expect(given.first?.route == .intravenous)
  }

  @Test func `a start takes a dose until it would be over, and none after that`() throws {
    var session = try SessionScript()
    try session.add(.infusion(.start), at: minute(10))
    var late = session
    try session.add(ketamine.get(), at: minute(50))
    #expect(try session.exposure(asOf: minute(60)).given.map(\.ended) == [minute(50)])
    let dose = try late.add(ketamine.get(), at: minute(50, 0, 1))
    let given = try late.exposure(asOf: minute(60)).given
    #expect(given.map(\.dose) == [nil, dose])
    #expect(given.map(\.began.instant) == [minute(10), minute(50, 0, 1)])
    #expect(given.map(\.given) == [.endNotRecorded, .running])
  }

  @Test func `pauses move how long a start takes a dose, a rate does not`() throws {
    var paused = try SessionScript()
    try paused.add(.infusion(.start), at: minute(10))
    try paused.add(.infusion(.pause), at: minute(20))
    var resumed = paused
    try paused.add(ketamine.get(), at: minute(80))
    #expect(try paused.exposure(asOf: minute(90)).given.map(\.isPaused) == [true])
    try resumed.add(.infusion(.resume), at: minute(35))
    var over = resumed
    try resumed.add(ketamine.get(), at: minute(65))
    #expect(try resumed.exposure(asOf: minute(90)).given.map(\.ended) == [minute(65)])
    try over.add(ketamine.get(), at: minute(66))
    #expect(try over.exposure(asOf: minute(90)).given.map(\.ended) == [nil, nil])
    var rated = try SessionScript()
    try rated.add(.infusion(.start), at: minute(10))
    try rated.add(.rate(60), at: minute(70))
    try rated.add(ketamine.get(), at: minute(75))
    #expect(
      try rated.exposure(asOf: minute(90)).given.map(\.began.instant) == [minute(10), minute(75)]
    )
  }

  @Test func `a start without a dose is of the protocol's own drug, by no route that is known`()
    throws
  {
    var session = try SessionScript()
    try session.add(.infusion(.start), at: minute(10))
    let given = try session.exposure(asOf: minute(300)).given
    #expect(given.map(\.drug) == ["ketamine"])
    #expect(given.first?.route == nil)
    #expect(given.first?.planned == nil)
    #expect(given.first?.given == .running)
  }

  @Test func `a stop ends it with the amount given`() throws {
    var session = try SessionScript()
    try session.add(ketamine.get(), at: minute(10))
    let stop = try session.add(.stopped(12), at: minute(22))
    let given = try session.exposure(asOf: minute(90)).given.first
    #expect(given?.given == .amount(try Amount(thousandths: 12_000, .milligram)))
    #expect(given?.planned == (try Amount(thousandths: 36_000, .milligram)))
    #expect(given?.stop == stop)
    #expect(given?.ended == minute(22))
  }

  @Test func `a stop says not known, or says nothing`() throws {
    for (stop, given) in [
      (AmountGiven.notKnown, GivenDose.Given.notKnown), (.notSaid, .notSaid),
    ] {
      var session = try SessionScript()
      try session.add(ketamine.get(), at: minute(10))
      try session.add(.infusion(.stop(given: stop)), at: minute(22))
      #expect(try session.exposure(asOf: minute(90)).given.map(\.given) == [given])
    }
  }

  @Test func `the planned end is moved by pauses, and by none while one is open`() throws {
    var session = try SessionScript()
    try session.add(ketamine.get(), at: minute(10))
    try session.add(.infusion(.pause), at: minute(20))
    try session.add(.infusion(.pause), at: minute(22))
    let paused = try session.exposure(asOf: minute(200)).given.first
    #expect(paused?.isPaused == true)
    #expect(paused?.ended == nil)
    #expect(paused?.given == .running)
    try session.add(.infusion(.resume), at: minute(25))
    try session.add(.infusion(.resume), at: minute(27))
    let before = try session.exposure(asOf: minute(54)).given.first
    #expect(before?.given == .running)
    #expect(before?.isPaused == false)
    #expect(before?.pauses == [GivenDose.Pause(from: minute(20), to: minute(25))])
    let after = try session.exposure(asOf: minute(55)).given.first
    #expect(after?.given == .endNotRecorded)
    #expect(after?.ended == minute(55))
  }

  @Test func `what happens after the planned end shows that it was not the end`() throws {
    let pause = Content.infusion(.pause)
    for events in try [[pause], [pause, .infusion(.resume)], [.rate(20)]] {
      var session = try SessionScript()
      try session.add(ketamine.get(), at: minute(10))
      for (place, event) in events.enumerated() {
        try session.add(event, at: minute(60 + 5 * place))
      }
      let given = try session.exposure(asOf: minute(70)).given.first
      #expect(given?.given == .running)
      #expect(given?.ended == nil)
    }
  }

  @Test func `a late stop is the stop`() throws {
    var session = try SessionScript()
    try session.add(ketamine.get(), at: minute(10))
    try session.add(.stopped(36), at: minute(58))
    let given = try session.exposure(asOf: minute(70)).given.first
    #expect(given?.ended == minute(58))
    #expect(given?.given == .amount(try Amount(thousandths: 36_000, .milligram)))
  }

  @Test func `another one leaves the end of the first not recorded`() throws {
    let seconds = try [ketamine.get(), .infusion(.start)]
    for second in seconds {
      var session = try SessionScript()
      try session.add(.infusion(.start), at: minute(10))
      try session.add(ketamine.get(), at: minute(10))
      try session.add(second, at: minute(30))
      try session.add(.stopped(20), at: minute(40))
      let given = try session.exposure(asOf: minute(45)).given
      #expect(
        given.map(\.given) == [
          .endNotRecorded, .amount(try Amount(thousandths: 20_000, .milligram)),
        ]
      )
      #expect(given.map(\.ended) == [nil, minute(40)])
      #expect(
        try session.exposure(asOf: minute(60)).given.map(\.ended) == [minute(50), minute(40)]
      )
    }
  }

  @Test func `a start after a pause is another one, a start after a rate is its start`() throws {
    var session = try SessionScript()
    try session.add(ketamine.get(), at: minute(10))
    var other = session
    try session.add(.infusion(.pause), at: minute(12))
    try session.add(.infusion(.start), at: minute(15))
    #expect(try session.exposure(asOf: minute(20)).given.count == 2)
    try other.add(.rate(60), at: minute(12))
    try other.add(.infusion(.start), at: minute(15))
    #expect(try other.exposure(asOf: minute(20)).given.map(\.began.instant) == [minute(15)])
  }

  @Test func `closing leaves nothing running`() throws {
    var session = try SessionScript()
    try session.add(ketamine.get(), at: minute(10))
    try session.add(.closed, at: minute(30))
    let given = try session.exposure(asOf: minute(300)).given.first
    #expect(given?.given == .endNotRecorded)
    #expect(given?.ended == nil)
    #expect(try session.exposure(asOf: minute(29)).given.first?.given == .running)
  }

  @Test func `events with nothing running are of no dose`() throws {
    var session = try SessionScript()
    try session.add(.stopped(12), at: minute(5))
    try session.add(.infusion(.pause), at: minute(6))
    try session.add(ketamine.get(), at: minute(10))
    try session.add(.stopped(12), at: minute(22))
    try session.add(.stopped(30), at: minute(24))
    let given = try session.exposure(asOf: minute(60)).given
    #expect(given.map(\.given) == [.amount(try Amount(thousandths: 12_000, .milligram))])
    #expect(given.first?.pauses == [])
  }

  @Test func `another medicine over a time runs beside the infusion`() throws {
    var session = try SessionScript()
    try session.add(.infusion(.start), at: minute(10))
    let magnesium = try session.add(.given("magnesium", 2_000, over: 20), at: minute(15))
    let dose = try session.add(ketamine.get(), at: minute(16))
    try session.add(.stopped(12), at: minute(22))
    let given = try session.exposure(asOf: minute(60)).given
    #expect(given.map(\.dose) == [dose, magnesium])
    #expect(given.map(\.ended) == [minute(22), minute(35)])
  }

  @Test func `another medicine takes the stop where no infusion of the own drug runs`() throws {
    var session = try SessionScript()
    try session.add(.dose("ketamine"), at: minute(10))
    try session.add(.given("magnesium", 2_000, over: 20), at: minute(15))
    try session.add(.stopped(500), at: minute(20))
    let given = try session.exposure(asOf: minute(60)).given
    #expect(given.map(\.ended) == [minute(10), minute(20)])
    // Over for half an hour: the stop is of nothing.
    var late = try SessionScript()
    try late.add(.given("magnesium", 2_000, over: 20), at: minute(15))
    try late.add(.stopped(500), at: minute(65))
    #expect(try late.exposure(asOf: minute(70)).given.map(\.given) == [.endNotRecorded])
  }

  @Test func `a void dose does not count, and its start stands alone`() throws {
    var session = try SessionScript()
    let dose = try session.add(ketamine.get(), at: minute(10))
    let start = try session.add(.infusion(.start), at: minute(11))
    try session.void(dose, at: minute(12))
    let given = try session.exposure(asOf: minute(60)).given
    #expect(given.map(\.start) == [start])
    #expect(given.map(\.dose) == [nil])
  }

  @Test func `an amended dose counts as it stands`() throws {
    var session = try SessionScript()
    let dose = try session.add(ketamine.get(), at: minute(10))
    try session.amend(dose, to: .given("ketamine", 30, over: 20), at: minute(15))
    let given = try session.exposure(asOf: minute(60)).given.first
    #expect(given?.ended == minute(30))
    #expect(given?.planned == (try Amount(thousandths: 30_000, .milligram)))
  }
}
