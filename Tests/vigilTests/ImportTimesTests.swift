import Foundation
import Testing

/// When the rows of a file were observed, on whose clock.
@Suite struct ImportTimesTests {
  @Test func `reads clock times on the given day in the given zone`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(
      "time,heart_rate\n14:05,90\n14:10:30,91\n2024-11-19T13:15:00Z,92\n",
      "--date",
      "2024-11-19"
    )
    #expect(
      try program.imported().map(\.observed) == [
        "2024-11-19T14:05:00+01:00", "2024-11-19T14:10:30+01:00", "2024-11-19T14:15:00+01:00",
      ]
    )
    let timeline = try JSONOutput(program.must("timeline", "1", "--format", "json").output)
    #expect(timeline["session", "zone"] as? String == "Europe/Berlin")
    #expect(timeline["session", "opened"] as? String == "2024-11-19T14:05:00+01:00")
    #expect(timeline["session", "label"] as? String == "S-2024-0001")
    #expect(try program("timeline", "1").said.contains("14:05"))
  }

  @Test func `refuses the hour that spring skips and the one that autumn repeats`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let spring = try program.importRows(
      "time,heart_rate\n01:59,90\n02:30,91\n03:00,92\n",
      "--date",
      "2024-03-31"
    )
    #expect(spring.status == 65)
    #expect(
      spring.errors.hasPrefix(
        "rows.csv:3: there is no 02:30 on 2024-03-31 in Europe/Berlin: the clock skips it\nNothing"
      )
    )
    let autumn = try program.importRows(
      "time,heart_rate\n01:59,90\n02:30,91\n03:00,92\n",
      "--date",
      "2024-10-27"
    )
    #expect(autumn.status == 65)
    #expect(
      autumn.errors.hasPrefix(
        "rows.csv:3: 02:30 comes twice on 2024-10-27 in Europe/Berlin; "
          + "write 2024-10-27T02:30:00+02:00 or 2024-10-27T02:30:00+01:00\nNothing"
      )
    )
    #expect(try program.sessionCount() == 0)
  }

  @Test func `keeps the order of the night in which the clock goes back`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(
      """
      time,heart_rate
      2024-10-27T02:10:00+01:00,93
      2024-10-27T02:50:00+02:00,92
      02:10,94
      01:50,91
      """.replacingOccurrences(of: "02:10,94", with: "03:10,94"),
      "--date",
      "2024-10-27"
    )
    let entries = try program.imported()
    #expect(
      entries.flatMap(\.readings) == [
        "heartRate 91", "heartRate 92", "heartRate 93", "heartRate 94",
      ]
    )
    #expect(
      entries.map(\.observed) == [
        "2024-10-27T01:50:00+02:00", "2024-10-27T02:50:00+02:00", "2024-10-27T02:10:00+01:00",
        "2024-10-27T03:10:00+01:00",
      ]
    )
  }

  @Test func `refuses what has not happened yet, as the years of a shifted recording`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let outcome = try program.importRows(
      "time,heart_rate\n2144-03-01T10:00:00Z,90\n2166-07-01T10:00:00Z,91\n"
    )
    #expect(outcome.status == 65)
    #expect(
      outcome.errors.hasPrefix(
        """
        rows.csv:2: 2144-03-01T10:00:00Z is in the future
        rows.csv:3: 2166-07-01T10:00:00Z is in the future
        Nothing was imported.
        """
      )
    )
    #expect(try program.sessionCount() == 0)
  }

  @Test func `reads clock times on the session's clock when they go into one`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows("time,heart_rate\n14:05,90\n", "--date", "2024-11-19")
    try program.write("time,heart_rate\n14:10,91\n13:15,92\n", to: "more.csv")
    try program.must("import", "csv", "more.csv", "-s", "1", "--date", "2024-11-19")
    try program.write("time,heart_rate\n13:20,93\n", to: "utc.csv")
    try program.must(
      "import",
      "csv",
      "utc.csv",
      "-s",
      "1",
      "--date",
      "2024-11-19",
      "--zone",
      "UTC"
    )
    let entries = try program.imported().map { "\($0.observed) \($0.readings.joined())" }
    #expect(
      entries == [
        "2024-11-19T13:15:00+01:00 heartRate 92", "2024-11-19T14:05:00+01:00 heartRate 90",
        "2024-11-19T14:10:00+01:00 heartRate 91", "2024-11-19T14:20:00+01:00 heartRate 93",
      ]
    )
  }
}
