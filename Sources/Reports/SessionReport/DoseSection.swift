import Monitoring
import SessionRecord

/// What was given, as it was typed and in sum, with the time zero that follows from it.
struct DoseSection {
  private let words: SessionWords
  private let stories: [EntryStory]
  /// Doses whose entries stand elsewhere, and of which only the second check is said here.
  private let elsewhere: [EntryStory]

  /// *withoutInfusions* leaves out the entries that the key of a chart tells already; what they come to is
  /// said all the same.
  init(_ words: SessionWords, withoutInfusions: Bool = false) {
    self.words = words
    elsewhere =
      withoutInfusions
      ? words.chart.standingInObservedOrder.compactMap { entry in
        guard case .dose(let dose) = entry.content, dose.overMinutes != nil else { return nil }
        return EntryStory(entry.original, in: words)
      } : []
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
    let checks = SecondChecks(words.chart)
    if !stories.isEmpty {
      page.add(
        EntryRows(stories, in: words) { story in
          guard case .dose = story.content else { return nil }
          return checks.phrase(of: story.entry.number)
        }
      )
    }
    for story in elsewhere {
      page.add(
        "#\(story.entry.number) \(words.clock.clock(story.observed.instant)): "
          + checks.phrase(of: story.entry.number)
      )
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
