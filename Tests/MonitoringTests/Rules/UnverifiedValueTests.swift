import Monitoring
import SessionRecord
import Testing

@Suite struct UnverifiedValueTests {
  private let unverified = MonitoringProtocol.of(
    .of("unverified", .unverified(UnverifiedValue()), .low)
  )

  @Test func `flags a value outside what is expected as a flag about the record`() throws {
    var session = try SessionScript()
    try session.add(.value(.systolic, 182), at: minute(4))
    let entry = try session.add(.value(.systolic, 235, verified: false), at: minute(5))
    let flag = try #require(session.flags(under: unverified, asOf: minute(5)).first)
    #expect(flag.identity.entry == entry)
    #expect(flag.measure == .unverified)
    #expect(flag.isProcess)
    #expect(flag.state == .confirmed(at: minute(5), repeated: true))
    #expect(flag.readings.map { $0.quantity?.thousandths } == [235_000])
    #expect(flag.title == "unverified value")
  }

  @Test func `flags a dose that is not expected`() throws {
    var session = try SessionScript()
    try session.add(.dose("ketamine", over: 40), at: minute(5))
    try session.add(.dose("ketamine", unverified: [.amount]), at: minute(6))
    let flags = session.flags(under: unverified, asOf: minute(7))
    #expect(flags.map(\.identity.entry?.value) == [3])
    #expect(flags.first?.readings.first?.quantity == nil)
    #expect(flags.first?.title == "unverified dose")
  }

  @Test func `is cleared when the same line was typed again`() throws {
    var session = try SessionScript()
    let entry = try session.add(.value(.systolic, 235, verified: false), at: minute(5))
    try session.add(.verification(of: entry), at: minute(6))
    let flag = try #require(session.flags(under: unverified, asOf: minute(6)).first)
    #expect(flag.state == .cleared(at: minute(6), repeated: true))
    #expect(flag.backInside == minute(6))
  }

  @Test func `opens again when the verification is voided`() throws {
    var session = try SessionScript()
    let entry = try session.add(.value(.systolic, 235, verified: false), at: minute(5))
    let verification = try session.add(.verification(of: entry), at: minute(6))
    try session.void(verification, at: minute(7))
    let flag = try #require(session.flags(under: unverified, asOf: minute(7)).first)
    #expect(flag.isOpen)
    #expect(flag.number == FlagNumber(1))
  }

  @Test func `stays cleared by a second verification when the first is voided`() throws {
    var session = try SessionScript()
    let entry = try session.add(.value(.systolic, 235, verified: false), at: minute(5))
    let first = try session.add(.verification(of: entry), at: minute(6))
    try session.add(.verification(of: entry), at: minute(7))
    try session.void(first, at: minute(8))
    let flag = try #require(session.flags(under: unverified, asOf: minute(8)).first)
    #expect(flag.state == .cleared(at: minute(7), repeated: true))
  }

  @Test func `is retracted when the value is corrected to one without doubt`() throws {
    var session = try SessionScript()
    let entry = try session.add(.value(.systolic, 235, verified: false), at: minute(5))
    let amendment = try session.amend(entry, to: .value(.systolic, 135), at: minute(6))
    let flag = try #require(session.flags(under: unverified, asOf: minute(6)).first)
    #expect(flag.retractedBy == amendment)
  }

  @Test func `stays open when the value is corrected to another doubt`() throws {
    var session = try SessionScript()
    let entry = try session.add(.value(.systolic, 235, verified: false), at: minute(5))
    try session.add(.verification(of: entry), at: minute(6))
    try session.amend(entry, to: .value(.systolic, 236, verified: false), at: minute(7))
    let flag = try #require(session.flags(under: unverified, asOf: minute(7)).first)
    #expect(flag.isOpen)
  }

  @Test func `each entry is an episode of its own`() throws {
    var session = try SessionScript()
    let first = try session.add(.value(.systolic, 235, verified: false), at: minute(5))
    let second = try session.add(.value(.heartRate, 170, verified: false), at: minute(6))
    try session.add(.verification(of: first), at: minute(7))
    let flags = session.flags(under: unverified, asOf: minute(8))
    #expect(flags.map(\.identity.entry) == [first, second])
    #expect(flags.map(\.isOpen) == [false, true])
  }
}
