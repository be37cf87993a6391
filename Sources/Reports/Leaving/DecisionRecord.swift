import Monitoring
import SessionRecord

/// The decision that the patient leaves, as it stands, with all that was recorded with it.
struct DecisionRecord {
  let entry: ChartEntry
  let decision: LeavingDecision
  private let words: SessionWords

  /// Nil where none stands.
  init?(_ words: SessionWords) {
    guard let found = words.chart.leavingDecision else { return nil }
    (entry, decision) = found
    self.words = words
  }

  /// That there is none: it was never recorded, or which were withdrawn.
  static func none(_ words: SessionWords) -> Phrase {
    let withdrawn = words.file.log.map { EntryStory($0, in: words) }.filter { story in
      if case .leaving(.decision) = story.content { story.isVoid } else { false }
    }
    guard !withdrawn.isEmpty else { return "No decision recorded." }
    let taken = withdrawn.map { story in
      "#\(story.entry.number) was withdrawn" + (story.void.map { " by #\($0.number)" } ?? "")
    }
    return Phrase("No decision stands: \(taken.joined(separator: ", ")).")
  }

  struct Line {
    let label: Phrase
    let phrase: Phrase
  }

  /// The decision with its number and time, then a line for each thing that was recorded with it.
  var lines: [Line] {
    let at = entry.observed.instant
    let time = words.clock.clock(at, near: words.file.session.opened.instant)
    let head = Line(
      label: "#\(entry.number) \(time) \(words.sinceTimeZero(at)) ",
      phrase: Phrase(LeavingWords.outcome(decision))
    )
    return [head] + details.map { Line(label: "  ", phrase: $0) }
  }

  /// Without the decision itself.
  var details: [Phrase] {
    var lines = decision.unmet.map { Phrase(LeavingWords.unmet($0)) }
    lines.append(said("escort", decision.escort) { $0 == .escort })
    lines.append(said("instructions", decision.instructions) { $0 == .instructions })
    if let minute = LeavingWords.readyMinute(decision) {
      let typed = words.clock.clock(
        entry.original.recorded.instant,
        near: words.file.session.opened.instant
      )
      lines.append(Phrase("\(minute), typed at \(typed) by \(entry.original.author)"))
    }
    return lines
  }

  /// What was said with the decision, or with an answer before it.
  private func said(
    _ name: String,
    _ words: String?,
    for asks: (LeavingRequirement) -> Bool
  ) -> Phrase {
    if let words { return Phrase("\(name): \(words)") }
    let criterion = self.words.file.monitoringProtocol.leaving.first { asks($0.requirement) }
    guard let criterion,
      let (number, answered) = self.words.chart.answer(to: criterion.id, before: entry.number)
    else {
      return Phrase("\(name): none recorded")
    }
    return Phrase("\(name): \(answered) (#\(number))")
  }
}
