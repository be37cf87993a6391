import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// What is drawn says nothing of a time in which nobody looked, whatever the schedule tells of it.
struct ChartGapTests {
  /// Read to 14:00 and again at 15:28; the slots between say that they were missed.
  private func missed() throws -> SessionFile {
    var session = try AssessedSession.builtIn()
    try ChartSessions.add("13:20", 124, 78, 72, 98, to: &session)
    try session.add("13:30", try ScheduledSession.ketamine())
    for time in ["13:40", "13:50", "14:00"] {
      try ChartSessions.add(time, 138, 84, 80, 97, to: &session)
    }
    try session.add("14:10", .infusion(.stop(given: .notSaid)))
    for time in ["15:28", "15:38"] { try ChartSessions.add(time, 126, 80, 74, 98, to: &session) }
    return try session.file(asOf: "15:40")
  }

  /// Pressures every ten minutes from 13:00; the other signs only at these minutes.
  private func partly(_ minutes: [Int], until last: Int) throws -> SessionFile {
    var session = try AssessedSession.builtIn()
    for minute in 0...last where minute % 10 == 0 || minutes.contains(minute) {
      let time = ChartSessions.clock(minute)
      if minutes.contains(minute) {
        try ChartSessions.add(time, 124, 78, 72, 98, to: &session)
      } else {
        try session.add(time, try vitals([.systolic: 122, .diastolic: 77]))
      }
    }
    return try session.file(asOf: ChartSessions.clock(last + 1))
  }

  /// Pairs of readings of one sign that a line or a box joins, by their entries.
  private static func joined(_ chart: SessionChart, _ sign: VitalSign) -> [(Instant, Instant)] {
    let svg = ChartSVG(chart)
    let sets = Dictionary(
      chart.sets.map { (ReadingPoint.name($0.entry, sign), $0) },
      uniquingKeysWith: { one, _ in one }
    )
    if LevelBoxes.signs.contains(sign) { return boxed(svg.drawing, sets) }
    let points = svg.points.filter { $0.sign == sign }
    let panel = sign == .spo2 ? svg.panels.oxygen : svg.panels.pressure
    let lines = ChartSVGLineTests.pieces(svg.drawing, sign == .spo2 ? "mute-s" : "blue-s")
    return lines.filter { panel.contains($0.from) && panel.contains($0.to) }.compactMap { line in
      // To a tenth of a point two sets may stand on one spot; a line that is too long is so from each of them.
      let ends = [line.from, line.to].map { end in
        points.filter { abs($0.spot.x - end.x) < 0.06 && abs($0.spot.y - end.y) < 0.06 }
          .map(\.set.at)
      }
      guard let from = ends[0].max(), let to = ends[1].min() else { return nil }
      return (from, to)
    }
  }

  /// What stands one after the other on one box.
  private static func boxed(_ drawing: Drawing, _ sets: [String: ChartSet]) -> [(Instant, Instant)]
  {
    var pairs: [(Instant, Instant)] = []
    var last: Instant?
    for shape in drawing.shapes {
      if case .box = shape.form, shape.paint.name.hasPrefix("lev") { last = nil }
      guard let name = shape.reading, let set = sets[name] else { continue }
      if let last { pairs.append((last, set.at)) }
      last = set.at
    }
    return pairs
  }

  private static let signs: [VitalSign] = [.heartRate, .spo2, .consciousness, .moaas, .rass]

  private static func tooLong(_ pairs: [(Instant, Instant)]) -> [Int] {
    pairs.map { ($0.1 - $0.0).wholeMinutes }.filter { $0 > 20 }
  }

  // MARK: - Sessions by hand

  @Test func `breaks every line where slots of the schedule say missed`() throws {
    let chart = ChartSVGTests.chart(try missed())
    // The timeline's list leaves it to the lines of the schedule.
    #expect(!Gap.gaps(in: chart.words.file).contains { ($0.to - $0.from).wholeMinutes == 88 })
    for sign in ChartGapTests.signs where sign != .rass {
      let pairs = ChartGapTests.joined(chart, sign)
      #expect(ChartGapTests.tooLong(pairs).isEmpty, "\(sign)")
      #expect(pairs.count == 4, "\(sign): \(pairs.count)")
    }
  }

  @Test func `says it in words, on the page and in the terminal`() throws {
    let chart = ChartSVGTests.chart(try missed())
    let html = ChartSVG(chart).markup.html.spaced
    #expect(html.contains(">88 min without a reading<"))
    #expect(html.contains("88 min without a reading, 14:00 to 15:28."))
    let text = ChartText(try missed(), style: Style(width: 100)).text.spaced
    #expect(text.contains(" 88 min without a reading, 14:00 to 15:28 "))
    #expect(text.contains("no reading for more than 20 min"))
  }

  @Test func `joins no readings over sets that lack the sign`() throws {
    let chart = ChartSVGTests.chart(try partly([0, 175], until: 180))
    #expect(chart.gaps.isEmpty)
    for sign in ChartGapTests.signs {
      #expect(ChartGapTests.joined(chart, sign).isEmpty, "\(sign)")
    }
    let boxes = ChartSVG(chart).drawing.shapes.filter { $0.paint.name.hasPrefix("lev") }
    #expect(boxes.count == 4)
  }

  @Test func `joins what is twenty minutes apart and not what is twenty-one`() throws {
    let near = ChartSVGTests.chart(try partly([5, 25], until: 30))
    let far = ChartSVGTests.chart(try partly([5, 26], until: 30))
    for sign in ChartGapTests.signs where sign != .rass {
      #expect(ChartGapTests.joined(near, sign).count == 1, "\(sign)")
      #expect(ChartGapTests.joined(far, sign).isEmpty, "\(sign)")
    }
  }

  @Test func `a decision that was taken back with its closing is no event`() throws {
    var session = try ScheduledSession.left()
    try session.add("15:34", .void(Voiding(of: EntryNumber(35), reason: .because("too soon"))))
    let open = ChartSVGTests.chart(try session.file(asOf: "15:35"))
    #expect(!EventKey(open).markup.html.spaced.contains("patient leaves"))
    try session.leave(
      "15:36",
      try LeavingDecision(.criteriaMet, decidedBy: try ClinicianCode("MB"))
    )
    let file = try session.file(asOf: "15:40")
    let texts = ChartSVGTests.chart(file).events.map { $0.text.text.spaced }
    #expect(texts.count { $0.contains("patient leaves") } == 1)
    #expect(texts.count { $0.contains("session closed") } == 1)
    #expect(!ChartText(file, style: Style(width: 200)).text.spaced.contains("decided by LH"))
  }

  // MARK: - Sessions at random

  @Test func `no line and no box goes over more than twenty minutes`() throws {
    var seeds = SeededGenerator()
    var joined = 0
    var apart = 0
    for _ in 0..<40 {
      var random = SeededGenerator(seed: seeds.next())
      let seed = random.seed
      let chart = ChartSVGTests.chart(try ChartRandom.file(&random))
      for sign in ChartGapTests.signs {
        let pairs = ChartGapTests.joined(chart, sign)
        let wrong = ChartGapTests.tooLong(pairs)
        #expect(wrong.isEmpty, "seed \(seed), \(sign): \(wrong) minutes")
        joined += pairs.count
        let times = chart.sets.filter { $0.values[sign] != nil }.map(\.at)
        apart += ChartGapTests.tooLong(Array(zip(times, times.dropFirst()))).count
      }
    }
    // What is asked about was there.
    #expect(joined > 500 && apart > 50)
  }

  @Test func `every time without a set is marked and said, on the page and in the terminal`() throws
  {
    var seeds = SeededGenerator()
    var found = 0
    for _ in 0..<40 {
      var random = SeededGenerator(seed: seeds.next())
      let seed = random.seed
      let chart = ChartSVGTests.chart(try ChartRandom.file(&random))
      let times = chart.sets.filter { !$0.values.isEmpty }.map(\.at)
      for (from, to) in zip(times, times.dropFirst()) where (to - from).wholeMinutes > 20 {
        found += 1
        #expect(chart.gaps.contains { $0.from == from && $0.to == to }, "seed \(seed)")
      }
      let shapes = ChartSVG(chart).drawing.shapes.count { shape in
        guard case .line(let from, let to) = shape.form else { return false }
        return shape.paint.name == Paint.gap.name && from.y == to.y && from.x < to.x
      }
      #expect(shapes >= chart.gaps.count, "seed \(seed)")
      let drawing = ChartDrawing(chart.words, Style(width: 100))
      var page = Page(drawing.style)
      drawing.addChart(to: &page)
      let text = page.text.spaced
      for gap in chart.gaps {
        let words = SpanText.duration(gap.to - gap.from).spaced
        #expect(text.contains(words), "seed \(seed): \(words)")
      }
    }
    #expect(found > 20)
  }
}
