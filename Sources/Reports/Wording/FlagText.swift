import Monitoring
import SessionRecord

/// A flag in words: what it is, its limit, where it stands.
struct FlagText {
  let flag: Flag
  let values: ValueText
  let clock: SessionClock

  /// `▲3`, `▼3` or `●3`, by the side of the limit that was crossed.
  var label: String { FlagText.glyph(of: flag) + "\(flag.number)" }

  static func glyph(of flag: Flag) -> String {
    guard let limit = numericLimit(of: flag) else { return "●" }
    return limit.comparison.isUpper ? "▲" : "▼"
  }

  /// The limit as a number; a level of consciousness is in the title, by its letter.
  static func numericLimit(of flag: Flag) -> BrokenLimit? {
    flag.measure == .sign(.consciousness) ? nil : flag.limit
  }

  /// Whether time alone raised it, so that no entry stands for when that was.
  var isOfTime: Bool { flag.identity.entry == nil }

  /// `high priority`; a process flag says that it is one.
  var priority: String {
    "\(flag.priority.word)\u{A0}priority" + (flag.isProcess ? " (process)" : "")
  }

  /// By when a repeat is asked for, while it is unconfirmed; it decides until ten minutes after.
  var repeatBy: Instant? {
    flag.isOpen && flag.state == .unconfirmed ? flag.raised + FlagText.askedWithin : nil
  }

  /// When a repeat is asked for, after the first reading.
  ///
  /// Proposed by this project after one clinic's practice of two readings five minutes apart (a
  /// protocol's source `clinic-forum`); no publication claims it.
  private static let askedWithin = TimeSpan.minutes(5)

  /// The rule's title.
  var title: String { flag.title }

  /// `limit at or over 180 mmHg`; nil for rules without one.
  var limit: String? {
    guard let limit = FlagText.numericLimit(of: flag), case .sign(let sign) = flag.measure else {
      return nil
    }
    return values.limit(limit, of: sign)
  }

  /// The limit where the title does not already say it.
  var limitBesideTitle: String? {
    guard let limit = FlagText.numericLimit(of: flag), case .sign(let sign) = flag.measure else {
      return nil
    }
    let number = values.limitNumber(limit, of: sign)
    let isSaid =
      limit.baseline == nil
      && title.split(separator: " ").contains { $0 == number || $0 == number + sign.unitSuffix }
    return isSaid ? nil : values.limit(limit, of: sign)
  }

  /// The value furthest beyond the limit, or the effect as it was graded.
  var peak: String? { flag.peak.map(said) }

  /// The value that first broke it.
  var first: String? { flag.readings.first.map(said) }

  /// `SpO2 at or under 93%: 91%`, with the value furthest beyond the limit.
  var titleWithPeak: String { title(with: flag.peak ?? flag.readings.first) }

  /// The same with the value that first broke it.
  var titleWithFirst: String { title(with: flag.readings.first) }

  private func title(with reading: BreakingReading?) -> String {
    guard let reading else { return title }
    guard let effect = reading.effect else {
      // `blood pressure unrecordable` says it already.
      let said = said(reading)
      let isSaid = reading.quantity == nil && title.hasSuffix(said)
      return isSaid ? title : "\(title): \(said)"
    }
    return title(with: effect)
  }

  /// The title has named the effect already, and perhaps how severe it is or that it distresses.
  private func title(with effect: SideEffect) -> String {
    let name = effect.name.text
    let words = EffectText.words(effect)
    if words.hasPrefix(title) { return words }
    var rest = String(words.dropFirst(name.count))
    if title.hasPrefix("distressing ") {
      rest = rest.replacing(EffectText.distressing, with: "")
    }
    if title.hasSuffix("severe \(name)"), rest.hasPrefix(" severe") {
      rest = String(rest.dropFirst(" severe".count))
    }
    if rest.isEmpty { return title }
    // `nausea moderate or worse: severe`.
    if title.hasPrefix(name + " ") { return title + ":" + rest }
    guard title.hasSuffix(name) else { return "\(title): \(words)" }
    return title + (rest.hasPrefix(",") || rest.hasPrefix(" (") ? "" : ",") + rest
  }

  private func said(_ reading: BreakingReading) -> String {
    if let quantity = reading.quantity {
      // The title of a rule on a sign names it; one of an unverified value does not.
      let name = flag.measure == .unverified ? quantity.sign.shortName + "\u{A0}" : ""
      return name + values.value(quantity)
    }
    if let effect = reading.effect { return EffectText.words(effect) }
    return switch flag.measure {
    case .sign: "unrecordable"
    case .effect(let name): name.text
    case .unverified, .group, .session: "entry #\(reading.entry)"
    }
  }

  /// `confirmed by repeat 14:15`, also where it has cleared since; nil where it was so at once.
  var confirmation: String? {
    guard let confirmed = flag.confirmed, confirmed != flag.raised else { return nil }
    let isRepeated =
      switch flag.state {
      case .confirmed(_, let repeated), .cleared(_, let repeated): repeated
      case .unconfirmed, .clearedOnRepeat: true
      }
    return (isRepeated ? "confirmed by repeat " : "confirmed (not repeated) ") + time(confirmed)
  }

  /// Where it stands, with the time: `confirmed by repeat 14:10`, `retracted by #21`.
  var state: String {
    if let entry = flag.retractedBy { return "retracted by #\(entry)" }
    switch flag.state {
    case .unconfirmed: return "unconfirmed"
    case .confirmed: return confirmation ?? (isOfTime ? "open" : "confirmed at once")
    case .clearedOnRepeat(let at): return "cleared on repeat \(time(at))"
    case .cleared(let at, let repeated):
      return "cleared \(time(at))" + (repeated ? "" : " (never repeated)")
    }
  }

  /// The state in one word or two, for a table.
  var stateWord: String {
    if flag.retractedBy != nil { return "retracted" }
    return switch flag.state {
    case .unconfirmed: "unconfirmed"
    case .confirmed(_, let repeated): repeated ? "confirmed" : "confirmed (not repeated)"
    case .clearedOnRepeat: "cleared on repeat"
    case .cleared: "cleared"
    }
  }

  /// How long until it was back inside: `back inside 14:05, after 10 min`.
  var backInside: String {
    if let back = flag.backInside {
      let provisional = flag.isOpen ? " so far" : ""
      return
        "back inside\(provisional) \(time(back)), after \(SpanText.duration(back - flag.raised))"
    }
    return flag.isOpen ? "not back inside" : "back inside not seen"
  }

  /// How long until it was cleared, or that it is still open.
  var cleared: String {
    if flag.retractedBy != nil { return state }
    guard let at = flag.state.clearedAt else { return "still open" }
    return "\(state), after \(SpanText.duration(at - flag.raised))"
  }

  /// Each acknowledgement: `acknowledged 13:56 by KO after 1 min: recheck in 3 min`.
  var acknowledgements: [Phrase] {
    flag.acknowledgements.map { acknowledgement in
      let delay = acknowledgement.at - flag.known
      let covering = acknowledgement.covering ? " (with a worse flag)" : ""
      return
        Phrase(
          "acknowledged \(time(acknowledgement.at)) by \(acknowledgement.by.text) after "
            + "\(SpanText.duration(delay))\(covering): \(acknowledgement.text)"
        )
    }
  }

  private func time(_ instant: Instant) -> String { clock.clock(instant, near: flag.raised) }
}
