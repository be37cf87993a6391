import Foundation
import Testing

/// Two hundred supervised attendances, each a session of its own patient in one record.
@Suite(.enabled(if: ReplayRecordings.areThere, Comment(rawValue: ReplayRecordings.absent)))
struct ReplayAttendancesTests {
  private static let highs = [
    "sbp": ("systolic", [140, 160, 180]), "dbp": ("diastolic", [90, 100, 110]),
  ]
  private static let rises = [
    "sbp": ("systolic", [20, 30, 40]), "dbp": ("diastolic", [15, 20, 25]),
  ]

  /// `sbp.high.140` … `dbp.rise.25`.
  private var limits: [ReplayLimit] {
    ReplayAttendancesTests.highs.flatMap { key, value in
      value.1.map {
        ReplayLimit.limit("\(key).high.\($0)", value.0, "at-or-over", $0, "mmHg")
      }
    }
      + ReplayAttendancesTests.rises.flatMap { key, value in
        value.1.map { ReplayLimit.rise("\(key).rise.\($0)", value.0, $0) }
      }
  }

  /// The counts' name of each rule's total.
  private var names: [String: String] {
    var names: [String: String] = [:]
    for (key, value) in ReplayAttendancesTests.highs {
      for limit in value.1 { names["\(key).high.\(limit)"] = "\(key)>=\(limit)" }
    }
    for (key, value) in ReplayAttendancesTests.rises {
      for rise in value.1 { names["\(key).rise.\(rise)"] = "rise \(key)+\(rise)" }
    }
    return names
  }

  @Test func `finds the same readings and sessions over every limit in two hundred attendances`()
    throws
  {
    let attendances = try Attendance.all()
    let expected = try Expected.read()
    #expect(attendances.count == expected.sessions)
    let program = try VigilProgram()
    defer { program.discard() }
    try program.write(ReplayLimit.protocolText(limits), to: "replay.json")
    try program.adopt("replay.json")
    for attendance in attendances {
      try program.write(attendance.csv, to: "\(attendance.code).csv")
      try program.must("patient", "add", attendance.code)
      try program.must(
        "import",
        "csv",
        "\(attendance.code).csv",
        "--patient",
        attendance.code,
        "--protocol",
        "replay.json",
        "--zone",
        "UTC"
      )
    }
    let flags = try program.answer(ReplayFlags.self, "flags").flags
    var totals: [String: Int] = [:]
    for (rule, name) in names {
      let found = flags.filter { $0.flag.rule == rule && $0.flag.state != "retracted" }
      totals["readings \(name)"] = found.reduce(0) { $0 + $1.flag.readings.count }
      totals["sessions with \(name)"] = Set(found.map(\.session.patient)).count
    }
    #expect(flags.allSatisfy { names[$0.flag.rule] != nil })

    // Every session in turn: how many readings it has, where it ended, what was missed.
    var bySize: [String: Int] = [:]
    var highAtTheEnd = 0
    var missed = 0
    for number in 1...attendances.count {
      let timeline = try program.answer(ReplayTimeline.self, "timeline", "\(number)")
      let sets = try timeline.sets()
      bySize["\(sets.count)", default: 0] += 1
      let last = sets.last?.entry
      if last?.value("systolic") ?? 0 >= 140 || last?.value("diastolic") ?? 0 >= 90 {
        highAtTheEnd += 1
      }
      if zip(sets, sets.dropFirst()).contains(where: { $1.minute - $0.minute > 30 }) { missed += 1 }
    }
    totals["readings"] = bySize.reduce(0) { $0 + (Int($1.key) ?? 0) * $1.value }
    totals["sessions whose last reading is >=140 or >=90"] = highAtTheEnd
    totals["sessions with a missed 30-min slot"] = missed

    #expect(totals.count == 2 * names.count + 3)
    for (name, count) in totals.sorted(by: { $0.key < $1.key }) {
      #expect(count == expected.totals[name], "\(name)")
    }
    #expect(bySize == expected.sessions_by_number_of_readings)
  }

  private struct Expected: Decodable {
    let sessions: Int
    let totals: [String: Int]
    let sessions_by_number_of_readings: [String: Int]

    static func read() throws -> Expected {
      try JSONDecoder().decode(
        Expected.self,
        from: ReplayRecordings.data("expected/bp_preg_dryad.json")
      )
    }
  }
}

/// One row of the attendances' file: a pressure every half hour, up to four hours.
private struct Attendance {
  let code: String
  let csv: String

  /// The file is latin-1.
  static func all() throws -> [Attendance] {
    let data = try ReplayRecordings.data("bp_preg_dryad/bp_preg_rows001-200.csv")
    let text = try #require(String(data: data, encoding: .isoLatin1))
    let rows = text.split(whereSeparator: \.isNewline).map { fields(String($0)) }
    let header = try #require(rows.first)
    return rows.dropFirst().enumerated().map { place, row in
      Attendance(header: header, row: row, number: place + 1)
    }
  }

  private init(header: [String], row: [String], number: Int) {
    code = "P-" + String(repeating: "0", count: 3 - String(number).count) + String(number)
    let cells = Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first })
    csv =
      "time,systolic,diastolic\n"
      + stride(from: 0, through: 240, by: 30).map { minute in
        let pressures = "\(cells["SBP_\(minute)"] ?? ""),\(cells["DBP_\(minute)"] ?? "")"
        return "\(ReplayClock.text(minute: minute)),\(pressures)\n"
      }.joined()
  }

  /// Fields between commas, some of them quoted for the commas that they hold.
  private static func fields(_ line: String) -> [String] {
    var fields = [""]
    var quoted = false
    for character in line {
      if character == "\"" {
        quoted.toggle()
      } else if character == ",", !quoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
