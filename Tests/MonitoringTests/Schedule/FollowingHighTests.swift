import Monitoring
import SessionRecord
import TestSupport
import Testing

/// Slots that come and go with a high flag, folded entry by entry, are those of the whole folded anew.
@Suite struct FollowingHighTests {
  private let made = MonitoringProtocol.scheduled(
    .pressure(
      5,
      10,
      12,
      15,
      20,
      25,
      30,
      marks: [5: .whileHigh, 12: .whileHigh, 15: .whileHigh, 25: .whileHigh]
    ),
    .of("sed", [.sign(.moaas)], [10, 20, 30]),
    rules: [
      .limit("low", .spo2, .atOrUnder, 90, .high, count: 1), .surge,
      .limit("hr", .heartRate, .atOrOver, 120, .high, count: 2),
    ]
  )

  @Test(arguments: 1...400)
  func `entry by entry is the same as folded anew`(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    var session = try SessionScript.dosed()
    var at = 20
    for _ in 0..<dice.number(4...14) {
      at += dice.number(0...5)
      try session.add(content(&dice), at: minute(at))
    }
    let end = minute(at + dice.number(0...20))
    let inOrder = told(session, asOf: end)
    // A late value and its withdrawal change nothing, and fold the groups anew.
    let late = try session.add(.value(.heartRate, 70), at: minute(19), recorded: end)
    try session.void(late, at: end)
    let anew = told(session, asOf: end)
    #expect(inOrder == anew, "seed \(seed)")
  }

  private func content(_ dice: inout SeededGenerator) throws -> Content {
    let isHigh = dice.number(0...1) == 0
    switch dice.number(0...6) {
    case 0: return try .value(.spo2, isHigh ? 88 : 97)
    case 1: return try .set(isHigh ? 190 : 120, 80, pulse: dice.number(0...1) == 0 ? 125 : 70)
    case 2: return try .pressure(isHigh ? 190 : 120, 80)
    case 3: return try .value(.heartRate, isHigh ? 125 : 70)
    case 4: return .deferring(isHigh ? .bloodPressure : .wholeSet)
    case 5: return try .value(.moaas, 5)
    default: return try .notObtained(.systolic, .diastolic, .heartRate)
    }
  }

  private func told(_ session: SessionScript, asOf: Instant) -> [String] {
    let assessed = session.assessed(under: made, asOf: asOf)
    return assessed.schedule.flatMap { group in
      group.slots.map { "\(group.group.id) \($0.minutes) \($0.state)" }
    }
      + assessed.flags.filter { $0.retractedBy == nil }.map { flag in
        "\(flag.identity.rule) \(flag.identity.cause) \(flag.state)"
      }.sorted()
  }

  @Test(arguments: [true, false], [true, false])
  func `a set at the instant where the span begins is that slot's, in either order`(
    setFirst: Bool,
    oneCommit: Bool
  ) throws {
    let closer = MonitoringProtocol.scheduled(
      .pressure(10, 15, 20, marks: [15: .whileHigh]),
      rules: [.limit("low", .spo2, .atOrUnder, 90, .high, count: 1)]
    )
    // T+15 spans from T+12, minute 32.
    let low = (try Content.value(.spo2, 88), minute(32))
    let set = (try Content.set(), minute(32))
    var session = try SessionScript.dosed()
    if oneCommit {
      try session.add(setFirst ? [set, low] : [low, set], recorded: minute(32))
    } else {
      for entry in setFirst ? [set, low] : [low, set] { try session.add(entry.0, at: entry.1) }
    }
    #expect(
      session.slots(under: closer, asOf: minute(36)).map(\.word) == ["missed", "kept", "upcoming"]
    )
    #expect(session.overdue(under: closer, asOf: minute(36)) == ["slot 10 35…"])
  }

  @Test func `a set goes back to the slot before where the flag clears at that instant`() throws {
    let closer = MonitoringProtocol.scheduled(
      .pressure(10, 15, 20, marks: [15: .whileHigh]),
      rules: [.limit("low", .spo2, .atOrUnder, 90, .high, count: 1)]
    )
    var session = try SessionScript.dosed()
    try session.add(.value(.spo2, 88), at: minute(31))
    try session.add(.set(), at: minute(32))
    #expect(
      session.slots(under: closer, asOf: minute(32)).map(\.word) == ["missed", "kept", "upcoming"]
    )
    try session.add(.value(.spo2, 97), at: minute(32))
    #expect(session.slots(under: closer, asOf: minute(32)).map(\.word) == ["kept", "upcoming"])
    #expect(session.overdue(under: closer, asOf: minute(36)).isEmpty)
  }
}
