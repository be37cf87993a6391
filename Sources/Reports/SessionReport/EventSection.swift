import Monitoring
import SessionRecord

/// Actions, notes, circumstances and what else was entered, by time.
struct EventSection {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  func add(to page: inout some Sheet) {
    page.heading("Actions and notes")
    let stories = stories
    guard !stories.isEmpty else {
      page.add("None was entered.")
      return
    }
    page.add(EntryRows(stories, in: words, remark: EventSection.remark))
  }

  /// Below an acknowledgement whose flag is gone.
  static func remark(_ story: EntryStory) -> Phrase? {
    guard case .acknowledgement = story.content else { return nil }
    return "It stands on no flag: what it names is retracted."
  }

  var stories: [EntryStory] {
    let onFlags = Set(words.file.assessment.flags.flatMap { $0.acknowledgements.map(\.entry) })
    return words.chart.standingInObservedOrder.filter { entry in
      switch entry.content {
      case .action, .note, .mark, .deferred, .verification, .closed: true
      // The line or the chaperone of a remote patient.
      case .effect(let effect): effect.name.isCircumstance
      // Those on a flag stand below it.
      case .acknowledgement: !onFlags.contains(entry.number)
      // Scores have a section of their own.
      case .scale: false
      case .opened, .vitals, .dose, .infusion, .check, .waste, .amendment, .void,
        .leaving, .screening, .review, .addendum, .followUp, .course:
        false
      case .presence, .assigned, .moved, .clockStep: true
      }
    }.map { EntryStory($0.original, in: words) }
  }
}
