import Monitoring
import SessionRecord
import Testing

/// What is known: sentences 1 to 4.
@Suite struct KnownTests {
  private let surge = MonitoringProtocol.of(.surge)

  @Test func `1: a commit's time is the latest recorded in it or in any before it`() throws {
    var session = try SessionScript()
    try session.add(.value(.systolic, 120), at: minute(5), recorded: minute(20))
    // The machine's clock stepped back before the next commit.
    try session.add(.value(.systolic, 182), at: minute(14), recorded: minute(15))
    #expect(session.flags(under: surge, asOf: minute(19, 59, 999)).isEmpty)
    let flag = try #require(session.flags(under: surge, asOf: minute(20)).first)
    #expect(flag.raised == minute(14))
    #expect(flag.known == minute(20))
  }

  @Test func `1: entries of one commit become known together`() throws {
    var session = try SessionScript()
    try session.add(
      [(.value(.systolic, 182), minute(3)), (.value(.systolic, 184), minute(6))],
      recorded: minute(10)
    )
    #expect(session.assessed(under: surge, asOf: minute(9)).chart.entries.count == 1)
    let known = session.assessed(under: surge, asOf: minute(10))
    #expect(known.chart.entries.count == 3)
    #expect(known.flags.map(\.known) == [minute(10)])
  }

  @Test func `1: only recorded times hide an entry, never observed ones`() throws {
    var session = try SessionScript()
    try session.add(.value(.systolic, 182), at: minute(5), recorded: minute(30))
    #expect(session.flags(under: surge, asOf: minute(29)).isEmpty)
    let flag = try #require(session.flags(under: surge, asOf: minute(30)).first)
    #expect(flag.raised == minute(5))
    #expect(flag.known == minute(30))
  }

  @Test func `2: an amended entry keeps its number in order and identity`() throws {
    var session = try SessionScript()
    let reading = try session.add(.value(.systolic, 182), at: minute(5))
    try session.add(.value(.systolic, 190), at: minute(7))
    try session.amend(reading, to: .value(.systolic, 188), at: minute(8))
    let flags = session.flags(under: surge, asOf: minute(9))
    #expect(flags.map(\.identity.entry) == [reading])
    #expect(flags.map(\.number.value) == [1])
    #expect(flags.first?.readings.map { $0.quantity?.thousandths } == [188_000, 190_000])
    #expect(flags.first?.known == minute(5))
  }

  @Test func `2: voiding an amendment voids the original`() throws {
    var session = try SessionScript()
    let reading = try session.add(.value(.systolic, 182), at: minute(5))
    let amendment = try session.amend(reading, to: .value(.systolic, 188), at: minute(6))
    let void = try session.void(amendment, at: minute(7))
    let flag = try #require(session.flags(under: surge, asOf: minute(8)).first)
    #expect(flag.retractedBy == void)
  }

  @Test func `2: voiding a void and amending a voided entry change nothing`() throws {
    var session = try SessionScript()
    let reading = try session.add(.value(.systolic, 182), at: minute(5))
    let void = try session.void(reading, at: minute(6))
    try session.void(void, at: minute(7))
    try session.amend(reading, to: .value(.systolic, 195), at: minute(8))
    try session.amend(void, to: .value(.systolic, 195), at: minute(9))
    let flags = session.flags(under: surge, asOf: minute(10))
    #expect(flags.map(\.retractedBy) == [void])
    #expect(session.assessed(under: surge, asOf: minute(10)).extremes.isEmpty)
  }

  @Test func `3: closing fixes the clock for what time alone does`() throws {
    var session = try SessionScript()
    try session.add(.value(.systolic, 182), at: minute(5))
    try session.add(.closed, at: minute(14, 59, 999))
    #expect(session.flags(under: surge, asOf: minute(60)).map(\.state) == [.unconfirmed])
    var later = try SessionScript()
    try later.add(.value(.systolic, 182), at: minute(5))
    try later.add(.closed, at: minute(15))
    #expect(
      later.flags(under: surge, asOf: minute(60)).map(\.state)
        == [.confirmed(at: minute(15), repeated: false)]
    )
  }

  @Test func `3: an entry after closing still counts`() throws {
    var session = try SessionScript()
    try session.add(.value(.systolic, 182), at: minute(5))
    try session.add(.closed, at: minute(7))
    try session.add(.value(.systolic, 184), at: minute(9), recorded: minute(90))
    #expect(
      session.flags(under: surge, asOf: minute(90)).map(\.state)
        == [.confirmed(at: minute(9), repeated: true)]
    )
  }

  @Test func `3: a voided closing reopens time, and the first unvoided one counts`() throws {
    var session = try SessionScript()
    try session.add(.value(.systolic, 182), at: minute(5))
    let early = try session.add(.closed, at: minute(8))
    try session.add(.closed, at: minute(40))
    #expect(session.flags(under: surge, asOf: minute(50)).map(\.state) == [.unconfirmed])
    try session.void(early, at: minute(50))
    #expect(
      session.flags(under: surge, asOf: minute(50)).map(\.state)
        == [.confirmed(at: minute(15), repeated: false)]
    )
  }

  @Test func `4: observations are taken by observed time, then entry number`() throws {
    var session = try SessionScript()
    try session.add(.value(.systolic, 190), at: minute(9))
    let late = try session.add(.value(.systolic, 185), at: minute(5), recorded: minute(10))
    let same = try session.add(.value(.systolic, 186), at: minute(5), recorded: minute(11))
    let flag = try #require(
      session.flags(under: surge, asOf: minute(12)).first { $0.retractedBy == nil }
    )
    #expect(flag.identity.entry == late)
    #expect(flag.readings.map(\.entry.value) == [late.value, same.value, 2])
  }

  @Test func `4: at one instant a value comes before what time does`() throws {
    var session = try SessionScript()
    try session.add(.value(.systolic, 182), at: minute(5))
    try session.add(.value(.systolic, 170), at: minute(15))
    #expect(
      session.flags(under: surge, asOf: minute(15)).map(\.state)
        == [.clearedOnRepeat(at: minute(15))]
    )
  }
}
