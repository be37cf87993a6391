import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// Over sessions and protocols by chance; the seed is printed where something is wrong.
struct ChartTextPropertyTests {
  private static let widths = [60, 61, 72, 80, 100, 120, 200]

  @Test func `shows every value on its side of every limit, or counts it`() throws {
    var random = SeededGenerator()
    var panels = 0
    var omitted = 0
    var limits = 0
    var cut = 0
    for _ in 0..<150 {
      let seed = random.next()
      let words = SessionWords(try RandomChart.file(seed: seed))
      for ascii in [false, true] {
        let style = Style(width: random.pick(Self.widths), ascii: ascii)
        let drawing = ChartDrawing(words, style)
        let wrong = ChartCheck(drawing).all
        #expect(wrong.isEmpty, "seed \(seed), width \(style.width): \(wrong.prefix(3))")
        panels += drawing.panel == nil ? 0 : 1
        omitted += drawing.omitted.isEmpty ? 0 : 1
        limits += drawing.panel?.scale.rows.count { !$0.limits.isEmpty } ?? 0
        cut += drawing.panel?.scale.isCut == true ? 1 : 0
      }
    }
    // What is asked about was there.
    #expect(panels > 200 && omitted > 50 && limits > 300 && cut > 20)
  }

  @Test func `writes no line wider than the page, and nothing but ASCII where that is asked`()
    throws
  {
    var random = SeededGenerator()
    for _ in 0..<60 {
      let seed = random.next()
      let file = try RandomChart.file(seed: seed)
      let width = random.pick(Self.widths + [40])
      for ascii in [false, true] {
        let style = Style(width: width, ascii: ascii)
        for text in [ChartText(file, style: style).text, TimelineText(file, style: style).text] {
          let wide = ChartCheck.tooWide(text, width)
          #expect(wide.isEmpty, "seed \(seed), width \(width): \(wide.prefix(2))")
          guard ascii else { continue }
          let strange = ChartCheck.notASCII(text)
          #expect(strange.isEmpty, "seed \(seed), width \(width): \(strange.prefix(2))")
        }
      }
    }
  }

  @Test func `says how many values it left out, and the command that has them`() throws {
    var random = SeededGenerator()
    for _ in 0..<60 {
      let seed = random.next()
      let file = try RandomChart.file(seed: seed)
      let style = Style(width: random.pick(Self.widths))
      let count = ChartDrawing(SessionWords(file), style).omitted.count
      let text = ChartText(file, style: style).text
      let said = text.split(separator: "\n").first { $0.contains("did not fit") }
      let start = count == 0 ? nil : "\(count) value\(count == 1 ? "" : "s") did not fit"
      #expect(said.map { $0.hasPrefix(start ?? "never") } ?? (start == nil), "seed \(seed)")
      #expect(text.contains("vigil timeline 119 --vitals") == (count > 0), "seed \(seed)")
    }
  }

  // MARK: - Checks that can fail

  @Test func `notices a value that is gone, or counted twice`() throws {
    var check = ChartCheck(try target())
    #expect(check.all.isEmpty)
    let last = try #require(check.shown.last)
    check.shown.removeLast()
    #expect(!check.uncounted.isEmpty)
    check.omitted.append(last)
    #expect(check.uncounted.isEmpty)
    check.shown.append(last)
    #expect(!check.uncounted.isEmpty)
  }

  @Test func `notices 98 on the line of 100, and 164 under that of 160`() throws {
    let check = ChartCheck(try target())
    let row = try #require(check.limits.firstIndex { $0.contains { $0.sign == .diastolic } })
    var raised = check
    let inside = try #require(
      raised.places.firstIndex { $0.value.sign == .diastolic && $0.row == row - 1 }
    )
    raised.places[inside] = moved(raised.places[inside], to: row)
    #expect(!raised.acrossLimits.isEmpty)
    var lowered = check
    let line = try #require(check.limits.firstIndex { $0.contains { $0.sign == .systolic } })
    let outside = try #require(
      lowered.places.firstIndex { $0.value.sign == .systolic && $0.row == line }
    )
    lowered.places[outside] = moved(lowered.places[outside], to: line - 1)
    #expect(!lowered.acrossLimits.isEmpty)
  }

  @Test func `notices a value outside that lost to one inside`() throws {
    var check = ChartCheck(try target())
    let inside = try #require(check.places.first { !$0.isOutside })
    let outside = try #require(check.places.first { $0.isOutside })
    check.lost.append(
      PressurePanel.Place(
        value: outside.value,
        row: inside.row,
        column: inside.column,
        isOutside: true
      )
    )
    #expect(!check.outsideLost.isEmpty)
  }

  @Test func `notices a glyph that is not in the text, a wide line, and a strange letter`() throws {
    var check = ChartCheck(try target())
    check.rows = check.rows.map { $0.replacing("˅", with: "·") }
    #expect(!check.unseen.isEmpty)
    let text = ChartText(try TargetSession.file(), style: Style(width: 80)).text
    #expect(!ChartCheck.tooWide(text, 79).isEmpty)
    #expect(!ChartCheck.notASCII(text).isEmpty)
  }

  private func moved(_ place: PressurePanel.Place, to row: Int) -> PressurePanel.Place {
    PressurePanel.Place(
      value: place.value,
      row: row,
      column: place.column,
      isOutside: place.isOutside
    )
  }

  private func target() throws -> ChartDrawing {
    ChartDrawing(SessionWords(try TargetSession.file()), Style(width: 80))
  }
}
