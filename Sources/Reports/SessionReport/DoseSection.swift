import Monitoring
import SessionRecord

/// What was given, as it was typed and in sum, with the time zero that follows from it.
struct DoseSection {
  private let words: SessionWords
  private let stories: [EntryStory]

  init(_ words: SessionWords) {
    self.words = words
    stories = words.chart.standingInObservedOrder.compactMap { entry in
      switch entry.content {
      case .dose, .infusion, .check, .waste: EntryStory(entry.original, in: words)
      default: nil
      }
    }
  }

  func add(to page: inout Page) {
    page.heading("Doses")
    if stories.isEmpty { page.add("No dose was entered.") }
    let phrases = EntryPhrases(words: words)
    for story in stories {
      let at = story.observed.instant
      let clock = words.clock.clock(at, near: words.file.session.opened.instant)
      let label: Phrase = "#\(story.entry.number) \(clock) \(words.sinceTimeZero(at)) "
      for line in phrases.lines(story) { page.add(line, after: label) }
    }
    for line in GivenText(words).lines(words.file.exposure) { page.add(line) }
    let drug = words.file.monitoringProtocol.formulary.ownDrug
    if let timeZero = words.file.assessment.timeZero {
      page.add(
        "Time zero: \(words.clock.dateAndClock(timeZero)), when \(drug) began."
      )
    } else {
      page.add(
        "Time zero: none, no dose of \(drug) stands."
      )
    }
    page.add(BaselineText(words).phrase)
  }
}
