import Monitoring
import SessionRecord

/// What was given, as it was typed and in sum, with the time zero that follows from it.
struct DoseSection {
  private let words: SessionWords
  private let stories: [EntryStory]

  /// *withoutInfusions* leaves out the entries that the key of a chart tells already; what they come to is
  /// said all the same.
  init(_ words: SessionWords, withoutInfusions: Bool = false) {
    self.words = words
    stories = words.chart.standingInObservedOrder.compactMap { entry in
      switch entry.content {
      case .dose(let dose):
        withoutInfusions && dose.overMinutes != nil ? nil : EntryStory(entry.original, in: words)
      case .infusion: withoutInfusions ? nil : EntryStory(entry.original, in: words)
      case .check, .waste: EntryStory(entry.original, in: words)
      default: nil
      }
    }
  }

  func add(to page: inout some Sheet) {
    page.heading("Doses")
    if stories.isEmpty, words.file.exposure.given.isEmpty { page.add("No dose was entered.") }
    if !stories.isEmpty { page.add(EntryRows(stories, in: words)) }
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
