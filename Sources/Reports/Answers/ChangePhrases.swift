import Monitoring
import SessionRecord

/// What a commit did to a session's time zero and to its flags, worst first.
struct ChangePhrases {
  let words: SessionWords
  let changes: FlagChanges

  func add(to page: inout Page) {
    // What a clock does not show is no news.
    if let moved = changes.timeZeroMoved,
      words.clock.clock(moved.from) != words.clock.clock(moved.to)
        || abs((moved.to - moved.from).wholeMinutes) > 1
    {
      page.add(timeZero(moved.from, moved.to))
    }
    let crossed =
      changes.raised.map { ($0, raised($0, "raised")) }
      + changes.reopened.map { ($0, raised($0, $0.isOpen ? "open again" : "stands again")) }
      + changes.confirmed.map { ($0, confirmed($0)) }
    let worstFirst = crossed.sorted { isTold($0.0, before: $1.0) }
    for (flag, phrase) in worstFirst {
      page.add(phrase, after: label(flag))
      for line in words.text(flag).asides { page.add(line, indent: 4) }
    }
    for flag in changes.cleared { page.add(cleared(flag), after: label(flag)) }
    for flag in changes.retracted { page.add(retracted(flag), after: label(flag)) }
  }

  /// By priority; of two as high, the one about the patient.
  private func isTold(_ flag: Flag, before other: Flag) -> Bool {
    guard flag.priority == other.priority, flag.isProcess != other.isProcess else {
      return flag.isWorse(than: other)
    }
    return !flag.isProcess
  }

  /// Each slot, each count of minutes and each flag of the schedule goes by it.
  private func timeZero(_ from: Instant, _ to: Instant) -> Phrase {
    let now = words.file.assessment.asOf
    let hasSchedule = !words.file.monitoringProtocol.schedule.groups.isEmpty
    return Phrase(
      "Time zero moved from \(words.clock.clock(from, near: now)) to "
        + "\(words.clock.clock(to, near: now))\(hasSchedule ? ", and the schedule with it" : "")."
    )
  }

  private func label(_ flag: Flag) -> Phrase {
    Phrase(words.text(flag).label, Ink(flag.priority)) + " "
  }

  private func raised(_ flag: Flag, _ verb: String) -> Phrase {
    let text = words.text(flag)
    var parts = ["\(text.priority): \(text.titleWithPeak)"]
    if let limit = text.limitBesideTitle { parts.append("limit \(limit)") }
    var phrase =
      Phrase("flag \(flag.number) \(verb)\(raisedTime(flag)), ")
      + Phrase(parts.joined(separator: ", "))
    if flag.retractedBy != nil {
      phrase += Phrase(", and \(text.state)")
    } else if let by = text.repeatBy,
      let window = text.repeatWindow(asOf: words.file.assessment.asOf, near: flag.raised)
    {
      let late = by < words.file.assessment.asOf ? "within 5\u{A0}min, " : ""
      phrase += Phrase(", unconfirmed: repeat \(late)\(window)")
    } else if flag.protocolPriority != flag.priority || !flag.isOpen {
      phrase += Phrase(", \(text.state)")
    }
    return phrase
  }

  private func confirmed(_ flag: Flag) -> Phrase {
    let text = words.text(flag)
    var parts = ["\(text.state), \(text.priority): \(text.titleWithPeak)"]
    if let limit = text.limitBesideTitle { parts.append("limit \(limit)") }
    return Phrase("flag \(flag.number) " + parts.joined(separator: ", "))
  }

  private func cleared(_ flag: Flag) -> Phrase {
    let text = words.text(flag)
    return Phrase("flag \(flag.number) \(text.cleared): \(text.title)")
  }

  private func retracted(_ flag: Flag) -> Phrase {
    let raised = raisedTime(flag)
    let since = raised.isEmpty ? "" : ", raised\(raised),"
    let text = words.text(flag)
    return Phrase("flag \(flag.number)\(since) \(text.state): \(text.title)")
  }

  /// ` 14:25` for a flag that time alone raised: no entry of this answer says when.
  private func raisedTime(_ flag: Flag) -> String {
    guard words.text(flag).isOfTime else { return "" }
    return "\u{A0}" + words.clock.clock(flag.raised, near: words.file.assessment.asOf).unbroken
  }
}
