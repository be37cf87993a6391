import Monitoring
import SessionRecord

/// Actions, notes, scores and what else was entered, by time.
struct EventSection {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  func add(to page: inout Page) {
    page.heading("Actions, notes and scores")
    let entries = words.chart.standingInObservedOrder.filter { entry in
      switch entry.content {
      case .action, .note, .mark, .scale, .deferred, .verification, .closed: true
      case .opened, .vitals, .effect, .dose, .infusion, .check, .waste, .acknowledgement,
        .amendment, .void:
        false
      }
    }
    guard !entries.isEmpty else {
      page.add("None was entered.")
      return
    }
    let label = TimelineLabel(words)
    let phrases = EntryPhrases(words: words)
    for entry in entries {
      let story = EntryStory(entry.original, in: words)
      for (place, line) in phrases.lines(story).enumerated() {
        page.add(line, after: place == 0 ? label.label(story) : label.empty)
      }
    }
  }
}
