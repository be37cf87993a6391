import Monitoring
import SessionRecord

/// Every score of a scale, by time.
struct ScoreSection {
  private let words: SessionWords
  private let stories: [EntryStory]

  init(_ words: SessionWords) {
    self.words = words
    stories = words.chart.standingInObservedOrder.compactMap { entry in
      guard case .scale = entry.content else { return nil }
      return EntryStory(entry.original, in: words)
    }
  }

  func add(to page: inout some Sheet) {
    page.heading("Scores")
    guard !stories.isEmpty else {
      page.add("None was entered.")
      return
    }
    page.add(EntryRows(stories, in: words))
  }
}
