import SessionRecord

/// A moment of a flag's life as one line of a timeline.
struct FlagPhrases {
  let words: SessionWords

  func phrase(_ flag: Flag, _ moment: FlagMoment) -> Phrase {
    let text = words.text(flag)
    let name = Phrase(text.label, Ink(flag.priority)) + " "
    switch moment {
    case .raised:
      let line = raised(text) + asides(text)
      guard let entry = flag.retractedBy else { return name + line }
      return name + line.inked(.struck) + "  retracted by #\(entry)"
    case .confirmed:
      let confirmation = text.confirmation ?? text.state
      return name + standing(flag, "\(confirmation), now \(text.priority): \(text.title)")
        + stop(text)
    case .backInside:
      let lasted = (flag.backInside ?? flag.raised) - flag.raised
      let soFar = flag.isOpen ? " so far" : ""
      return name
        + standing(flag, "back inside\(soFar) after \(SpanText.duration(lasted)): \(text.title)")
    case .cleared:
      let onRepeat = if case .clearedOnRepeat = flag.state { " on repeat" } else { "" }
      return name + standing(flag, "cleared\(onRepeat): \(text.title)")
    case .retracted:
      let cause = flag.retractedBy.map { " by #\($0)" } ?? ""
      return name + "retracted\(cause): \(text.title)"
    }
  }

  /// The clinic's own words, and that a stop criterion was met if that was at once.
  private func asides(_ text: FlagText) -> Phrase {
    let own = text.own.map { "  " + $0 } ?? ""
    return text.flag.confirmed == text.flag.raised ? own + stop(text) : own
  }

  private func stop(_ text: FlagText) -> Phrase { text.stopLine.map { "  " + $0 } ?? "" }

  /// Struck out where the flag is retracted.
  private func standing(_ flag: Flag, _ words: String) -> Phrase {
    flag.retractedBy == nil ? Phrase(words) : Phrase(words).inked(.struck)
  }

  private func raised(_ text: FlagText) -> Phrase {
    let flag = text.flag
    let priority = flag.protocolPriority == flag.priority ? text.priority : initialPriority(flag)
    var parts = ["flag \(flag.number) raised, \(priority): \(text.titleWithFirst)"]
    if let limit = text.limitBesideTitle { parts.append("limit \(limit)") }
    if !text.isOfTime {
      parts.append(flag.confirmed == flag.raised ? "confirmed at once" : "unconfirmed")
    }
    if flag.known - flag.raised >= .minutes(1) {
      parts.append("known \(words.clock.clock(flag.known, near: flag.raised))")
    }
    return Phrase(parts.joined(separator: ", "))
  }

  private func initialPriority(_ flag: Flag) -> String {
    "\(flag.protocolPriority.word)\u{A0}priority"
  }
}
