import Monitoring
import SessionRecord
import Testing

/// Baseline: sentence 6.
@Suite struct BaselineTests {
  private func baseline(
    _ method: BaselineMethod,
    _ entries: (Content, Instant)...
  ) throws -> [VitalSign: Baseline] {
    var session = try SessionScript()
    for (content, observed) in entries {
      try session.add(content, at: observed, recorded: minute(90))
    }
    return session.assessed(under: .of(.surge, baseline: method), asOf: minute(90)).baseline
  }

  @Test func `6: last-before-dose is the last value of the 30 minutes to time zero`() throws {
    let found = try baseline(
      .lastBeforeDose,
      (.pressure(118, 76), minute(20)),
      (.pressure(124, 80), minute(40)),
      (.pressure(150, 92), minute(40, 0, 1)),
      (.dose("ketamine"), minute(40))
    )
    #expect(found[.systolic]?.value == BaselineValue(sum: 124_000, count: 1))
    #expect(found[.diastolic]?.value == BaselineValue(sum: 80_000, count: 1))
    #expect(found[.systolic]?.entries == [EntryNumber(3)])
    #expect(found[.systolic]?.observed == minute(40))
  }

  @Test func `6: a value of exactly 30 minutes before counts, an older one does not`() throws {
    let dose = (try Content.dose("ketamine"), minute(40))
    let exactly = try baseline(.lastBeforeDose, (.value(.heartRate, 72), minute(10)), dose)
    #expect(exactly[.heartRate]?.value == BaselineValue(sum: 72_000, count: 1))
    let older = try baseline(.lastBeforeDose, (.value(.heartRate, 72), minute(9, 59, 999)), dose)
    #expect(older.isEmpty)
  }

  @Test func `6: without a dose only first-reading has one`() throws {
    #expect(try baseline(.lastBeforeDose, (.pressure(118, 76), minute(5))).isEmpty)
    #expect(try baseline(.meanBeforeDose, (.pressure(118, 76), minute(5))).isEmpty)
    #expect(try baseline(.firstReading, (.pressure(118, 76), minute(5))).count == 2)
  }

  @Test(arguments: BaselineMethod.allCases)
  func `6: a systolic without its diastolic makes none`(method: BaselineMethod) throws {
    let halfVerified = Content.vitals(
      try Vitals([
        .systolic: .measured(try Quantity(.systolic, 130), verified: true),
        .diastolic: .measured(try Quantity(.diastolic, 38), verified: false),
      ])
    )
    let found = try baseline(
      method,
      (.value(.systolic, 130), minute(5)),
      (.value(.diastolic, 80), minute(6)),
      (halfVerified, minute(7)),
      (.dose("ketamine"), minute(10))
    )
    #expect(found[.systolic] == nil)
    #expect(found[.diastolic] == nil)
  }

  @Test func `6: an unverified value is none until it is verified`() throws {
    var session = try SessionScript()
    let doubted = try session.add(.value(.heartRate, 165, verified: false), at: minute(5))
    try session.add(.dose("ketamine"), at: minute(10))
    let surge = MonitoringProtocol.of(.surge)
    #expect(session.assessed(under: surge, asOf: minute(11)).baseline.isEmpty)
    try session.add(.verification(of: doubted), at: minute(12))
    #expect(
      session.assessed(under: surge, asOf: minute(12)).baseline[.heartRate]?.entries == [doubted]
    )
  }

  @Test func `6: mean-before-dose is the mean of all, not rounded`() throws {
    let found = try baseline(
      .meanBeforeDose,
      (.pressure(118, 76), minute(15)),
      (.pressure(121, 80), minute(25)),
      (.pressure(121, 81), minute(38)),
      (.pressure(99, 60), minute(9)),
      (.dose("ketamine"), minute(40))
    )
    // (118 + 121 + 121) / 3 = 120; (76 + 80 + 81) / 3 = 79: the one of minute 9 is too old.
    #expect(found[.systolic]?.value == BaselineValue(sum: 360_000, count: 3))
    #expect(found[.diastolic]?.value == BaselineValue(sum: 237_000, count: 3))
    #expect(found[.systolic]?.entries.map(\.value) == [2, 3, 4])
    #expect(found[.systolic]?.observed == minute(38))
  }

  @Test func `6: first-reading is the first verified value of the session, however old`() throws {
    let found = try baseline(
      .firstReading,
      (.value(.heartRate, 170, verified: false), minute(1)),
      (.value(.heartRate, 72), minute(2)),
      (.value(.heartRate, 80), minute(60)),
      (.dose("ketamine"), minute(70))
    )
    #expect(found[.heartRate]?.entries.map(\.value) == [3])
    #expect(found[.heartRate]?.value == BaselineValue(sum: 72_000, count: 1))
  }

  @Test func `extremes are the highest and lowest usable value, the first of equals`() throws {
    var session = try SessionScript()
    for (value, at) in [(80, 5), (95, 6), (95, 7), (60, 8), (60, 9)] {
      try session.add(.value(.heartRate, value), at: minute(at))
    }
    try session.add(.value(.heartRate, 170, verified: false), at: minute(10))
    let unusable = try Vitals([.heartRate: .notUsable(written: "0")])
    try session.add(.vitals(unusable), at: minute(11))
    let extremes = session.assessed(under: .of(.surge), asOf: minute(12)).extremes[.heartRate]
    #expect(extremes?.highest.entry == EntryNumber(7))
    #expect(extremes?.highest.isVerified == false)
    #expect(extremes?.lowest.entry == EntryNumber(5))
    let before = session.assessed(under: .of(.surge), asOf: minute(9)).extremes[.heartRate]
    #expect(before?.highest.entry == EntryNumber(3))
    #expect(before?.highest.isVerified == true)
  }
}
