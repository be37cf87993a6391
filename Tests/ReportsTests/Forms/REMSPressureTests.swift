import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// Which readings stand as the three blood pressures of the form.
///
/// First device 14:00 is entry 2 where a session is dosed first; the window at 40 minutes is 14:35 to 14:45.
struct REMSPressureTests {
  /// Readings after the first device, each one more mmHg than the one before it from 131/71 on.
  struct Case: CustomTestStringConvertible {
    let readings: [String]
    /// The place of the one that is chosen; nil where none is.
    let chosen: Int?

    var testDescription: String { "\(readings) → \(chosen.map(String.init) ?? "none")" }

    init(_ readings: String..., chosen: Int?) {
      self.readings = readings
      self.chosen = chosen
    }
  }

  /// `?` behind a time is a reading that is not verified.
  static let cases = [
    Case("14:40", chosen: 0),
    Case("14:35", chosen: 0),
    Case("14:45", chosen: 0),
    Case("14:34:59", chosen: nil),
    Case("14:45:01", chosen: nil),
    Case("14:34:59", "14:45", chosen: 1),
    Case("14:38", "14:42", chosen: 0),
    Case("14:42", "14:38", chosen: 1),
    Case("14:37", "14:42", chosen: 1),
    Case("14:35", "14:44", chosen: 1),
    Case("14:40", "14:40", chosen: 0),
    Case("14:40?", "14:45", chosen: 1),
    Case("14:36", "14:40?", "14:41?", chosen: 0),
    Case("14:40?", chosen: 0),
    Case("14:38?", "14:42?", chosen: 0),
    Case("14:40?", "14:46", chosen: 0),
    Case(chosen: nil),
  ]

  @Test(arguments: cases)
  func `takes the verified reading nearest to 40 minutes, the earlier of equally near ones`(
    _ example: Case
  ) throws {
    var session = try NasalSession.dosed()
    for (place, reading) in example.readings.enumerated() {
      try session.pressure(
        String(reading.prefix { $0 != "?" }),
        131 + place,
        71 + place,
        doubtful: reading.hasSuffix("?")
      )
    }
    let field = try session.field("at40")
    guard let chosen = example.chosen else {
      #expect(field.words == "not recorded: no reading between 14:35 and 14:45")
      #expect(field.entries.isEmpty)
      return
    }
    let doubt = example.readings[chosen].hasSuffix("?") ? "?" : ""
    #expect(field.words == "\(131 + chosen)\(doubt)/\(71 + chosen)\(doubt) mmHg")
    #expect(field.numbersOfEntries == [3 + chosen])
    #expect(field.numbers.map(\.thousandths) == [(131 + chosen) * 1_000, (71 + chosen) * 1_000])
    #expect(field.says("not verified: type it again") == !doubt.isEmpty)
    #expect(field.says("proposed by this project"))
  }

  @Test func `says which nearer reading it passed over as it is not verified`() throws {
    var session = try NasalSession.dosed()
    try session.pressure("14:36", 140, 85)
    try session.pressure("14:40", 262, 131, doubtful: true)
    let field = try session.field("at40")
    #expect(field.words == "140/85 mmHg")
    #expect(field.says("passed over, as it is not verified: 262?/131? mmHg (#4 14:40 T+40)"))
    // Typed again it stands as the nearest.
    try session.add("14:41", .verification(of: EntryNumber(4)))
    #expect(try session.field("at40").words == "262/131 mmHg")
  }

  @Test func `follows a correction of the value and of the time, and leaves out what is voided`()
    throws
  {
    var session = try NasalSession.dosed()
    try session.pressure("14:40", 140, 85)
    try session.pressure("14:44", 150, 90)
    try session.correct(3, to: try vitals([.systolic: 141, .diastolic: 86]), at: "14:50")
    #expect(try session.field("at40").words == "141/86 mmHg")
    let file = try session.file()
    let source = FormRecord(SessionWords(file), dates: .plain).source(EntryNumber(3)).spaced
    #expect(source == "#3 14:40 T+40, corrected by #5")
    // Moved out of the window, the other is the nearest; voided, none is left.
    try session.correct(
      3,
      to: try vitals([.systolic: 141, .diastolic: 86]),
      observed: "14:50",
      at: "14:51"
    )
    #expect(try session.field("at40").words == "150/90 mmHg")
    try session.void(4, at: "14:52")
    #expect(
      try session.field("at40").words == "not recorded: no reading between 14:35 and 14:45"
    )
  }

  @Test func `takes both numbers from one reading, and says why a reading has none`() throws {
    var session = try NasalSession.dosed()
    try session.add("14:38", try vitals([.systolic: 150]))
    try session.add("14:39", try vitals([.diastolic: 90]))
    try session.add(
      "14:40",
      try vitals(
        [.heartRate: 80],
        others: [
          .systolic: .notObtained(because: "cuff error"),
          .diastolic: .notObtained(because: "cuff error"),
        ]
      )
    )
    try session.add(
      "14:41",
      try vitals([:], others: [.systolic: .unrecordable, .diastolic: .unrecordable])
    )
    try session.add("14:50", try vitals([.systolic: 151]))
    let field = try session.field("at40")
    #expect(field.words == "not recorded: no reading between 14:35 and 14:45")
    #expect(
      field.asides.map(\.spaced) == [
        "systolic 150, diastolic not entered (#3 14:38 T+38)",
        "systolic not entered, diastolic 90 (#4 14:39 T+39)",
        "blood pressure not obtained: cuff error (#5 14:40 T+40)",
        "blood pressure unrecordable (#6 14:41 T+41)",
      ]
    )
  }

  @Test func `says the window to the second where time zero is between minutes`() throws {
    var session = try NasalSession()
    try session.device("14:00:20")
    try session.pressure("14:45:21", 140, 85)
    #expect(
      try session.field("at40").words == "not recorded: no reading between 14:35:20 and 14:45:20"
    )
    try session.pressure("14:45:20", 141, 86)
    #expect(try session.field("at40").words == "141/86 mmHg")
  }

  @Test func `takes the last reading at or before the first device`() throws {
    var session = try NasalSession()
    try session.pressure("13:52", 121, 71)
    try session.pressure("13:56", 122, 72)
    try session.pressure("14:00", 123, 73)
    try session.device("14:00")
    try session.pressure("14:00:01", 124, 74)
    #expect(try session.field("before").words == "123/73 mmHg")
    try session.void(4, at: "14:10")
    #expect(try session.field("before").words == "122/72 mmHg")
    try session.void(2, at: "14:11")
    try session.void(3, at: "14:12")
    #expect(
      try session.field("before").words == "not recorded: no reading at or before 14:00"
    )
  }

  @Test func `never puts an unverified reading in the place of a verified one`() throws {
    var session = try NasalSession()
    try session.pressure("13:52", 121, 71)
    try session.pressure("13:58", 240, 72, doubtful: true)
    try session.device("14:00")
    let field = try session.field("before")
    #expect(field.words == "121/71 mmHg")
    #expect(field.says("passed over, as it is not verified: 240?/72? mmHg (#3 13:58 T−2)"))
    try session.void(2, at: "14:05")
    #expect(try session.field("before").words == "240?/72? mmHg")
  }

  @Test func `takes the last reading after the first device and before the completion`() throws {
    var session = try NasalSession()
    try session.pressure("13:55", 121, 71)
    try session.device("14:00")
    #expect(try session.field("completion").words == "not recorded: the session is not completed")
    try session.close("16:10")
    // The one before the dose says nothing about how the patient leaves.
    #expect(
      try session.field("completion").words == "not recorded: no reading between 14:00 and 16:10"
    )
    var measured = try NasalSession.dosed()
    try measured.pressure("15:50", 126, 80)
    #expect(try measured.field("completion").says("the last so far: 126/80 mmHg (#3 15:50 T+110)"))
    try measured.leave("16:06")
    try measured.add("16:20", try vitals([.systolic: 199, .diastolic: 99]), recorded: "16:20")
    let field = try measured.field("completion")
    #expect(field.words == "126/80 mmHg")
    #expect(field.numbersOfEntries == [3])
  }

  @Test(arguments: ["before", "at40", "completion"])
  func `has no blood pressure without a dose`(key: String) throws {
    var session = try NasalSession()
    try session.pressure("14:40", 126, 80)
    try session.close("16:00")
    let field = try session.field(key)
    #expect(field.words == "not recorded: no dose of esketamine stands")
    #expect(field.entries.isEmpty)
  }
}
