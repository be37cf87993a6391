import Monitoring
import SessionRecord

/// Actions, notes, scores, circumstances and what else was entered, by time.
struct EventSection {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  func add(to page: inout Page) {
    page.heading("Actions, notes and scores")
    let onFlags = Set(words.file.assessment.flags.flatMap { $0.acknowledgements.map(\.entry) })
    let entries = words.chart.standingInObservedOrder.filter { entry in
      switch entry.content {
      case .action, .note, .mark, .scale, .deferred, .verification, .closed: true
      // The line or the chaperone of a remote patient.
      case .effect(let effect): effect.name.isCircumstance
      // Those on a flag stand below it.
      case .acknowledgement: !onFlags.contains(entry.number)
      case .opened, .vitals, .dose, .infusion, .check, .waste, .amendment, .void,
        .leaving:
        false
      }
    }
    guard !entries.isEmpty else {
      page.add("None was entered.")
      return
    }
    let label = TimelineLabel(words)
    let phrases = EntryPhrases(words: words)
    var days = DayLines(words, saysFirst: false)
    for entry in entries {
      let story = EntryStory(entry.original, in: words)
      if let day = days.line(before: story.observed.instant) { page.add(day) }
      for (place, line) in phrases.lines(story).enumerated() {
        page.add(line, after: place == 0 ? label.label(story) : label.empty)
      }
      if case .acknowledgement = entry.content {
        page.add("It stands on no flag: what it names is retracted.", after: label.empty)
      }
    }
  }
}
