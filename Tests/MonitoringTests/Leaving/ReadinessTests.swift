import Monitoring
import SessionRecord
import Testing

/// The whole list, and the clock that closing stops.
@Suite struct ReadinessTests {
  private let list: [LeavingRequirement] = [
    .minutesSinceStart(60), .saturation(), .answered,
  ]

  @Test func `all are met since the last of them was`() throws {
    var session = try SessionScript()
    try session.add(.dose("ketamine"), at: minute(10))
    try session.add(.value(.spo2, 97), at: minute(65))
    let missing = try session.readiness(list, asOf: minute(75))
    #expect(missing.allMetSince == nil)
    #expect(missing.metCount == 2)
    #expect(missing.unmet.map(\.criterion.id.text) == ["c3"])
    try session.add(.answer("c3", true), at: minute(72))
    let met = try session.readiness(list, asOf: minute(75))
    #expect(met.criteria.map(\.criterion.id.text) == ["c1", "c2", "c3"])
    #expect(met.allMetSince == minute(72))
    #expect(met.unmet.isEmpty)
  }

  @Test func `a protocol without criteria has none met`() throws {
    let none = try SessionScript().readiness([], asOf: minute(60))
    #expect(none.criteria.isEmpty)
    #expect(none.allMetSince == nil)
  }

  @Test func `closing fixes the clock at its recorded time`() throws {
    var session = try SessionScript()
    try session.add(.dose("ketamine"), at: minute(10))
    try session.add(.value(.spo2, 97), at: minute(60))
    let closing = try session.add(.closed, at: minute(65), recorded: minute(68))
    let saturation = try session.state(.saturation(), asOf: minute(500))
    #expect(saturation == .met(since: minute(60)))
    #expect(
      try session.state(.minutesSinceStart(60), asOf: minute(500))
        == .missing("only 58 min since start; 60 asked")
    )
    try session.void(closing, at: minute(70))
    #expect(
      try session.state(.saturation(), asOf: minute(500))
        == .missing("SpO2 97% was measured 440 min ago; at most 30 asked")
    )
  }

  @Test func `what was typed after closing counts by when it was observed`() throws {
    var session = try SessionScript()
    try session.add(.value(.spo2, 97), at: minute(60))
    try session.add(.closed, at: minute(68))
    try session.add(.value(.spo2, 88), at: minute(66), recorded: minute(90))
    #expect(
      try session.state(.saturation(), asOf: minute(100)) == .missing("SpO2 88% is under 94%")
    )
    try session.add(.value(.spo2, 99), at: minute(85), recorded: minute(91))
    #expect(
      try session.state(.saturation(), asOf: minute(100)) == .missing("SpO2 88% is under 94%")
    )
  }

  @Test func `an earlier instant does not see what was recorded later`() throws {
    var session = try SessionScript()
    try session.add(.value(.spo2, 97), at: minute(60))
    try session.add(.value(.spo2, 88), at: minute(62), recorded: minute(80))
    #expect(try session.state(.saturation(), asOf: minute(70)) == .met(since: minute(60)))
    #expect(
      try session.state(.saturation(), asOf: minute(80)) == .missing("SpO2 88% is under 94%")
    )
  }
}
