import Foundation
import Testing

/// What devices write when they measured nothing, and what nobody can have measured.
@Suite struct ImportUnusableTests {
  /// Each value with what becomes of it; none of them may be flagged.
  private static let rows: [(row: String, readings: [String])] = [
    ("0,0,0,0,0,,", ["systolic [0]", "diastolic [0]", "map [0]", "heartRate [0]", "spo2 [0]"]),
    ("11647,,,,,,", ["systolic [11647]"]),
    ("12,8,,,,,", ["systolic [12]", "diastolic [8]"]),
    ("92,148,,,,,", ["systolic [92]", "diastolic [148]"]),
    ("120,120,,,,,", ["systolic [120]", "diastolic [120]"]),
    (",,,300,,,", ["heartRate [300]"]),
    (",,,-5,,,", ["heartRate [-5]"]),
    (",,,,101,,", ["spo2 [101]"]),
    (",,,,,200,", ["respiratoryRate [200]"]),
    (",,,,,,98.2", ["temperature [98.2]"]),
    (",,,,,,0", ["temperature [0]"]),
    (",,260,,,,", ["map [260]"]),
    ("999,89,,,,,", ["systolic [999]", "diastolic 89"]),
    ("120,80,130,,,,", ["systolic 120", "diastolic 80", "map [130]"]),
  ]

  private var text: String {
    "time,systolic,diastolic,map,heart_rate,spo2,respiratory_rate,temperature\n"
      + ImportUnusableTests.rows.enumerated().map { place, row in
        "14:\(place + 10),\(row.row)\n"
      }.joined()
  }

  @Test func `keeps what was written as not usable, flags none of it, and shows it`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(text, "--date", "2024-11-19")
    let entries = try program.imported()
    #expect(entries.map(\.readings) == ImportUnusableTests.rows.map(\.readings))
    #expect(entries.allSatisfy { $0.flags.isEmpty })
    #expect(try program.flagCount() == 0)
    let timeline = try program("timeline", "1").said
    for written in ["11647", "300", "98.2", "101", "-5", "999"] {
      #expect(timeline.contains(written), "\(written)")
    }
    #expect(timeline.contains("not usable"))
    let table = try program("timeline", "1", "--vitals").said
    #expect(table.contains("[11647]"))
    #expect(table.contains("[92]/[148]"))
  }

  @Test func `says how many values are not usable`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let written = ImportUnusableTests.rows.flatMap(\.readings).filter { $0.contains("[") }.count
    let outcome = try program.importRows(text, "--date", "2024-11-19")
    #expect(outcome.status == 0)
    #expect(outcome.said.contains("\(written) values"))
    #expect(outcome.said.contains("not usable"))
  }

  @Test func `never takes an unusable value for baseline, extreme or repeat`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    // 182 asks for a repeat from one minute on; the failed cuff is none, 184 confirms it.
    try program.mustImportRows(
      """
      time,systolic,diastolic,heart_rate
      13:50,130,80,300
      13:55,0,0,0
      14:10,182,90,95
      14:12,0,0,0
      14:13,400,20,0
      14:15,184,92,96
      """,
      "--date",
      "2024-11-19",
      "--dose",
      "@14:00 ketamine 36 mg iv over 40 min",
      "--weight",
      "72"
    )
    let report = try JSONOutput(program.must("report", "1", "--format", "json").output)
    let signs = (report["baseline"] as? [String: Any])?["signs"] as? [[String: Any]] ?? []
    #expect(signs.compactMap { $0["sign"] as? String } == ["systolic", "diastolic"])
    #expect(
      signs.compactMap { ($0["baseline"] as? [String: Any])?["value"] as? Int } == [130, 80]
    )
    let extremes = report.objects("extremes").map { extreme in
      let value = { (end: String) in (extreme[end] as? [String: Any])?["value"] as? Int ?? -1 }
      return "\(extreme["sign"] as? String ?? "") \(value("lowest"))-\(value("highest"))"
    }
    #expect(extremes.contains("systolic 130-184"))
    #expect(extremes.contains("heartRate 95-96"))
    // The diastolic of 14:13 was measured, whatever the systolic beside it was.
    #expect(extremes.contains("diastolic 20-92"))
    let critical = report.objects("flags").filter { $0["rule"] as? String == "bp.sys.crit" }
    #expect(critical.count == 1)
    #expect(critical.first?["state"] as? String == "confirmed")
    #expect(critical.first?["confirmed"] as? String == "2024-11-19T14:15:00+01:00")
  }

  @Test func `keeps an improbable value as unverified, flagged and shown as such`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(
      "time,systolic,diastolic,heart_rate\n14:05,120,80,70\n14:07,182,85,170\n14:30,121,115,72\n",
      "--date",
      "2024-11-19"
    )
    #expect(
      try program.imported().map(\.readings) == [
        ["systolic 120", "diastolic 80", "heartRate 70"],
        // 62 mmHg and 100/min in two minutes, and a pulse over 160; the diastolic moved by 5.
        ["systolic 182?", "diastolic 85", "heartRate 170?"],
        // Six mmHg between them.
        ["systolic 121?", "diastolic 115?", "heartRate 72"],
      ]
    )
    #expect(try program("timeline", "1").said.contains("182?"))
  }

  @Test func `tells a jump by what the session holds already`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows("time,systolic\n14:05,120\n14:30,125\n", "--date", "2024-11-19")
    try program.write("time,systolic\n14:09:59,180\n14:10,181\n14:31,186\n", to: "more.csv")
    try program.must("import", "csv", "more.csv", "-s", "1", "--date", "2024-11-19")
    let readings = try program.imported().map(\.readings)
    #expect(
      readings
        == [
          ["systolic 120"], ["systolic 180?"], ["systolic 181"], ["systolic 125"],
          ["systolic 186?"],
        ]
    )
  }
}
