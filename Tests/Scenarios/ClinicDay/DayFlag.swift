import SessionRecord

/// An overdue flag in words, so that what was found and what was reckoned can be laid side by side.
struct DayFlag: Hashable, Comparable, CustomStringConvertible {
  let description: String

  static func < (left: DayFlag, right: DayFlag) -> Bool { left.description < right.description }

  /// As the program has it; nil where it is not about time alone.
  init?(_ flag: Flag) {
    guard let cause = Reckoning.Flag(flag)?.cause, flag.confirmed == flag.raised else { return nil }
    description = DayFlag.words(
      cause,
      raised: flag.raised.milliseconds,
      cleared: flag.state.clearedAt?.milliseconds,
      isOpen: flag.isOpen,
      known: flag.known.milliseconds,
      retractedBy: flag.retractedBy?.value
    )
  }

  /// As it was reckoned.
  init(_ found: SessionHistory.Found) {
    description = DayFlag.words(
      found.flag.cause,
      raised: found.flag.raised,
      cleared: found.flag.cleared,
      isOpen: found.flag.cleared == nil && found.retractedBy == nil,
      known: found.known,
      retractedBy: found.retractedBy
    )
  }

  private static func words(
    _ cause: String,
    raised: Int,
    cleared: Int?,
    isOpen: Bool,
    known: Int,
    retractedBy: Int?
  ) -> String {
    let clock = { (instant: Int) in
      Stamp(Instant(milliseconds: instant), offsetMinutes: 60).rfc3339.dropFirst(5).prefix(14)
    }
    var text = "\(cause) raised \(clock(raised)), known \(clock(known))"
    if let cleared { text += ", cleared \(clock(cleared))" }
    if let retractedBy { text += ", retracted by #\(retractedBy)" }
    return text + (isOpen ? ", open" : "")
  }
}

extension Reckoning.Flag {
  /// The part of a flag that the reckoning of one moment has; nil where an entry raised it.
  init?(_ flag: Flag) {
    let group = flag.identity.rule.text.after("overdue.") ?? ""
    let cause: String
    switch flag.identity.cause {
    case .slot(let minutes): cause = "\(group) T+\(minutes)"
    case .baseline: cause = "\(group) baseline"
    case .silence: cause = "silence"
    case .entry: return nil
    }
    self.init(
      cause: cause,
      raised: flag.raised.milliseconds,
      cleared: flag.state.clearedAt?.milliseconds
    )
  }
}
