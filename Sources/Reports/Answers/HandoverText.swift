import Monitoring
import SessionRecord

/// What is read back to the one who takes a session over: the flags that are open, the values that
/// wait to be verified; what is due is said at the end of the answer.
struct HandoverText {
  private let words: SessionWords
  private let handover: Handover

  init(_ handover: Handover, in words: SessionWords) {
    self.handover = handover
    self.words = words
  }

  func add(to page: inout Page) {
    addFlags(to: &page)
    addUnverified(to: &page)
    // A protocol without a schedule has nothing to say at the end.
    if words.file.monitoringProtocol.schedule.groups.isEmpty {
      page.add("Due: nothing, the protocol has no schedule.", indent: 4)
    }
  }

  private func addFlags(to page: inout Page) {
    guard !handover.flags.isEmpty else { return page.add("Open flags: none.", indent: 4) }
    page.add("Open flags: \(handover.flags.count).", indent: 4)
    for number in handover.flags {
      guard let flag = words.file.assessment.flags.first(where: { $0.number == number }) else {
        continue
      }
      let text = words.text(flag)
      let parts = ["\(text.priority): \(text.titleWithPeak)", text.state]
      page.add(
        Phrase(parts.joined(separator: ", ")),
        after: Phrase("    " + text.label, Ink(flag.priority)) + " "
      )
      let acknowledgements = text.acknowledgements
      let said = acknowledgements.isEmpty ? [Phrase(FlagText.notAcknowledged)] : acknowledgements
      for line in said + text.asides { page.add(line, indent: 8) }
    }
  }

  private func addUnverified(to page: inout Page) {
    guard !handover.unverified.isEmpty else {
      return page.add("Waiting to be verified: nothing.", indent: 4)
    }
    page.add("Waiting to be verified: \(handover.unverified.count).", indent: 4)
    for entry in handover.unverified.compactMap(words.entry) {
      let story = EntryStory(entry, in: words)
      let label = "#\(entry.number) \(words.clock.clock(story.observed.instant)) "
      page.add(EntryPhrases(words: words).standing(story), after: Phrase("    " + label))
    }
  }
}
