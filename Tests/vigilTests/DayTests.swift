import Foundation
import Testing

/// What a day means to `--since` and `--until`: that day on this machine's clock, whatever the clock does.
@Suite struct DayTests {
  struct Calendar: CustomStringConvertible {
    let zone: String
    let days: [String]
    /// Each begins with the day that the zone's clock shows.
    let moments: [String]

    var description: String { zone + " " + days.joined(separator: " ") }
  }

  static let calendars = [
    Calendar(
      zone: "Europe/Berlin",
      days: ["2024-10-26", "2024-10-27", "2024-10-28"],
      moments: [
        "2024-10-26T00:00:00+02:00", "2024-10-26T23:59:59.999+02:00", "2024-10-27T00:00:00+02:00",
        "2024-10-27T23:30:00+01:00", "2024-10-28T00:00:00+01:00", "2024-10-28T23:59:59+01:00",
      ]
    ),
    Calendar(
      zone: "Europe/Berlin",
      days: ["2024-03-30", "2024-03-31", "2024-04-01"],
      moments: [
        "2024-03-30T23:59:59+01:00", "2024-03-31T00:00:00+01:00", "2024-03-31T23:59:59+02:00",
        "2024-04-01T00:00:00+02:00", "2024-04-01T00:30:00+02:00",
      ]
    ),
    // Midnight is skipped: 2018-11-04 begins at one o'clock.
    Calendar(
      zone: "America/Sao_Paulo",
      days: ["2018-11-03", "2018-11-04", "2018-11-05"],
      moments: [
        "2018-11-03T00:00:00-03:00", "2018-11-03T21:30:00-03:00", "2018-11-03T23:59:59-03:00",
        "2018-11-04T01:00:00-02:00", "2018-11-04T23:59:59-02:00", "2018-11-05T00:00:00-02:00",
      ]
    ),
    // The hour before midnight comes twice.
    Calendar(
      zone: "America/Sao_Paulo",
      days: ["2018-02-17", "2018-02-18"],
      moments: [
        "2018-02-17T23:30:00-02:00", "2018-02-17T23:30:00-03:00", "2018-02-18T00:00:00-03:00",
      ]
    ),
    // A day that the islands left out when they crossed the date line.
    Calendar(
      zone: "Pacific/Apia",
      days: ["2011-12-29", "2011-12-30", "2011-12-31"],
      moments: ["2011-12-29T23:59:59-10:00", "2011-12-31T00:00:00+14:00"]
    ),
  ]

  @Test(arguments: calendars)
  func `puts each flag and each side effect into one day, that of the clock`(
    _ calendar: Calendar
  ) throws {
    var program = try VigilProgram()
    defer { program.discard() }
    program.environment["TZ"] = calendar.zone
    try program.addPatients()
    for moment in calendar.moments {
      try program.write("time,spo2,effect,severity\n\(moment),90,nausea,mild\n", to: "rows.csv")
      try program.must(
        "import",
        "csv",
        "rows.csv",
        "--patient",
        "P-014",
        "--protocol",
        "iv-0.5-40",
        "--zone",
        calendar.zone,
        "--end"
      )
    }
    var told = 0
    for day in calendar.days {
      let sessions = calendar.moments.indices.filter { calendar.moments[$0].hasPrefix(day) }
        .map { $0 + 1 }
      // What is overdue is raised later, by time alone.
      let low = ["--rule", "spo2.low.severe"]
      #expect(try program.sessions(with: "flags", low, on: day) == sessions, "\(day)")
      #expect(try program.sessions(with: "effects", on: day) == sessions, "\(day)")
      told += sessions.count
    }
    #expect(told == calendar.moments.count)
  }

  @Test func `takes a moment as it is given`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows("time,spo2\n2024-11-19T14:05:00+01:00,90\n")
    // What is overdue is raised later, by time alone.
    let low = ["--rule", "spo2.low.severe"]
    #expect(try program.flags(low).count == 1)
    #expect(try program.flags(low + ["--since", "2024-11-19T13:05:00Z"]).count == 1)
    #expect(try program.flags(low + ["--since", "2024-11-19T13:05:01Z"]).isEmpty)
    #expect(try program.flags(low + ["--until", "2024-11-19T13:05:00Z"]).count == 1)
    #expect(try program.flags(low + ["--until", "2024-11-19T13:04:59Z"]).isEmpty)
  }
}

extension VigilProgram {
  /// The sessions, in order, that have something on a day.
  fileprivate func sessions(
    with kind: String,
    _ options: [String] = [],
    on day: String
  ) throws -> [Int] {
    let list = try run(
      [kind, "--since", day, "--until", day, "--format", "json"] + options
    ).output
    let numbers = try JSONOutput(list).objects(kind).compactMap {
      ($0["session"] as? [String: Any])?["number"] as? Int
    }
    return Set(numbers).sorted()
  }
}
