import Monitoring
import SessionRecord

/// Every flag with its limit, its life, and what was done.
struct FlagSection {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  func add(to page: inout Page) {
    let flags = words.file.assessment.flags
    page.heading("Flags")
    page.add(FlagTally(flags).phrase)
    for flag in flags where !flag.isProcess { add(flag, to: &page) }
    let process = flags.filter(\.isProcess)
    if !process.isEmpty {
      page.add("About the record itself (process):")
      for flag in process { add(flag, to: &page) }
    }
  }

  private func add(_ flag: Flag, to page: inout Page) {
    let text = words.text(flag)
    let raised = words.clock.clock(flag.raised, near: words.file.session.opened.instant)
    let label: Phrase = Phrase(text.label, Ink(flag.priority)) + " "
    var head = Phrase("\(raised) \(words.sinceTimeZero(flag.raised)) ") + Phrase(text.title)
    if flag.retractedBy != nil { head = head.inked(.struck) }
    var life = [text.priority]
    if case .cleared = flag.state, flag.retractedBy == nil, let confirmation = text.confirmation {
      life.append(confirmation)
    }
    life.append(text.state)
    page.add(head + Phrase("  " + life.joined(separator: ", ")), after: label)
    let indent = DisplayWidth.of(text.label) + 1
    var facts: [String] = []
    if let limit = text.limit { facts.append("limit \(limit)") }
    if let peak = text.peak, let entry = flag.peak?.entry {
      facts.append(peak == "entry #\(entry)" ? peak : "peak \(peak) (#\(entry))")
    }
    if flag.readings.count > 1 { facts.append("\(flag.readings.count) readings") }
    facts.append("rule \(flag.identity.rule.text)")
    page.add(Phrase(facts.joined(separator: ", ")), indent: indent)
    for line in text.asides { page.add(line, indent: indent) }
    if flag.retractedBy == nil, text.hasInside {
      page.add(Phrase("\(text.backInside); \(text.cleared)"), indent: indent)
    } else if flag.retractedBy == nil {
      page.add(Phrase(text.cleared), indent: indent)
    }
    for acknowledgement in text.acknowledgements { page.add(acknowledgement, indent: indent) }
    if flag.acknowledgements.isEmpty { page.add("not acknowledged", indent: indent) }
  }
}

/// How many flags, clinical and process apart; retracted ones are told and not counted.
struct FlagTally {
  private let flags: [Flag]

  init(_ flags: [Flag]) { self.flags = flags }

  var phrase: Phrase {
    guard !flags.isEmpty else { return "None." }
    let standing = flags.filter { $0.retractedBy == nil }
    let clinical = standing.filter { !$0.isProcess }
    let process = standing.filter(\.isProcess)
    var parts = ["\(clinical.count) clinical" + FlagTally.byPriority(clinical.map(\.priority))]
    if !process.isEmpty { parts.append("\(process.count) process") }
    let open = standing.filter(\.isOpen).count
    if open > 0 { parts.append("\(open) still open") }
    let waiting = standing.filter { !$0.isAcknowledged }.count
    if waiting > 0 { parts.append("\(waiting) not acknowledged") }
    let retracted = flags.count - standing.count
    if retracted > 0 { parts.append("\(retracted) retracted, not counted") }
    return Phrase(parts.joined(separator: "; ") + ".")
  }

  static func byPriority(_ priorities: [Priority]) -> String {
    let counts = Priority.allCases.reversed().compactMap { priority -> String? in
      let count = priorities.count { $0 == priority }
      return count == 0 ? nil : "\(count) \(priority.word)"
    }
    return counts.isEmpty ? "" : " (\(counts.joined(separator: ", ")))"
  }
}
