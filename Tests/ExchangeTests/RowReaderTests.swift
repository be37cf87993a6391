import SessionRecord
import Testing

@testable import Exchange

@Suite struct RowReaderTests {
  private func contents(_ header: String, _ row: String) throws -> [Content] {
    try Table("time,\(header)\n14:05,\(row)\n").rows.flatMap(\.contents)
  }

  private func refusal(_ header: String, _ row: String) throws -> String {
    let refusal = try #require(throws: ImportRefusal.self) { try contents(header, row) }
    guard case .lines(_, let lines) = refusal, let only = lines.first, lines.count == 1 else {
      return refusal.description
    }
    return only.sentence
  }

  @Test(arguments: [
    ("systolic", "300", VitalSign.systolic, 300_000), ("systolic", "30", .systolic, 30_000),
    ("systolic", " 148 ", .systolic, 148_000), ("systolic", "0148", .systolic, 148_000),
    ("systolic", "148.5", .systolic, 148_500), ("heart_rate", "280", .heartRate, 280_000),
    ("heart_rate", "1", .heartRate, 1_000), ("spo2", "100", .spo2, 100_000),
    ("respiratory_rate", "0", .respiratoryRate, 0), ("temperature", "36.75", .temperature, 36_750),
    ("temperature", "45.0", .temperature, 45_000), ("map", "92.333", .meanArterial, 92_333),
  ])
  func `keeps a possible value to the thousandth`(
    _ column: String,
    _ written: String,
    _ sign: VitalSign,
    _ thousandths: Int
  ) throws {
    #expect(
      try Table.readings(column, written) == [
        sign: .measured(Quantity(sign, thousandths: thousandths), verified: true)
      ]
    )
  }

  @Test(arguments: [
    ("systolic", "11647", VitalSign.systolic), ("systolic", "0", .systolic),
    ("systolic", "12", .systolic), ("systolic", "29.999", .systolic),
    ("systolic", "300.001", .systolic), ("systolic", "-120", .systolic),
    ("diastolic", "0", .diastolic), ("diastolic", "201", .diastolic), ("map", "0.0", .meanArterial),
    ("heart_rate", "300", .heartRate), ("heart_rate", "0", .heartRate),
    ("heart_rate", "-0", .heartRate), ("spo2", "0", .spo2), ("spo2", "101", .spo2),
    ("respiratory_rate", "81", .respiratoryRate), ("temperature", "0", .temperature),
    ("temperature", "98.2", .temperature), ("temperature", "3.66", .temperature),
    ("heart_rate", "12345678901234567890123", .heartRate),
    ("heart_rate", "-99999999999999999999", .heartRate),
  ])
  func `keeps what cannot have been measured as not usable, with what was written`(
    _ column: String,
    _ written: String,
    _ sign: VitalSign
  ) throws {
    #expect(try Table.readings(column, written) == [sign: .notUsable(written: written)])
  }

  @Test(arguments: [("92", "148"), ("120", "120"), ("90.0", "90.001")])
  func `makes neither half of a swapped or flat pair usable`(
    _ systolic: String,
    _ diastolic: String
  ) throws {
    #expect(
      try Table.readings("systolic,diastolic", "\(systolic),\(diastolic)") == [
        .systolic: .notUsable(written: systolic), .diastolic: .notUsable(written: diastolic),
      ]
    )
  }

  @Test func `keeps the usable half of a pair of which the other is not`() throws {
    #expect(
      try Table.readings("diastolic,systolic", "92,0") == [
        .systolic: .notUsable(written: "0"),
        .diastolic: .measured(Quantity(.diastolic, 92), verified: true),
      ]
    )
  }

  @Test(arguments: [
    ("148,92,149", false), ("148,92,148", true), ("148,92,92", true), ("148,92,91", false),
    ("148,,149", false), ("148,,148", true), (",92,91", false), (",92,92", true),
    ("92,148,200", true),
  ])
  func `uses a mean only where it lies between its pressures`(_ row: String, _ usable: Bool) throws
  {
    let readings = try Table.readings("systolic,diastolic,map", row)
    #expect((readings[.meanArterial]?.quantity != nil) == usable)
  }

  @Test(arguments: [
    "NaN", "nan", "1e2", "0x50", "84,5", "+120", "1٢0", "１２０", "120/80", "12 0", ".5", "5.", ".",
    "-", "--5", "5-", "1.2.3", "n/a", "∞",
  ])
  func `refuses what is no plain number`(_ written: String) throws {
    #expect(
      try refusal("heart_rate", "\"\(written)\"")
        == "heart_rate “\(written)” is not a number; write digits, or leave it empty"
    )
  }

  @Test func `refuses more decimals than it could keep`() throws {
    #expect(
      try refusal("temperature", "36.6667") == "temperature “36.6667” has more than three decimals"
    )
  }

  @Test(
    arguments: [
      ("mild", Grade.words(.mild), nil as EffectCourse?), ("MOD", .words(.moderate), nil),
      ("moderate", .words(.moderate), nil), ("Severe", .words(.severe), nil),
      ("0/10", .rating(0), nil), ("7/10", .rating(7), nil), ("10/10", .rating(10), nil),
      ("gone", nil, .gone), ("absent", nil, .absent), ("", nil, nil),
    ] as [(String, Grade?, EffectCourse?)]
  )
  func `reads a severity in words or out of ten`(
    _ severity: String,
    _ grade: Grade?,
    _ course: EffectCourse?
  ) throws {
    #expect(
      try contents("effect,severity,note", "Chest Pain,\(severity),x") == [
        .effect(SideEffect(EffectName("chest pain"), grade: grade, course: course, remark: "x"))
      ]
    )
  }

  @Test(arguments: [
    "7", "11/10", "-1/10", "+7/10", "7/100", "/10", "bad", "7 /10", "007/10", "٣/10",
  ])
  func `refuses any other severity`(_ severity: String) throws {
    #expect(
      try refusal("effect,severity", "nausea,\(severity)")
        == "severity “\(severity)” is none of mild, moderate, severe, 0/10 to 10/10, gone"
    )
  }

  @Test func `refuses an unknown effect, and a severity of none`() throws {
    #expect(try refusal("effect", "nausee") == "unknown effect “nausee”; put it under note")
    #expect(try refusal("effect,severity", ",mild") == "a severity without an effect")
  }

  @Test func `puts a note with the vitals, else with the effect, else alone`() throws {
    let pulse = try Vitals(
      [.heartRate: .measured(Quantity(.heartRate, 90), verified: true)],
      remark: "x"
    )
    let nausea = EffectName("nausea")
    #expect(
      try contents("heart_rate,effect,note", "90,nausea,x")
        == [.vitals(pulse), .effect(SideEffect(nausea))]
    )
    #expect(
      try contents("heart_rate,effect,note", ",nausea,x")
        == [.effect(SideEffect(nausea, remark: "x"))]
    )
    #expect(try contents("heart_rate,effect,note", ",,x") == [.note("x")])
  }

  @Test(arguments: ["=1+1", "@SUM(A1)", "+1", "-1", "'; DROP TABLE entry; --", "a\nb", "NaN"])
  func `keeps a note as it is written`(_ note: String) throws {
    #expect(try contents("note", "\"\(note)\"") == [.note(note)])
  }
}
