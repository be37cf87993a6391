import Monitoring
import SessionRecord
import Testing

/// Numbers and when a flag is known: sentence 15.
@Suite struct FlagNumberTests {
  private let low = Rule.limit("low", .spo2, .atOrUnder, 93)
  private let fast = Rule.limit("fast", .heartRate, .atOrOver, 111)

  @Test func `15: a flag is its rule and the entry that first broke it`() throws {
    var session = try SessionScript()
    let entry = try session.add(.value(.spo2, 90), at: minute(5))
    let flag = try #require(session.flags(under: .of(low), asOf: minute(5)).first)
    #expect(flag.identity == FlagIdentity(rule: RuleID("low"), entry: entry))
    #expect(flag.number == FlagNumber(1))
  }

  @Test func `15: numbers are given commit by commit, whatever was observed first`() throws {
    var session = try SessionScript()
    try session.add(.value(.heartRate, 120), at: minute(20))
    try session.add(.value(.spo2, 90), at: minute(5), recorded: minute(21))
    let flags = session.flags(under: .of(low, fast), asOf: minute(22))
    #expect(flags.map(\.identity.rule.text) == ["fast", "low"])
    #expect(flags.map(\.known) == [minute(20), minute(21)])
  }

  @Test func `15: within a commit by raised time, entry number, place in the protocol`() throws {
    var session = try SessionScript()
    let both = Content.vitals(
      try Vitals([
        .spo2: .measured(try Quantity(.spo2, 90), verified: true),
        .heartRate: .measured(try Quantity(.heartRate, 120), verified: true),
      ])
    )
    let slow = Rule.limit("slow", .respiratoryRate, .atOrUnder, 8)
    let surge = Rule.atOnce
    try session.add(
      [
        (both, minute(9)), (.value(.respiratoryRate, 6), minute(9)),
        (.value(.systolic, 190), minute(7)),
      ],
      recorded: minute(10)
    )
    let flags = session.flags(under: .of(slow, fast, low, surge), asOf: minute(10))
    #expect(flags.map(\.identity.rule.text) == ["at-once", "fast", "low", "slow"])
    #expect(flags.map(\.identity.entry?.value) == [4, 2, 2, 3])
    #expect(flags.map(\.number.value) == [1, 2, 3, 4])
  }

  @Test func `15: a number is never given twice`() throws {
    var session = try SessionScript()
    let first = try session.add(.value(.spo2, 90), at: minute(5))
    try session.void(first, at: minute(6))
    try session.add(.value(.spo2, 88), at: minute(7))
    let flags = session.flags(under: .of(low), asOf: minute(8))
    #expect(flags.map(\.number.value) == [1, 2])
    #expect(flags.map { $0.retractedBy?.value } == [3, nil])
  }

  @Test func `15: numbers of earlier commits do not depend on later ones`() throws {
    var session = try SessionScript()
    try session.add(.value(.heartRate, 120), at: minute(20))
    let before = session.flags(under: .of(low, fast), asOf: minute(30))
    try session.add(.value(.spo2, 90), at: minute(5), recorded: minute(31))
    let after = session.flags(under: .of(low, fast), asOf: minute(31))
    #expect(after.first?.number == before.first?.number)
    #expect(after.first?.identity == before.first?.identity)
  }
}
