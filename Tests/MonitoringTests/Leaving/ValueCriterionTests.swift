import Monitoring
import SessionRecord
import Testing

/// The last value of a sign, within its range.
@Suite struct ValueCriterionTests {
  private func state(
    _ requirement: LeavingRequirement,
    _ entries: [(Int, Content)],
    asOf: Instant = minute(80)
  ) throws -> CriterionStanding.State? {
    var session = try SessionScript()
    try session.add(.value(.spo2, 92), at: minute(8))
    try session.add(.dose("ketamine"), at: minute(10))
    for (place, content) in entries { try session.add(content, at: minute(place)) }
    return try session.state(requirement, asOf: asOf)
  }

  private func state(
    _ entries: [(Int, Content)],
    asOf: Instant = minute(80)
  ) throws -> CriterionStanding.State? {
    try state(.saturation(), entries, asOf: asOf)
  }

  @Test func `a value at the limit is met, one under it is not`() throws {
    #expect(try state([(70, .value(.spo2, 94))]) == .met(since: minute(70)))
    #expect(try state([(70, .value(.spo2, 93))]) == .missing("SpO2 93% is under 94%"))
  }

  @Test func `only the last value counts, by observed time`() throws {
    #expect(
      try state([(70, .value(.spo2, 97)), (75, .value(.spo2, 91))])
        == .missing("SpO2 91% is under 94%")
    )
    #expect(
      try state([(75, .value(.spo2, 97)), (70, .value(.spo2, 91))]) == .met(since: minute(75))
    )
  }

  @Test func `an old value is missing, and a gap starts it again`() throws {
    let value = try (20, Content.value(.spo2, 97))
    #expect(
      try state([value], asOf: minute(81))
        == .missing("SpO2 97% was measured 61 min ago; at most 30 asked")
    )
    #expect(try state([value], asOf: minute(50)) == .met(since: minute(20)))
    #expect(
      try state([value, (50, .value(.spo2, 97))], asOf: minute(80)) == .met(since: minute(20))
    )
    #expect(
      try state([value, (51, .value(.spo2, 97))], asOf: minute(80)) == .met(since: minute(51))
    )
  }

  @Test func `half a second without a recent value is a break`() throws {
    var session = try SessionScript()
    try session.add(.value(.spo2, 97), at: minute(20))
    try session.add(.value(.spo2, 97), at: minute(50, 0, 500))
    #expect(try session.state(.saturation(), asOf: minute(60)) == .met(since: minute(50, 0, 500)))
  }

  @Test func `what is newer and not known makes it missing`() throws {
    let good = try (70, Content.value(.spo2, 97))
    #expect(
      try state([good, (75, .set([.spo2: .notObtained(because: "cold hand")]))])
        == .missing("SpO2 was not obtained: cold hand")
    )
    #expect(
      try state([good, (75, .set([.spo2: .notUsable(written: "0")]))])
        == .missing("SpO2 is not usable: 0")
    )
    #expect(
      try state([good, (75, .value(.spo2, 98, verified: false))])
        == .missing("SpO2 98%? waits to be verified")
    )
    #expect(try state([good, (75, .value(.heartRate, 70))]) == .met(since: minute(70)))
  }

  @Test func `never measured is missing`() throws {
    let requirement = LeavingRequirement.value(
      SettledValue(
        sign: .moaas,
        atLeast: 5_000,
        atMost: nil,
        noOlderThan: .minutes(30),
        orBaseline: false,
        onRoomAir: false
      )
    )
    #expect(try state(requirement, []) == .missing("no MOAA/S yet"))
  }

  @Test func `the baseline or better stands in for the range where that is asked`() throws {
    let orBaseline = LeavingRequirement.saturation(orBaseline: true)
    #expect(try state(orBaseline, [(70, .value(.spo2, 92))]) == .met(since: minute(70)))
    #expect(
      try state(orBaseline, [(70, .value(.spo2, 91))])
        == .missing("SpO2 91% is under 94% and under baseline 92%")
    )
    var session = try SessionScript()
    try session.add(.dose("ketamine"), at: minute(10))
    try session.add(.value(.spo2, 93), at: minute(70))
    #expect(
      try session.state(orBaseline, asOf: minute(71))
        == .missing("SpO2 93% is under 94%, and there is no baseline")
    )
  }

  @Test func `on room air it was measured so, and no oxygen was entered since`() throws {
    let onAir = LeavingRequirement.saturation(onRoomAir: true)
    let good = try (70, Content.value(.spo2, 96))
    #expect(try state(onAir, [good]) == .met(since: minute(70)))
    let oxygen = try (60, Content.oxygen(2))
    #expect(
      try state(onAir, [oxygen, good])
        == .missing("SpO2 96% not on room air: oxygen 2 l/min")
    )
    // Off at minute 72, but measured while it flowed.
    #expect(
      try state(onAir, [oxygen, good, (72, .roomAir())])
        == .missing("SpO2 96% not on room air: oxygen 2 l/min")
    )
    #expect(
      try state(onAir, [oxygen, (65, .roomAir()), good]) == .met(since: minute(70))
    )
    #expect(try state(onAir, [oxygen, (65, .oxygen(0)), good]) == .met(since: minute(70)))
    #expect(
      try state(onAir, [good, (72, .oxygen(2)), (74, .roomAir())])
        == .missing("since SpO2 96%: oxygen 2 l/min")
    )
    let unknown = try (72, Content.set([.oxygenFlow: .notObtained(because: "mask off")]))
    #expect(
      try state(onAir, [good, unknown])
        == .missing("since SpO2 96%: oxygen flow was not obtained: mask off")
    )
    #expect(
      try state(onAir, [oxygen, (65, .oxygen(0, verified: false)), good])
        == .missing("SpO2 96% not on room air: oxygen flow 0 l/min? waits to be verified")
    )
  }

  @Test func `oxygen among what was done speaks against room air until air is entered`() throws {
    let onAir = LeavingRequirement.saturation(onRoomAir: true)
    let done = (60, Content.action("oxygen 2 l by mask"))
    let good = try (70, Content.value(.spo2, 96))
    #expect(
      try state(onAir, [done, good])
        == .missing("SpO2 96% not on room air: #4 done: oxygen 2 l by mask; enter o2 … or air")
    )
    #expect(try state(onAir, [done, (65, .roomAir()), good]) == .met(since: minute(70)))
    #expect(try state(onAir, [(60, .action("turned"))] + [good]) == .met(since: minute(70)))
    #expect(
      try state(onAir, [good, (72, .action("Oxygen on"))])
        == .missing("since SpO2 96%: #5 done: Oxygen on; enter o2 … or air")
    )
  }

  @Test func `consciousness is met at its level or better`() throws {
    func level(_ most: Consciousness) -> LeavingRequirement {
      .value(
        SettledValue(
          sign: .consciousness,
          atLeast: nil,
          atMost: most.rawValue * 1_000,
          noOlderThan: .minutes(30),
          orBaseline: false,
          onRoomAir: false
        )
      )
    }
    #expect(try state(level(.alert), [(70, .level(.alert))]) == .met(since: minute(70)))
    #expect(try state(level(.confused), [(70, .level(.alert))]) == .met(since: minute(70)))
    #expect(try state(level(.alert), [(70, .level(.voice))]) == .missing("ACVPU V; A asked"))
  }

  @Test func `a range has two ends`() throws {
    let range = LeavingRequirement.value(
      SettledValue(
        sign: .heartRate,
        atLeast: 50_000,
        atMost: 100_000,
        noOlderThan: .minutes(30),
        orBaseline: false,
        onRoomAir: false
      )
    )
    #expect(try state(range, [(70, .value(.heartRate, 100))]) == .met(since: minute(70)))
    #expect(
      try state(range, [(70, .value(.heartRate, 101))])
        == .missing("heart rate 101/min is over 100/min")
    )
    #expect(
      try state(range, [(70, .value(.heartRate, 49))])
        == .missing("heart rate 49/min is under 50/min")
    )
  }
}
