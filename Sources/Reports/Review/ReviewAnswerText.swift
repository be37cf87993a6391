package import Monitoring
package import SessionRecord

/// The answer to a review: what it says of what, what the session still has to be reviewed, and which
/// report is due where something was serious.
package struct ReviewAnswerText {
  private let words: SessionWords
  private let new: [EntryNumber]
  private let style: Style

  package init(_ file: SessionFile, new: [EntryNumber], style: Style) {
    words = SessionWords(file)
    self.new = new
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    AnswerHead.add(words, by: new.first.flatMap(words.entry)?.author, to: &page)
    for number in new {
      guard let entry = words.entry(number) else { continue }
      let label = "#\(number) \(words.clock.clock(entry.observed.instant)) "
      page.add(words.standing.phrase(entry.content, of: number), after: Phrase(label))
    }
    addReports(to: &page)
    page.add(Phrase(unreviewed))
    return page.text
  }

  // MARK: - Serious

  /// The reviews of this commit that call something serious.
  private var serious: [Entry] {
    new.compactMap(words.entry).filter { entry in
      if case .review(let review) = entry.content { review.verdict == .serious } else { false }
    }
  }

  private func addReports(to page: inout Page) {
    guard let first = serious.first else { return }
    let monitoringProtocol = words.file.monitoringProtocol
    let tasks = monitoringProtocol.afterCare.filter { $0.occasion == .serious }
    guard !tasks.isEmpty else {
      page.add(
        Phrase(
          "The protocol \(monitoringProtocol.id) names no report of a serious event: "
            + "who has to be told, and by when, is for the clinic to say."
        )
      )
      return
    }
    for task in tasks {
      let due = first.observed.instant + task.due
      page.add(
        Phrase("Due by \(words.clock.dateAndClock(due)): ", .strong) + Phrase(task.title)
      )
    }
    page.add(Phrase("vigil followups lists it until it is done."))
  }

  // MARK: - What is left

  private var unreviewed: String {
    let flags = words.file.assessment.flags.filter(\.awaitsReview)
    let effects = words.chart.sideEffects.filter { $0.review == nil }
    let label = words.file.session.label
    guard !flags.isEmpty || !effects.isEmpty else { return "Nothing of \(label) is unreviewed." }
    var parts: [String] = []
    if !flags.isEmpty { parts.append(numbered(flags.map(\.number))) }
    if !effects.isEmpty {
      parts.append(effects.map { "\($0.name) #\($0.onset)" }.joined(separator: ", "))
    }
    return "Unreviewed in \(label): \(parts.joined(separator: "; "))."
  }
}
