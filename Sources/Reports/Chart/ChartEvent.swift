import Monitoring
import SessionRecord

/// What happened, by a letter on the chart and a line below it.
struct ChartEvent {
  /// `a` … `z`, `aa` ….
  let letter: String
  let entry: EntryNumber
  let at: Instant
  let text: Phrase

  /// Infusions as they began, went on and ended, actions, notes, marks, circumstances, and the closing
  /// with what was decided; none that was taken back, be it with the closing that it was one act with.
  static func events(in words: SessionWords) -> [ChartEvent] {
    words.chart.standingInObservedOrder.filter { entry in
      isEvent(entry) && !EntryStory(entry.original, in: words).isVoid
    }.enumerated().map { place, entry in
      ChartEvent(
        letter: letter(place),
        entry: entry.number,
        at: entry.observed.instant,
        text: words.standing.phrase(
          entry.content,
          of: entry.number,
          isVerified: entry.verifiedBy != nil
        )
      )
    }
  }

  private static func isEvent(_ entry: ChartEntry) -> Bool {
    switch entry.content {
    case .infusion, .action, .note, .mark, .closed: true
    case .dose(let dose): dose.overMinutes != nil
    case .effect(let effect): effect.name.isCircumstance
    case .leaving(.decision): true
    case .opened, .vitals, .check, .waste, .scale, .deferred, .acknowledgement, .verification,
      .amendment, .void, .leaving, .screening, .review, .addendum, .followUp, .course:
      false
    case .presence, .assigned, .moved, .clockStep: true
    }
  }

  static func letter(_ place: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let last = String(letters[place % letters.count])
    return place < letters.count ? last : letter(place / letters.count - 1) + last
  }
}
