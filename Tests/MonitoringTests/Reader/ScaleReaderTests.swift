import Foundation
import Monitoring
import SessionRecord
import Testing

@Suite struct ScaleReaderTests {
  private let wide: MonitoringProtocol

  init() throws {
    wide = try MonitoringProtocol(reading: Array(WideProtocol.text.utf8), from: "ours.json")
  }

  @Test func `reads names, ranges, directions, items and cut-offs, in the file's order`() {
    let phq = Scale(
      name: "phq-9",
      title: "PHQ-9",
      range: 0...27,
      items: Scale.Items(count: 9, points: 0...3),
      levels: [Scale.Level(from: 5, name: "mild"), Scale.Level(from: 10, name: "more")]
    )
    let moaas = Scale(name: "moaas", title: "MOAA/S", range: 0...5, worse: .lower, sign: .moaas)
    let itq = Scale(
      name: "itq",
      title: "ITQ",
      range: 0...2,
      scoring: .itq,
      items: TraumaQuestionnaire.items
    )
    let nrs = Scale(name: "nrs", title: "NRS", range: 0...10)
    #expect(wide.scales.map(\.scale) == [phq, moaas, itq, nrs])
  }

  @Test func `keeps on what each scale stands`() {
    let bases =
      [Basis(.general, sources: ["ours"])]
      + Array(repeating: Basis(.clinic, sources: ["ours"]), count: 3)
    #expect(wide.scales.map(\.basis) == bases)
  }

  @Test func `keeps how far back a value counts for NEWS2`() {
    #expect(
      wide.news2
        == NEWS2Terms(within: .minutes(5), basis: Basis(.clinic, sources: ["ours"]))
    )
  }

  @Test func `a protocol may be without scales and NEWS2`() throws {
    let text = SmallProtocol.text
    let scales = try #require(text.range(of: #" "scales": [{"#))
    let rules = try #require(text.range(of: "\n  \"rules\""))
    let schedule = try #require(text.range(of: ",\n  \"schedule\""))
    let bare = text[..<scales.lowerBound] + text[rules.lowerBound..<schedule.lowerBound] + "\n}"
    let found = try MonitoringProtocol(reading: Array(bare.utf8), from: "ours.json")
    #expect(found.scales.isEmpty)
    #expect(found.news2 == nil)
  }
}
