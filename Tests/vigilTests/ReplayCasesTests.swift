import Foundation
import Testing

/// Real recordings through the real program, against what was counted in them without it.
///
/// The counts' *plausible* ranges are narrower than what Vigil takes for possible (systolic from 40
/// there, 30 here; diastolic from 20, 10; pulse 20 to 250, here up to 280 and anything over a
/// device's 0; SpO2 from 50, here over 0). No value of these recordings lies between the two, or
/// `notUsable` and the numbers of pairs would differ.
@Suite(.enabled(if: ReplayRecordings.areThere, Comment(rawValue: ReplayRecordings.absent)))
struct ReplayCasesTests {
  @Test func `finds the seven recordings`() {
    #expect(ReplayRecordings.caseFiles.count >= 7)
  }

  @Test(arguments: ReplayRecordings.caseFiles)
  func `finds in a recording what was counted without it`(_ file: String) throws {
    let recording = try ReplayCase(file: file)
    let expected = recording.expected
    let program = try VigilProgram()
    defer { program.discard() }
    try program.write(ReplayLimit.protocolText(recording.limits), to: "replay.json")
    try program.write(recording.csv, to: "recording.csv")
    try program.adopt("replay.json")
    try program.must("patient", "add", "P-001")
    try program.must(
      "import",
      "csv",
      "recording.csv",
      "--patient",
      "P-001",
      "--protocol",
      "replay.json",
      "--zone",
      "UTC"
    )
    let timeline = try program.answer(ReplayTimeline.self, "timeline", "1")
    let report = try program.answer(ReplayReport.self, "report", "1")
    let flags = try program.answer(ReplayFlags.self, "flags").flags

    // Readings, and which of them are of no use.
    let pairs = try timeline.pairs()
    #expect(try timeline.sets().count == expected.readings)
    #expect(pairs.count == expected.usable_bp_pairs)
    #expect(
      try notUsable(timeline)
        == expected.implausible_readings.map { "\($0.t) \($0.fields.sorted())" }
    )
    #expect(report.entries.map(\.observed) == timeline.entries.map(\.observed))

    // Events: what the list says is what the report says.
    let events = try flags.map(\.flag).events(of: recording.limits)
    #expect(events == expected.events)
    #expect(try report.flags.events(of: recording.limits) == expected.events)
    #expect(events.count == expected.flag_events)
    #expect(Dictionary(grouping: events, by: \.rule).mapValues(\.count) == expected.flags_by_rule)
    #expect(events.first?.t == expected.first_flag_t)
    #expect(events.last?.t == expected.last_flag_t)
    #expect(flags.allSatisfy { $0.session.number == 1 && $0.session.patient == "P-001" })

    // Pressures.
    #expect(try report.pressureBaseline() == expected.baseline)
    #expect(report.peak("systolic") == expected.peak_sbp)
    #expect(report.peak("diastolic") == expected.peak_dbp)
    #expect(pairs.last?.pair == expected.last_pair)
    #expect(pairs.first?.map == expected.map_first)
    #expect(pairs.compactMap(\.map).max() == expected.map_max)
    #expect(pairs.last?.map == expected.map_last)
    let gaps = zip(pairs, pairs.dropFirst()).map { $1.pair.t - $0.pair.t }
    #expect(gaps.max() == expected.longest_gap_between_bp_min)
    let difference = pairs.last.map { $0.pair.sbp - expected.baseline.sbp } ?? .infinity
    #expect((abs(difference) <= 10) == expected.returned_within_10_of_baseline_sbp)
  }

  /// By minute, the signs that are there and cannot be used, as the counts name them.
  private func notUsable(_ timeline: ReplayTimeline) throws -> [String] {
    let names = ["systolic": "sbp", "diastolic": "dbp", "heartRate": "hr", "spo2": "spo2"]
    return try timeline.sets().compactMap { minute, entry in
      let signs = (entry.content.readings ?? []).filter { $0.status == "not-usable" }
        .map { names[$0.sign] ?? $0.sign }.sorted()
      return signs.isEmpty ? nil : "\(minute) \(signs)"
    }
  }
}
