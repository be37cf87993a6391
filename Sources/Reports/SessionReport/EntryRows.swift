import Monitoring
import SessionRecord

/// Entries one below the other, each with the lines that tell what it said and says.
struct EntryRows {
  struct Row {
    /// The day, where it is another than that of the entry above; the opening's is told in the head.
    let day: Phrase?
    let story: EntryStory
    let lines: [Phrase]
  }

  let words: SessionWords
  let rows: [Row]

  /// In the order given; *remark* stands below an entry that needs one.
  init(
    _ stories: [EntryStory],
    in words: SessionWords,
    remark: (EntryStory) -> Phrase? = { _ in nil }
  ) {
    self.words = words
    let phrases = EntryPhrases(words: words)
    var days = DayLines(words, saysFirst: false)
    rows = stories.map { story in
      Row(
        day: days.line(before: story.observed.instant),
        story: story,
        lines: phrases.lines(story) + [remark(story)].compactMap(\.self)
      )
    }
  }

  func add(to page: inout Page) {
    let label = TimelineLabel(words)
    for row in rows {
      if let day = row.day { page.add(day) }
      for (place, line) in row.lines.enumerated() {
        page.add(line, after: place == 0 ? label.label(row.story) : label.empty)
      }
    }
  }
}
