import Foundation
import Testing

/// Which session a file goes into, and what becomes of that.
@Suite struct ImportSessionsTests {
  private let rows = "time,systolic,diastolic\n14:05,148,92\n14:15,150,94\n"

  /// RFC 3339 of a moment some minutes ago.
  private func ago(_ minutes: Int) -> String {
    ISO8601DateFormatter().string(from: Date(timeIntervalSinceNow: Double(-60 * minutes)))
  }

  @Test func `opens a session of its own, begun with the first row, and marks all as imported`()
    throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(rows, "--date", "2024-11-19", "--prescriber", "LH")
    let all = try program.listed()
    #expect(all.map(\.kind) == ["opened", "vitals", "vitals"])
    #expect(all.allSatisfy { $0.isImported && !$0.isLate && $0.document == "rows.csv" })
    #expect(all.first?.observed == "2024-11-19T14:05:00+01:00")
    let timeline = try program("timeline", "1").said
    #expect(timeline.contains("imported"))
    #expect(!timeline.contains("late"))
    let session = try JSONOutput(program.must("timeline", "1", "--format", "json").output)
    #expect(session["session", "state"] as? String == "open")
    #expect(session["session", "prescriber"] as? String == "LH")
  }

  @Test func `closes the session after the last row when asked to`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(rows, "--date", "2024-11-19", "--end")
    #expect(try program.listed().map(\.kind).last == "closed")
    let session = try JSONOutput(program.must("timeline", "1", "--format", "json").output)
    #expect(session["session", "state"] as? String == "closed")
    try program.write("time,heart_rate\n14:20,90\n", to: "more.csv")
    let late = try program("import", "csv", "more.csv", "-s", "1", "--date", "2024-11-19")
    #expect(late.status == 77)
    #expect(late.errors.hasPrefix("S-2024-0001 is closed"))
  }

  @Test func `says that a session stays open where there was nothing to close it after`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(rows, "--date", "2024-11-19")
    let before = program.recordBytes
    let again = try program.importRows(rows, "--date", "2024-11-19", "--end")
    #expect(again.status == 0)
    #expect(again.said.contains("Nothing was added."))
    #expect(again.said.contains("stays open: nothing was added, so --end closed nothing."))
    #expect(again.said.contains("To close it: vigil end 1"))
    #expect(program.recordBytes == before)
    // Without the option, and of a session that is closed, it need not be said.
    #expect(!(try program.importRows(rows, "--date", "2024-11-19").said.contains("--end")))
    try program.must("end", "1")
    let closed = try program.importRows(rows, "--date", "2024-11-19", "--end")
    #expect(closed.status == 0)
    #expect(!closed.said.contains("--end"))
  }

  @Test func `adds to an open session by number, patient or room, and opens none`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "@-10m", "148/92", "90")
    for (place, name) in ["1", "P-014", "7"].enumerated() {
      try program.write("time,spo2\n\(ago(9 - place)),9\(place)\n", to: "\(place).csv")
      try program.must("import", "csv", "\(place).csv", "-s", name)
    }
    let imported = try program.imported()
    #expect(imported.map(\.readings) == [["spo2 90"], ["spo2 91"], ["spo2 92"]])
    #expect(imported.map(\.document) == ["0.csv", "1.csv", "2.csv"])
    #expect(imported.allSatisfy { !$0.isLate })
    #expect(try program.sessionCount() == 1)
    // 90 and 91 are at or under the limit of 91, and are flagged like what is typed.
    #expect(imported[0].flags == imported[1].flags && !imported[0].flags.isEmpty)
  }

  @Test func `stores nothing on a dry run, and refuses what the real one would`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let before = program.recordBytes
    let outcome = try program.importRows(rows, "--date", "2024-11-19", "--dry-run")
    #expect(outcome.status == 0)
    #expect(outcome.said.contains("2"))
    #expect(outcome.said.lowercased().contains("nothing was stored"))
    #expect(program.recordBytes == before)
    let unknown = [
      "import", "csv", "rows.csv", "--protocol", "iv-0.5-40", "--zone", "Europe/Berlin", "--date",
      "2024-11-19", "--patient",
    ]
    let dry = try program.run(unknown + ["P-999", "--dry-run"])
    #expect(dry.status == 66)
    #expect(dry.errors == (try program.run(unknown + ["P-999"])).errors)
    #expect(dry.errors.hasPrefix("There is no patient “P-999”."))
    let telehealth = try program.run(unknown + ["P-014", "--setting", "telehealth", "--dry-run"])
    #expect(telehealth.status == 64)
    #expect(telehealth.errors.contains("does not serve telehealth"))
    #expect(program.recordBytes == before)
    // Asked last: what is exported is logged.
    #expect(try program.sessionCount() == 0)
  }

  @Test func `takes time zero from the dose that is given with the file`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(
      rows,
      "--date",
      "2024-11-19",
      "--dose",
      "@13:50 ketamine 36 mg iv over 40 min",
      "--dose",
      "@14:00 ondansetron 4 mg iv",
      "--weight",
      "72"
    )
    let timeline = try JSONOutput(program.must("timeline", "1", "--format", "json").output)
    #expect(timeline["timeZero"] as? String == "2024-11-19T13:50:00+01:00")
    let all = timeline.objects("entries").map(ImportedEntry.init)
    #expect(all.map(\.kind) == ["opened", "dose", "dose", "vitals", "vitals"])
    #expect(
      all.dropFirst().map { $0.object["minutesSinceTimeZero"] as? Int } == [0, 10, 15, 25]
    )
    // The same command again finds the doses too.
    let bytes = program.recordBytes
    try program.mustImportRows(
      rows,
      "--date",
      "2024-11-19",
      "--dose",
      "@13:50 ketamine 36 mg iv over 40 min",
      "--dose",
      "@14:00 ondansetron 4 mg iv",
      "--weight",
      "72"
    )
    #expect(program.recordBytes == bytes)
  }

  @Test(arguments: [
    // Before the rows, among them, and after them, on the day where it is nearest.
    ("13:50", "2024-11-19T13:50:00+01:00"), ("14:10", "2024-11-19T14:10:00+01:00"),
    ("14:15", "2024-11-19T14:15:00+01:00"), ("14:40", "2024-11-19T14:40:00+01:00"),
    ("23:30", "2024-11-19T23:30:00+01:00"), ("03:00", "2024-11-19T03:00:00+01:00"),
  ])
  func `places a dose on the day of the rows`(_ clock: String, _ observed: String) throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(
      rows,
      "--date",
      "2024-11-19",
      "--dose",
      "@\(clock) ketamine 36 mg iv",
      "--weight",
      "72"
    )
    let doses = try program.listed().filter { $0.kind == "dose" }
    #expect(doses.map(\.observed) == [observed])
  }

  @Test func `keeps two equal doses, and refuses one that says no clock time`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let dose = "@14:00 ondansetron 4 mg iv"
    try program.mustImportRows(rows, "--date", "2024-11-19", "--dose", dose, "--dose", dose)
    #expect(try program.listed().filter { $0.kind == "dose" }.count == 2)
    let relative = try program.importRows(
      rows,
      "--date",
      "2024-11-20",
      "--dose",
      "@-30m ondansetron 4 mg iv"
    )
    #expect(relative.status == 65)
    #expect(relative.errors.hasPrefix("“@-30m ondansetron 4 mg iv” does not say when."))
    #expect(try program.sessionCount() == 1)
  }
}
