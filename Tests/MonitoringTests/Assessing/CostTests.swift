import Monitoring
import SessionRecord
import Testing

/// An entry in order costs its rules, not the session: with a cost that grew with the square of the
/// session's length, these would run for hours.
@Suite struct CostTests {
  @Test(.timeLimit(.minutes(1)))
  func `twelve thousand commits in order are assessed, every prefix`() throws {
    var session = try SessionScript()
    for place in 1...12_000 {
      try session.add(.value(.systolic, 120 + place * 37 % 90), at: minute(place))
    }
    let flags = session.flags(
      under: try .builtIn(.ketamineIntravenous),
      asOf: minute(12_001)
    )
    #expect(flags.count > 1_000)
    #expect(flags.map(\.number.value) == Array(1...flags.count))
  }

  @Test(.timeLimit(.minutes(1)))
  func `two thousand rows in one commit, backwards into a session with flags`() throws {
    var session = try SessionScript()
    for place in 0..<40 {
      try session.add(.value(.systolic, 185), at: minute(3_000 + place))
    }
    let rows = try (1...2_000).map { place in
      (try Content.value(.systolic, 120 + place * 37 % 90), minute(3_001 - place))
    }
    try session.add(rows, recorded: minute(3_100))
    let flags = session.flags(
      under: try .builtIn(.ketamineIntravenous),
      asOf: minute(3_100)
    )
    #expect(flags.count > 300)
  }
}
