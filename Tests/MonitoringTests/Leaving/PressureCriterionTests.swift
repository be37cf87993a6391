import Monitoring
import SessionRecord
import Testing

/// Two settled sets of blood pressure.
@Suite struct PressureCriterionTests {
  /// A dose at minute 10, a baseline of 120/78 where wanted, and these sets.
  private func state(
    baseline: Bool = true,
    _ sets: [(Int, Content)],
    asOf: Instant
  ) throws -> CriterionStanding.State? {
    var session = try SessionScript()
    if baseline { try session.add(.pressure(120, 78), at: minute(8)) }
    try session.add(.dose("ketamine"), at: minute(10))
    for (place, content) in sets { try session.add(content, at: minute(place)) }
    return try session.state(.settledPressure, asOf: asOf)
  }

  @Test func `two quiet sets ten minutes apart are met since the second`() throws {
    let sets = try [(60, Content.pressure(128, 80)), (70, .pressure(126, 80))]
    #expect(try state(sets, asOf: minute(75)) == .met(since: minute(70)))
  }

  @Test func `later quiet sets do not move since when it is met`() throws {
    let sets = try [60, 70, 80, 90].map { ($0, try Content.pressure(126, 80)) }
    #expect(try state(sets, asOf: minute(100)) == .met(since: minute(70)))
  }

  @Test func `sets less than ten minutes apart are not far enough`() throws {
    var session = try SessionScript()
    #expect(
      try session.state(.settledPressure, asOf: minute(1)) == .missing("no blood pressure yet")
    )
    try session.add(.pressure(120, 80), at: minute(60))
    #expect(
      try session.state(.settledPressure, asOf: minute(61))
        == .missing("only one set; two at least 10 min apart asked")
    )
    try session.add(.pressure(120, 80), at: minute(69, 59, 999))
    #expect(
      try session.state(.settledPressure, asOf: minute(71))
        == .missing("sets only 9 min apart; 10 asked")
    )
    try session.add(.pressure(120, 80), at: minute(70))
    #expect(try session.state(.settledPressure, asOf: minute(71)) == .met(since: minute(70)))
  }

  @Test func `a set exactly thirty minutes old counts, an older one does not`() throws {
    let sets = try [(60, Content.pressure(128, 80)), (70, .pressure(126, 80))]
    #expect(try state(sets, asOf: minute(100)) == .met(since: minute(70)))
    #expect(
      try state(sets, asOf: minute(100, 0, 1))
        == .missing("last set was over 30 min ago; at most 30 asked")
    )
    #expect(
      try state(sets, asOf: minute(131)) == .missing("last set was 61 min ago; at most 30 asked")
    )
  }

  @Test func `met, broken and met again is since it was met again`() throws {
    let sets = try [(60, Content.pressure(128, 80)), (70, .pressure(126, 80))]
    // Stale from minute 100 on, until the set of minute 105.
    let stale = try sets + [(105, .pressure(126, 80))]
    #expect(try state(stale, asOf: minute(110)) == .met(since: minute(105)))
    var session = try SessionScript()
    for (place, content) in sets { try session.add(content, at: minute(place)) }
    try session.add(.pressure(126, 80), at: minute(100, 0, 500))
    #expect(
      try session.state(.settledPressure, asOf: minute(110)) == .met(since: minute(100, 0, 500))
    )
    let risen = try sets + [(85, .pressure(130, 80)), (95, .pressure(124, 80))]
    #expect(try state(risen, asOf: minute(100)) == .met(since: minute(95)))
  }

  @Test func `a set from before the dose settles nothing after it`() throws {
    #expect(try state([], asOf: minute(15)) == .missing("no blood pressure since the dose"))
    #expect(
      try state([(60, .pressure(118, 76))], asOf: minute(61))
        == .missing("only one set; two at least 10 min apart asked")
    )
  }

  @Test func `a rise of one is rising, an equal value is not`() throws {
    let first = try (60, Content.pressure(128, 80))
    #expect(
      try state([first, (75, .pressure(139, 80))], asOf: minute(76))
        == .missing("rising: 128 to 139 mmHg")
    )
    #expect(
      try state([first, (75, .pressure(128, 81))], asOf: minute(76))
        == .missing("diastolic rising: 80 to 81 mmHg")
    )
    #expect(
      try state([first, (75, .pressure(128, 80))], asOf: minute(76)) == .met(since: minute(75))
    )
  }

  @Test func `a rise since any set of the window is rising`() throws {
    let overAll = try [
      (60, Content.pressure(120, 78)), (65, .pressure(132, 80)), (70, .pressure(130, 78)),
    ]
    #expect(try state(overAll, asOf: minute(71)) == .missing("rising: 120 to 130 mmHg"))
    let sinceTheMiddle = try [
      (60, Content.pressure(132, 80)), (65, .pressure(118, 74)), (70, .pressure(130, 74)),
    ]
    #expect(try state(sinceTheMiddle, asOf: minute(71)) == .missing("rising: 118 to 130 mmHg"))
  }

  @Test func `the floors themselves are not low`() throws {
    let atFloor = try [(60, Content.pressure(90, 53)), (70, .pressure(90, 53))]
    #expect(try state(atFloor, asOf: minute(71)) == .met(since: minute(70)))
    // 90 + 2 × 52 is 194, a mean of 64 and two thirds.
    let lowMean = try [(60, Content.pressure(90, 53)), (70, .pressure(90, 52))]
    #expect(
      try state(lowMean, asOf: minute(71)) == .missing("mean of 90/52 is under 65 mmHg")
    )
    let low = try [(60, Content.pressure(100, 60)), (70, .pressure(89, 60))]
    #expect(
      try state(low, asOf: minute(71)) == .missing("systolic 89 mmHg is under 90")
    )
  }

  @Test func `a low set between or before is not skipped`() throws {
    let between = try [
      (60, Content.pressure(120, 78)), (65, .pressure(86, 60)), (70, .pressure(86, 60)),
      (76, .pressure(118, 76)),
    ]
    #expect(
      try state(between, asOf: minute(77))
        == .missing("systolic 86 mmHg is under 90 (11 min before the last set)")
    )
    let over = try between + [(87, .pressure(118, 76))]
    #expect(try state(over, asOf: minute(88)) == .met(since: minute(87)))
  }

  @Test func `at 20 percent of baseline and under the limits count, at the limits do not`() throws {
    // 120 + 20% is 144, 78 + 20% is 93.6.
    let at = try [(60, Content.pressure(144, 93)), (70, .pressure(144, 93))]
    #expect(try state(at, asOf: minute(71)) == .met(since: minute(70)))
    let over = try [(60, Content.pressure(152, 84)), (70, .pressure(152, 84))]
    #expect(
      try state(over, asOf: minute(71))
        == .missing(
          "systolic 152 mmHg is more than 20% over baseline 120/78 and not under 140"
        )
    )
    let under = try [(60, Content.pressure(139, 89)), (70, .pressure(139, 89))]
    #expect(try state(baseline: false, under, asOf: minute(71)) == .met(since: minute(70)))
    let limit = try [(60, Content.pressure(140, 89)), (70, .pressure(140, 89))]
    #expect(
      try state(baseline: false, limit, asOf: minute(71))
        == .missing("systolic 140 mmHg is not under 140, and there is no baseline")
    )
    let both = try [(60, Content.pressure(140, 90)), (70, .pressure(140, 90))]
    #expect(
      try state(baseline: false, both, asOf: minute(71))
        == .missing("140/90 mmHg is not under 140/90, and there is no baseline")
    )
  }

  @Test func `one of the pair near baseline and the other under the limit is neither`() throws {
    var session = try SessionScript()
    try session.add(.pressure(110, 80), at: minute(8))
    try session.add(.dose("ketamine"), at: minute(10))
    try session.add(.pressure(138, 92), at: minute(60))
    try session.add(.pressure(138, 92), at: minute(70))
    #expect(
      try session.state(.settledPressure, asOf: minute(71))
        == .missing("138/92 mmHg is not within 20% of baseline 110/80 and not under 140/90")
    )
  }

  @Test func `the earlier set has to be settled too`() throws {
    let fallen = try [(60, Content.pressure(158, 84)), (75, .pressure(130, 80))]
    #expect(
      try state(fallen, asOf: minute(76))
        == .missing(
          "systolic 158 mmHg is more than 20% over baseline 120/78 and not under 140 "
            + "(15 min before the last set)"
        )
    )
  }

  @Test func `what is newer and not known makes it missing`() throws {
    let quiet = try [(60, Content.pressure(128, 80)), (70, .pressure(126, 80))]
    let newer: [(Content, String)] = try [
      (.pressure(142, 88, verified: false), "142/88? waits to be verified"),
      (.pressureNotObtained("cuff off"), "blood pressure was not obtained: cuff off"),
      (
        .set([.systolic: .unrecordable, .diastolic: .unrecordable]),
        "blood pressure is unrecordable"
      ),
      (.set([.systolic: .notUsable(written: "0")]), "systolic is not usable: 0"),
      (.value(.systolic, 120), "diastolic is missing from the set"),
      (.value(.diastolic, 70), "systolic is missing from the set"),
    ]
    for (content, missing) in newer {
      #expect(try state(quiet + [(80, content)], asOf: minute(81)) == .missing(missing))
    }
    // A heart rate alone says nothing about blood pressure.
    let other = try Content.value(.heartRate, 70)
    #expect(try state(quiet + [(80, other)], asOf: minute(81)) == .met(since: minute(70)))
  }

  @Test func `what is between the two sets and not known is not skipped`() throws {
    let sets = try [
      (60, Content.pressure(128, 80)), (65, .pressureNotObtained("moving")),
      (71, .pressure(126, 80)),
    ]
    #expect(
      try state(sets, asOf: minute(72))
        == .missing("blood pressure was not obtained: moving (6 min before the last set)")
    )
    #expect(
      try state(sets + [(81, .pressure(126, 80))], asOf: minute(82)) == .met(since: minute(81))
    )
  }

  @Test func `a value counts from when it was verified`() throws {
    var session = try SessionScript()
    try session.add(.pressure(128, 80), at: minute(60))
    let doubted = try session.add(.pressure(126, 80, verified: false), at: minute(70))
    let waiting = CriterionStanding.State.missing("126/80? waits to be verified")
    #expect(try session.state(.settledPressure, asOf: minute(71)) == waiting)
    let again = try session.add(.verification(of: doubted), at: minute(73))
    #expect(try session.state(.settledPressure, asOf: minute(75)) == .met(since: minute(73)))
    try session.void(again, at: minute(76))
    #expect(try session.state(.settledPressure, asOf: minute(77)) == waiting)
  }

  @Test func `it rests on the sets of its window`() throws {
    var session = try SessionScript()
    try session.add(.pressure(130, 80), at: minute(50))
    let first = try session.add(.pressure(128, 80), at: minute(60))
    let between = try session.add(.pressure(128, 80), at: minute(65))
    let last = try session.add(.pressure(126, 80), at: minute(70))
    let standing = try session.readiness([.settledPressure], asOf: minute(71)).criteria.first
    #expect(standing?.entries == [first, between, last])
  }

  // MARK: - A mean that was measured

  @Test func `a low mean alone counts, and one that is not low is no set`() throws {
    let quiet = try [(60, Content.pressure(120, 80)), (70, .pressure(120, 80))]
    let low = try quiet + [(75, .value(.meanArterial, 50))]
    #expect(try state(low, asOf: minute(76)) == .missing("MAP 50 mmHg is under 65"))
    let floor = try quiet + [(75, .value(.meanArterial, 65))]
    #expect(try state(floor, asOf: minute(76)) == .missing("systolic is missing from the set"))
    let doubted = try quiet + [(75, .value(.meanArterial, 50, verified: false))]
    #expect(try state(doubted, asOf: minute(76)) == .missing("MAP 50 mmHg? waits to be verified"))
    let unread = try quiet + [(75, .set([.meanArterial: .unrecordable]))]
    #expect(try state(unread, asOf: minute(76)) == .missing("MAP is unrecordable"))
    let over = try low + [(80, .pressure(120, 80))]
    #expect(
      try state(over, asOf: minute(81))
        == .missing("MAP 50 mmHg is under 65 (5 min before the last set)")
    )
    #expect(
      try state(over + [(90, .pressure(120, 80))], asOf: minute(91)) == .met(since: minute(90))
    )
  }

  @Test func `beside a pair the mean is not low either, and known`() throws {
    let first = try (60, Content.pressure(120, 80))
    #expect(
      try state([first, (70, .withMean(118, 61, 65))], asOf: minute(71)) == .met(since: minute(70))
    )
    #expect(
      try state([first, (70, .withMean(118, 61, 64))], asOf: minute(71))
        == .missing("MAP 64 mmHg is under 65")
    )
    #expect(
      try state([first, (70, .withMean(118, 61, 80, verified: false))], asOf: minute(71))
        == .missing("MAP 80 mmHg? waits to be verified")
    )
    let untried = try Vitals([
      .systolic: .measured(Quantity(.systolic, 118), verified: true),
      .diastolic: .measured(Quantity(.diastolic, 78), verified: true),
      .meanArterial: .notObtained(because: "cuff shows none"),
    ])
    #expect(
      try state([first, (70, .vitals(untried))], asOf: minute(71)) == .met(since: minute(70))
    )
  }

  @Test func `a mean counts from when it was verified`() throws {
    var session = try SessionScript()
    try session.add(.pressure(120, 80), at: minute(60))
    let doubted = try session.add(.withMean(118, 78, 90, verified: false), at: minute(70))
    try session.add(.verification(of: doubted), at: minute(74))
    #expect(try session.state(.settledPressure, asOf: minute(75)) == .met(since: minute(74)))
  }
}
