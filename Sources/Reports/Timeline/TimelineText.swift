package import Monitoring
import SessionRecord

/// A session as a chart, where there is something to draw, and entry by entry, with its flags in place,
/// what was struck out, and what was not kept in time.
package struct TimelineText {
  private let words: SessionWords
  private let style: Style
  private let vitalsOnly: Bool

  /// *vitalsOnly* gives the table of every set instead: times down, signs across.
  package init(_ file: SessionFile, style: Style, vitalsOnly: Bool = false) {
    words = SessionWords(file)
    self.style = style
    self.vitalsOnly = vitalsOnly
  }

  /// Everything, of a session that was put into words already.
  init(_ words: SessionWords, style: Style) {
    self.words = words
    self.style = style
    vitalsOnly = false
  }

  package var text: String {
    var page = Page(style)
    SessionHead(words: words, openWord: "OPEN").add(to: &page)
    if vitalsOnly {
      VitalsTable(words).add(to: &page)
    } else {
      addChart(to: &page)
      addList(to: &page)
    }
    return page.text
  }

  /// Where the page is wide enough and a set stands; the list tells all of it.
  private func addChart(to page: inout Page) {
    guard style.width >= ChartDrawing.leastWidth else { return }
    let drawing = ChartDrawing(words, style)
    guard drawing.hasSets else { return }
    drawing.addChart(to: &page)
    page.rule()
    if !drawing.chart.events.isEmpty {
      drawing.addKey(to: &page)
      page.rule()
    }
    drawing.addLegend(to: &page)
    page.rule()
  }

  /// Entry by entry, what was given, and what the marks mean.
  func addList(to page: inout Page) {
    addRows(to: &page)
    page.rule()
    for line in GivenText(words).lines(words.file.exposure) { page.add(line) }
    page.add(legend)
    page.add(Phrase(SessionReportText.statements[0]))
  }

  private func addRows(to page: inout Page) {
    let rows = TimelineRows(words).rows
    let layout = TimelineLabel(words)
    let phrases = EntryPhrases(words: words)
    var days = DayLines(words, saysFirst: true)
    for row in rows {
      if let day = days.line(before: row.at) { page.add(day) }
      switch row.subject {
      case .entry(let story):
        for (place, line) in phrases.lines(story).enumerated() {
          page.add(line, after: place == 0 ? layout.label(story) : layout.empty)
        }
      case .flag(let flag, let moment):
        page.add(FlagPhrases(words: words).phrase(flag, moment), after: layout.label(row.at))
      case .slot(let slot, _):
        page.add(Phrase("— \(slot.text)"), after: layout.label(row.at))
      case .gap(let gap):
        page.add(Phrase("– \(gap.text(words.clock, near: gap.from)) –"), after: layout.empty)
      }
    }
  }

  private var legend: Phrase {
    var parts = [
      "T+ minutes since time zero", "~~ ~~ no longer stands", "? unverified",
      "▲ ▼ ● flag and its number",
    ]
    if !words.file.monitoringProtocol.schedule.groups.isEmpty { parts.append("— not kept in time") }
    parts.append("– – no reading for more than 20 min")
    return parts.map { Phrase($0.unbroken) }.joined("  ")
  }
}

/// The left edge of a timeline: number, clock time, time since the first dose, author.
struct TimelineLabel {
  private let words: SessionWords
  private let numberWidth: Int
  private let timeWidth: Int
  private let authorWidth: Int

  init(_ words: SessionWords) {
    self.words = words
    numberWidth = 1 + String(words.file.log.count).count
    let times = words.file.log.map { words.sinceTimeZero($0.observed.instant).count }
    timeWidth = max(4, times.max() ?? 4)
    let authors = words.file.log.map { DisplayWidth.of(ShownText($0.author.text).text) }
    authorWidth = min(12, authors.max() ?? 2)
  }

  func label(_ story: EntryStory) -> Phrase {
    let number = "#\(story.entry.number)"
    let author = story.entry.author.text
    return Phrase(
      "\(TimelineLabel.right(number, numberWidth)) \(times(story.observed.instant)) "
        + "\(TimelineLabel.left(author, authorWidth))  "
    )
  }

  func label(_ at: Instant) -> Phrase {
    Phrase(
      "\(TimelineLabel.right("", numberWidth)) \(times(at)) \(TimelineLabel.left("", authorWidth))  "
    )
  }

  var empty: Phrase {
    Phrase(String(repeating: " ", count: numberWidth + timeWidth + authorWidth + 10))
  }

  private func times(_ at: Instant) -> String {
    words.clock.clock(at) + " " + TimelineLabel.left(words.sinceTimeZero(at), timeWidth)
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(ShownText(text).text)))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
