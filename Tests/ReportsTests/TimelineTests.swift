import Foundation
import Monitoring
import SessionRecord
import Testing

@testable import Reports
import TestSupport

struct TimelineTests {
  @Test(arguments: [(20, 0), (21, 1), (60, 1)])
  func `shows more than twenty minutes without a reading as a gap`(minutes: Int, gaps: Int) throws {
    let file = try file { log in
      try log.add("13:10", try vitals([.heartRate: 70]))
      try log.add("13:\(10 + min(minutes, 49))", .note("still here"))
      let later = minutes < 50 ? "13:\(10 + minutes)" : "14:10"
      try log.add(later, try vitals([.heartRate: 71]))
      try log.add(minutes < 50 ? "13:\(15 + minutes)" : "14:15", .closed)
    }
    #expect(Gap.gaps(in: file).count == gaps)
    let text = TimelineText(file, style: Style(width: 80)).text
    #expect(text.contains("\(minutes) min without a reading, 13:10 to") == (gaps == 1))
  }

  @Test func `counts no set as a reading in which nothing was measured`() throws {
    let file = try file { log in
      try log.add("13:15", try vitals([:], others: [.spo2: .notObtained(because: "cold hands")]))
      try log.add("13:25", .closed)
    }
    #expect(Gap.gaps(in: file).map(\.to) == [try SampleLog().at("13:25")])
  }

  @Test func `shows a gap between sets that were typed late, before the opening`() throws {
    let file = try file { log in
      try log.add("12:10", try vitals([.heartRate: 70]), recorded: "13:00")
      try log.add("12:45", try vitals([.heartRate: 71]), recorded: "13:00")
      try log.add("13:05", .closed)
    }
    let gaps = Gap.gaps(in: file)
    #expect(gaps.map(\.from) == [try SampleLog().at("12:10")])
    #expect(gaps.map(\.to) == [try SampleLog().at("12:45")])
  }

  @Test func `says since when an open session has no reading`() throws {
    let file = try file(asOf: "13:40") { log in
      try log.add("13:05", try vitals([.heartRate: 70]))
    }
    let text = TimelineText(file, style: Style(width: 80)).text
    #expect(text.contains("– 35 min without a reading since 13:05 –"))
  }

  @Test func `puts a late entry where it was observed, with the time at which it was typed`() throws
  {
    let file = try file { log in
      try log.add("13:30", .note("second"))
      try log.add("13:10", .note("first"), recorded: "13:31")
    }
    let lines = TimelineText(file, style: Style(width: 80)).text.split(separator: "\n")
    let first = try #require(lines.firstIndex { $0.contains("note: first") })
    let second = try #require(lines.firstIndex { $0.contains("note: second") })
    #expect(first < second)
    #expect(lines[first].contains("(late, typed 13:31)"))
    #expect(!lines[second].contains("late"))
  }

  @Test func `marks an import as imported, never as late`() throws {
    let file = try file { log in
      try log.add(
        "13:10",
        try vitals([.heartRate: 70]),
        recorded: "15:00",
        source: .imported(document: "monitor.csv")
      )
    }
    let text = TimelineText(file, style: Style(width: 80)).text
    #expect(text.contains("HR 70/min  (imported)"))
    #expect(!text.contains("late"))
  }

  @Test func `strikes an amended value out and keeps its reason and author`() throws {
    let text = TimelineText(try SampleSession().file(), style: Style(width: 120)).text
    #expect(
      text.contains(
        "~~HR 48/min  RR 14/min~~  corrected by #13 KO 14:12: digits transposed"
      )
    )
  }

  @Test func `says where an entry was before it was moved`() throws {
    let file = try file { log in
      try log.add("13:20", .note("woke"))
      let moved = Amendment(
        of: EntryNumber(2),
        content: .note("woke"),
        observed: Stamp(try log.at("13:12"), in: log.zone),
        reason: "wrong clock"
      )
      try log.add("13:21", .amendment(moved))
    }
    let text = TimelineText(file, style: Style(width: 120)).text
    #expect(text.contains("#2 13:12"))
    #expect(text.contains("~~note: woke~~  observed 13:20  corrected by #3 KO 13:21: wrong clock"))
  }

  @Test func `shows the new day, and the offset where an hour comes twice`() throws {
    let berlin = try #require(Zone(named: "Europe/Berlin"))
    // 25 October 2026: 03:00 +02:00 is 02:00 +01:00.
    let start = try #require(Stamp(rfc3339: "2026-10-24T23:50:00+02:00")).instant
    let minutes = [0, 20, 160, 220]
    var log = try SampleLog()
    try log.add("13:00", .opened(try SampleSession().opening()))
    for minute in minutes {
      try log.addAt(start + .minutes(minute), .note("\(minute)"))
    }
    for minute in minutes.dropFirst() {
      try log.addAt(start + .minutes(minute), try vitals([.heartRate: 70]))
    }
    let entries = log.entries
    let session = Session(
      number: SessionNumber(1),
      opening: try SampleSession().opening(),
      opened: Stamp(start, in: berlin),
      closed: nil,
      state: .open,
      room: try SampleSession().opening().room
    )
    let chart = Chart(entries)
    let file = SessionFile(
      session: session,
      patient: Patient(code: try PatientCode("P-014"), identity: nil, commitment: .zero),
      monitoringProtocol: try SampleProtocol.made(),
      log: entries,
      assessment: Assessment(
        chart: chart,
        asOf: start + .minutes(220),
        timeZero: nil,
        baseline: [:],
        extremes: [:],
        flags: []
      ),
      zone: berlin
    )
    let report = SessionReportText(file, style: Style(width: 120)).text
    // The table of sets, and the notes below their days.
    #expect(report.contains("2026-10-25 02:30  "))
    #expect(report.contains("2026-10-25 02:30 (+01:00) –"))
    let noted = report.split(separator: "\n").drop { $0 != "Actions and notes" }
      .filter { $0.hasPrefix("2026-10-2") || $0.contains("note: ") }
      .map { $0.contains("note: ") ? "note" : $0 }
    #expect(noted == ["note", "2026-10-25", "note", "note", "2026-10-25 (+01:00)", "note"])
    let days = TimelineText(file, style: Style(width: 80)).text.split(separator: "\n")
      .filter { $0.hasPrefix("2026-10-2") && !$0.contains("protocol") }
    #expect(days == ["2026-10-24", "2026-10-25", "2026-10-25 (+01:00)"])
  }

  @Test func `continues signs that do not fit in a second table and leaves none out`() throws {
    let text = TimelineText(
      try SampleSession().file(),
      style: Style(width: 60),
      vitalsOnly: true
    ).text
    for heading in ["BP", "MAP", "HR", "SpO2", "RR", "Temp", "O2", "ACVPU", "MOAA/S"] {
      #expect(text.contains(heading), "\(heading)")
    }
  }

  private func file(
    asOf: String = "16:00",
    _ add: (inout SampleLog) throws -> Void
  ) throws -> SessionFile {
    var sample = try SampleSession()
    var log = try SampleLog()
    try log.add("13:00", .opened(try sample.opening()))
    try add(&log)
    sample.log = log
    sample.state = log.entries.last?.content == .closed ? .closed : .open
    return try sample.file(flags: [], asOf: asOf)
  }
}
