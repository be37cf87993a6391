import Monitoring
import SessionRecord

/// What happened beside readings, doses and effects, under the letters that the chart has for it.
///
/// It is the key of the chart and the list of actions and notes in one.
struct EventMarkup {
  private let words: SessionWords
  private let letters: [EntryNumber: String]
  private let rows: EntryRows

  init(_ chart: SessionChart) {
    words = chart.words
    letters = Dictionary(
      chart.events.map { ($0.entry, $0.letter) },
      uniquingKeysWith: { first, _ in first }
    )
    let told = EventSection(words).stories
    let numbers = Set(told.map(\.entry.number))
    let others = chart.events.filter { !numbers.contains($0.entry) }
      .compactMap { chart.words.entry($0.entry) }.map { EntryStory($0, in: chart.words) }
    let all = (told + others).sorted {
      ($0.observed.instant, $0.entry.number) < ($1.observed.instant, $1.entry.number)
    }
    rows = EntryRows(all, in: words, remark: EventSection.remark)
  }

  var markup: Markup {
    var markup = Markup()
    markup.element("h2", text: "Events, actions and notes")
    markup.line()
    // With a return for each case the optimiser of Swift 6.3.1 gave back the text as it was before its last
    // line: memory that was freed where that line needed more.
    if rows.rows.isEmpty {
      markup.element("p", text: "None was entered.")
    } else {
      markup.element("ul", .class("event-key")) { list in
        list.line()
        for row in rows.rows { add(row, to: &list) }
      }
    }
    markup.line()
    return markup
  }

  private func add(_ row: EntryRows.Row, to list: inout Markup) {
    let entry = row.story.entry
    let at = row.story.observed.instant
    let clock = words.clock.clock(at, near: words.file.session.opened.instant)
    list.element("li") { item in
      if let letter = letters[entry.number] {
        item.element("b", .class("letter"), text: letter)
      } else {
        // It does not stand on the chart; its place keeps it under the others.
        item.element("span", .class("no-letter"), text: "")
      }
      item.text(" #\(entry.number) \(clock) \(entry.author.text) ")
      item.element("span", .class("p")) { $0.lines(lines(row)) }
    }
    list.line()
  }

  /// A decision is told in full where the patient's leaving is.
  private func lines(_ row: EntryRows.Row) -> [Phrase] {
    guard case .leaving(.decision(let decision)) = row.story.content, !row.story.isVoid else {
      return row.lines
    }
    return row.lines.dropLast() + [Phrase(LeavingWords.outcome(decision))]
  }
}
