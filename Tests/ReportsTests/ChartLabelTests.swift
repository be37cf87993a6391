import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// Numbers and letters that stand side by side are told apart, and none is left out.
struct ChartLabelTests {
  /// Words on one line with less than a space between them.
  private static func tight(_ drawing: Drawing) -> [String] {
    let words = drawing.words.filter { $0.box.left >= PlotAxis.left - 1 }
    return words.indices.flatMap { one in
      words.indices.dropFirst(one + 1).compactMap { other -> String? in
        let (left, right) =
          words[one].box.left < words[other].box.left
          ? (words[one], words[other]) : (words[other], words[one])
        let size = left.box.height / 0.94
        guard abs(left.box.bottom - right.box.bottom) < 1 else { return nil }
        return right.box.left - left.box.right < size * 0.27
          ? "“\(left.text)”“\(right.text)”" : nil
      }
    }
  }

  /// A set every *step* minutes with one sign that changes, or does not.
  private func every(
    _ step: Int,
    _ count: Int,
    _ sign: VitalSign,
    _ quantity: (Int) throws -> Quantity
  ) throws -> SessionFile {
    var session = try AssessedSession.builtIn()
    for place in 0..<count {
      try session.add(
        ChartSessions.clock(place * step),
        .vitals(
          try Vitals([
            .heartRate: .measured(try Quantity(.heartRate, 70), verified: true),
            sign: .measured(try quantity(place), verified: true),
          ])
        )
      )
    }
    return try session.file(asOf: ChartSessions.clock(count * step))
  }

  private func texts(_ chart: SessionChart, _ sign: VitalSign) -> [String] {
    ChartSVG(chart).drawing.shapes.compactMap { shape in
      guard case .words(let words, _, _) = shape.form,
        shape.reading?.hasSuffix(" \(sign.key)") == true
      else { return nil }
      return words
    }
  }

  @Test(arguments: [2, 3, 4, 5, 6])
  func `temperatures in Fahrenheit never run together`(step: Int) throws {
    let file = try every(step, 30, .temperature) { try Quantity(fahrenheitTenths: 970 + $0) }
    let units = DisplayUnits(temperature: .fahrenheit, weight: .pounds)
    let chart = SessionChart(SessionWords(file, units: units))
    #expect(texts(chart, .temperature).count == 30)
    #expect(texts(chart, .temperature).contains("97.3"))
    let tight = ChartLabelTests.tight(ChartSVG(chart).drawing)
    #expect(tight.isEmpty, "\(tight.prefix(4))")
  }

  @Test func `respirations of seventy sets never run together, and every one stands`() throws {
    let chart = ChartSVGTests.chart(
      try every(3, 70, .respiratoryRate) { try Quantity(.respiratoryRate, $0 % 9 == 4 ? 6 : 14) }
    )
    #expect(texts(chart, .respiratoryRate).count == 70)
    #expect(texts(chart, .respiratoryRate).contains { $0.hasPrefix("6") && $0 != "6" })
    let tight = ChartLabelTests.tight(ChartSVG(chart).drawing)
    #expect(tight.isEmpty, "\(tight.prefix(4))")
  }

  @Test func `equal levels close together read as no longer number`() throws {
    let chart = ChartSVGTests.chart(try every(1, 70, .moaas) { _ in try Quantity(.moaas, 5) })
    let drawing = ChartSVG(chart).drawing
    #expect(drawing.shapes.count { $0.reading?.hasSuffix(" moaas") == true } == 70)
    #expect(texts(chart, .moaas).count > 10)
    let tight = ChartLabelTests.tight(drawing)
    #expect(tight.isEmpty, "\(tight.prefix(4))")
  }

  @Test func `no words run together in any session`() throws {
    for (name, chart) in try ChartSVGTests.sessions() {
      let tight = ChartLabelTests.tight(ChartSVG(chart).drawing)
      #expect(tight.isEmpty, "\(name): \(tight.prefix(4))")
    }
  }

  @Test func `a pressure too low to read is not marked as one that was not obtained`() throws {
    var session = try AssessedSession.builtIn()
    try session.add("13:05", try set(118, 74, 70, 98))
    try session.add(
      "13:20",
      try vitals([.heartRate: 40], others: [.systolic: .unrecordable, .diastolic: .unrecordable])
    )
    let chart = ChartSVGTests.chart(try session.file(asOf: "13:30"))
    let words = ChartSVG(chart).drawing.words.map(\.text)
    #expect(words.contains("BP●"))
    #expect(!words.contains { $0.contains("BP×") })
    let legend = ChartLegend(chart).drawing.shapes.words.map(\.text)
    #expect(legend.contains("too low to read"))
    #expect(!legend.contains("looked for, no value"))
    try session.add("13:25", try ScheduledSession.cuffError())
    let both = ChartSVGTests.chart(try session.file(asOf: "13:30"))
    let marks = ChartSVG(both).drawing.words.map(\.text)
    #expect(marks.contains("BP●") && marks.contains { $0.contains("BP×") })
    #expect(ChartLegend(both).drawing.shapes.words.map(\.text).contains("looked for, no value"))
  }
}
