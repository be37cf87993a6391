import Monitoring
import Reports
import SessionRecord
import Testing

/// NEWS2 at each set, from the last usable values, with what is missing said.
struct NEWS2ReadingTests {
  private func readings(
    _ entries: [(String, Content)],
    scale: SpO2Scale = .one,
    within minutes: Int = 5
  ) throws -> [NEWS2Reading] {
    try file(entries, scale: scale, within: minutes).news2Readings
  }

  private func file(
    _ entries: [(String, Content)],
    scale: SpO2Scale = .one,
    within minutes: Int? = 5
  ) throws -> SessionFile {
    var log = try SampleLog()
    let scored = try ScoredSession()
    let own = try scored.opening()
    let opening = Opening(
      patient: own.patient,
      identity: own.identity,
      monitoringProtocol: own.monitoringProtocol,
      setting: own.setting,
      zone: own.zone,
      prescriber: own.prescriber,
      spo2Scale: scale
    )
    try log.add("13:00", .opened(opening))
    for (clock, content) in entries { try log.add(clock, content) }
    let basis = Basis(.proposed, sources: [])
    let rules =
      try minutes.map { minutes in
        scored.rules.with(news2: NEWS2Terms(within: .minutes(minutes), basis: basis))
      } ?? SampleProtocol.made()
    return SessionFile(
      session: try scored.session(),
      patient: try scored.file().patient,
      monitoringProtocol: rules,
      log: log.entries,
      assessment: Assessment(
        chart: Chart(log.entries),
        asOf: try log.at("14:20"),
        timeZero: nil,
        baseline: [:],
        extremes: [:],
        flags: []
      ),
      zone: log.zone
    )
  }

  private func confused(expected: Bool) throws -> Content {
    .vitals(
      try Vitals(
        [.consciousness: .measured(Quantity(.confused), verified: true)],
        isConfusionExpected: expected
      )
    )
  }

  @Test func `takes the last value of each parameter, up to the last minute that counts`() throws {
    let found = try readings([
      ("13:10", try vitals([.respiratoryRate: 22])), ("13:12", .note("calm")),
      ("13:13", try vitals([.weight: 72])), ("13:15", try vitals([.heartRate: 131])),
      ("13:16", try vitals([.heartRate: 131])),
    ])
    #expect(found.map(\.entry.value) == [2, 5, 6])
    #expect(found.map(\.score.total) == [2, 5, 3])
    #expect(found[1].score.missing == [.spo2, .oxygen, .systolic, .consciousness, .temperature])
    #expect(found[2].score.missing.first == .respiratoryRate)
  }

  @Test func `counts a value again that is typed later but observed before`() throws {
    let found = try readings([
      ("13:15", try vitals([.heartRate: 131])), ("13:12", try vitals([.heartRate: 80])),
    ])
    #expect(found.map(\.entry.value) == [3, 2])
    #expect(found.map(\.score.total) == [0, 3])
  }

  @Test func `expected confusion stays out of the total that counts until the next value`() throws {
    let found = try readings([
      ("13:10", try confused(expected: true)), ("13:12", try vitals([.heartRate: 95])),
      ("13:13", try confused(expected: false)),
    ])
    #expect(found.map(\.score.total) == [3, 4, 4])
    #expect(found.map(\.score.counted) == [0, 1, 4])
    #expect(found.map(\.score.isConfusionExpected) == [true, true, false])
  }

  @Test func `SpO2 on scale 2 waits for somebody to say whether oxygen is given`() throws {
    let high = try vitals([.spo2: 97])
    let air = try vitals([:], others: [.oxygenFlow: .roomAir])
    let oxygen = try vitals([.oxygenFlow: 2])
    let sets = [("13:10", high), ("13:11", air), ("13:12", oxygen)]
    let found = try readings(sets, scale: .two)
    #expect(found.map(\.score.missing).map { $0.contains(.spo2) } == [true, false, false])
    #expect(found.map(\.score.total) == [0, 0, 5])
    #expect(try readings(sets).map(\.score.total) == [0, 0, 2])
    #expect(found.allSatisfy { $0.spo2Scale == .two })
  }

  @Test func `says whether a value that it used waits to be verified`() throws {
    let found = try readings([
      ("13:10", try vitals([.heartRate: 172], doubtful: [.heartRate])),
      ("13:12", try vitals([.respiratoryRate: 14])), ("13:16", try vitals([.heartRate: 90])),
      ("13:17", .verification(of: EntryNumber(2))),
    ])
    #expect(found.map(\.isVerified) == [true, true, true])
    let waiting = try readings([
      ("13:10", try vitals([.heartRate: 172], doubtful: [.heartRate])),
      ("13:12", try vitals([.respiratoryRate: 14])), ("13:16", try vitals([.respiratoryRate: 14])),
    ])
    #expect(waiting.map(\.isVerified) == [false, false, true])
  }

  @Test func `shows a whole one plainly, an incomplete one never as if it were whole`() throws {
    let whole = try ScoredSession().file()
    let lines = TimelineText(whole, style: Style(width: 300)).text.replacing("\u{A0}", with: " ")
      .split(separator: "\n")
    #expect(lines.contains { $0.hasSuffix("ACVPU A, alert  NEWS2 0") })
    #expect(
      lines.contains { $0.hasSuffix("NEWS2 ≥7 (≥4 without consciousness), incomplete") }
    )
    #expect(
      !lines.contains { $0.contains("NEWS2 ≥3") },
      "one that has reached no band stands in the report's list alone"
    )
    for line in lines where line.contains("NEWS2 ≥") {
      #expect(line.contains("incomplete"))
    }
    let document = SessionReportJSON(whole).text
    #expect(document.contains("\"total\": null"))
    #expect(document.contains("\"withoutConsciousness\": null"))
  }

  @Test func `says nothing where the protocol has none`() throws {
    let sets = [("13:10", try vitals([.heartRate: 131, .respiratoryRate: 26]))]
    let without = try file(sets, within: nil)
    #expect(without.news2Readings.isEmpty)
    let text =
      TimelineText(without, style: Style(width: 120)).text
      + SessionReportText(without, style: Style(width: 120)).text
    #expect(!text.contains("NEWS2"))
    #expect(TimelineJSON(without).text.contains("\"news2\": null"))
  }
}
