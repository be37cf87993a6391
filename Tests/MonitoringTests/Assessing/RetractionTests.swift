import Monitoring
import SessionRecord
import Testing

/// Retraction: sentence 16.
@Suite struct RetractionTests {
  private let surge = MonitoringProtocol.of(.surge)

  @Test func `16: an amendment to a value inside retracts, and is named`() throws {
    var session = try SessionScript()
    let reading = try session.add(.value(.systolic, 182), at: minute(5))
    let amendment = try session.amend(reading, to: .value(.systolic, 128), at: minute(6))
    let flag = try #require(session.flags(under: surge, asOf: minute(7)).first)
    #expect(flag.retractedBy == amendment)
    #expect(flag.readings.map { $0.quantity?.thousandths } == [182_000])
    #expect(flag.isOpen == false)
  }

  @Test func `16: a late reading that becomes the first of the episode retracts`() throws {
    var session = try SessionScript()
    let typed = try session.add(.value(.systolic, 190), at: minute(9))
    let late = try session.add(.value(.systolic, 185), at: minute(7), recorded: minute(12))
    let flags = session.flags(under: surge, asOf: minute(13))
    #expect(flags.map(\.identity.entry) == [typed, late])
    #expect(flags.map(\.number.value) == [1, 2])
    #expect(flags.map(\.retractedBy) == [late, nil])
    #expect(flags.map(\.state) == [.unconfirmed, .confirmed(at: minute(9), repeated: true)])
    #expect(flags.map(\.known) == [minute(9), minute(12)])
  }

  @Test func `16: a late reading that leaves the first alone retracts nothing`() throws {
    var session = try SessionScript()
    try session.add(.value(.systolic, 190), at: minute(9))
    try session.add(.value(.systolic, 120), at: minute(7), recorded: minute(12))
    let flags = session.flags(under: surge, asOf: minute(13))
    #expect(flags.map(\.retractedBy) == [nil])
  }

  @Test func `16: it shows what was last found, at the instant before the commit`() throws {
    var session = try SessionScript()
    let reading = try session.add(.value(.systolic, 182), at: minute(5))
    // At 15:00 the flag was confirmed for want of a repeat; the void comes at 15:00.001.
    try session.void(reading, at: minute(15, 0, 1))
    let flag = try #require(session.flags(under: surge, asOf: minute(20)).first)
    #expect(flag.state == .confirmed(at: minute(15), repeated: false))
    #expect(flag.priority == .high)
    var sooner = try SessionScript()
    let other = try sooner.add(.value(.systolic, 182), at: minute(5))
    try sooner.void(other, at: minute(15))
    #expect(sooner.flags(under: surge, asOf: minute(20)).first?.state == .unconfirmed)
  }

  @Test func `16: of several entries of a commit, the one after which it is gone is named`() throws
  {
    var session = try SessionScript()
    let reading = try session.add(.value(.systolic, 190), at: minute(9))
    let entries = try session.add(
      [
        (.value(.systolic, 120), minute(6)), (.value(.systolic, 185), minute(7)),
        (.note("calmer"), minute(12)),
      ],
      recorded: minute(12)
    )
    let flags = session.flags(under: surge, asOf: minute(12))
    #expect(flags.map(\.identity.entry) == [reading, entries[1]])
    #expect(flags.first?.retractedBy == entries[1])
  }

  @Test func `16: gone, back and gone again within a commit, the last is named`() throws {
    var session = try SessionScript()
    try session.add(.value(.systolic, 190), at: minute(9))
    let entries = try session.add(
      [
        // Gone: 185 is first. Back: 120 clears that on repeat. Gone: 184 is first again.
        (.value(.systolic, 185), minute(6)), (.value(.systolic, 120), minute(7)),
        (.value(.systolic, 184), minute(8, 30)),
      ],
      recorded: minute(12)
    )
    let flags = session.flags(under: surge, asOf: minute(12))
    #expect(flags.first?.retractedBy == entries[2])
    #expect(flags.dropFirst().map(\.identity.entry) == [entries[0], entries[2]])
  }

  @Test func `16: one that comes back stands again under its old number and known time`() throws {
    var session = try SessionScript()
    let reading = try session.add(.value(.systolic, 182), at: minute(5))
    try session.amend(reading, to: .value(.systolic, 128), at: minute(6))
    try session.amend(reading, to: .value(.systolic, 183), at: minute(8))
    let flags = session.flags(under: surge, asOf: minute(9))
    #expect(flags.map(\.number.value) == [1])
    #expect(flags.first?.retractedBy == nil)
    #expect(flags.first?.known == minute(5))
    #expect(flags.first?.readings.first?.quantity?.thousandths == 183_000)
  }

  @Test func `16: a moved time zero retracts what a baseline rule found`() throws {
    let rise = Rule.of("rise", .change(BaselineChange(.systolic, .atOrOver, .absolute(40_000))))
    var session = try SessionScript()
    try session.add(.pressure(120, 80), at: minute(5))
    let dose = try session.add(.dose("ketamine"), at: minute(10))
    try session.add(.pressure(165, 90), at: minute(15))
    let moved = try session.amend(
      dose,
      to: .dose("ketamine"),
      observed: minute(16),
      at: minute(20)
    )
    let flags = session.flags(under: .of(rise), asOf: minute(21))
    #expect(flags.map(\.retractedBy) == [moved])
    #expect(session.flags(under: .of(rise), asOf: minute(19)).map(\.retractedBy) == [nil])
  }

  @Test func `16: a closing that stops the clock in the past can retract`() throws {
    // Lapsed at 15, cleared by 150 and 150, broken again: two flags, until the session is found to
    // have been closed at 14 (the machine's clock had been wrong by hours since).
    var session = try SessionScript()
    try session.add(.value(.systolic, 182), at: minute(5))
    for (value, at) in [(150, 16), (150, 17), (190, 18)] {
      try session.add(.value(.systolic, value), at: minute(at))
    }
    #expect(session.flags(under: surge, asOf: minute(18)).count == 2)
    let closing = try session.add(.closed, at: minute(14), recorded: minute(14))
    let flags = session.flags(under: surge, asOf: minute(18))
    #expect(flags.map(\.retractedBy) == [nil, closing])
    #expect(flags.first?.readings.count == 2)
  }
}
