import Monitoring
import SessionRecord

/// That a hold limit is broken before the dose, or that the dose was given over it, and what to type
/// next.
struct HoldPhrase {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  /// Nil where nothing holds, or somebody has decided.
  var phrase: Phrase? {
    let phrases = words.file.holds.filter(\.isUndecided).map(phrase)
    return phrases.isEmpty ? nil : phrases.joined(" ")
  }

  private func phrase(_ hold: HoldStanding) -> Phrase {
    Phrase("HOLD", .high) + Phrase(": \(said(hold))")
  }

  private func said(_ hold: HoldStanding) -> String {
    let values = HoldPhrase.values(hold, in: words) + beyond(hold)
    if let dose = hold.dose {
      return "given \(time(dose)) over \(values), and no decision is recorded: \(decide(hold))"
    }
    switch hold.repeated {
    case .due(let from):
      return "\(values); repeat after \(rest(hold)) rest, from\u{A0}\(time(from.wholeMinuteUp))"
    case .over(let at):
      return "\(values), still over at\u{A0}\(time(at)): \(decide(hold))"
    case .inside(let at):
      return "\(values), inside at\u{A0}\(time(at)) and not yet cleared: repeat once more, or "
        + decide(hold)
    }
  }

  /// Below the entry of a dose before which nobody read what a hold limit is for; nil for any other.
  func below(_ entry: Entry) -> Phrase? {
    switch entry.content {
    case .dose, .infusion(.start): break
    default: return nil
    }
    let unread = words.file.unreadHolds.filter { $0.dose == entry.observed.instant }
    guard !unread.isEmpty else { return nil }
    let said = unread.map(HoldPhrase.unread).joined(separator: "; ")
    return Phrase("HOLD", .high) + Phrase(": \(said). Take it now.")
  }

  /// `no systolic and diastolic before the dose, so nobody can say whether hold let it through`.
  static func unread(_ hold: UnreadHold) -> String {
    "no \(hold.signs.map(\.name).joined(separator: " and ")) before the dose, so nobody can say "
      + "whether \(hold.gate.id) let it through"
  }

  /// `systolic over 140: 146 at 13:02`, for each flag that makes it hold.
  static func values(_ hold: HoldStanding, in words: SessionWords) -> String {
    hold.flags.map { value($0, in: words) }.joined(separator: ", ")
  }

  /// `systolic over 140: 146 at 13:02`.
  static func value(_ flag: Flag, in words: SessionWords) -> String {
    let at = (flag.peak ?? flag.readings.first)?.observed ?? flag.raised
    let near = words.file.session.opened.instant
    return "\(words.text(flag).titleWithPeak) at\u{A0}\(words.clock.clock(at, near: near))"
  }

  /// `, which LH did not decide about in #6`.
  private func beyond(_ hold: HoldStanding) -> String {
    guard let surpassed = hold.surpassed else { return "" }
    let decider = surpassed.decision.decidedBy
    return ", further than what \(decider) decided about in\u{A0}#\(surpassed.entry.number)"
  }

  private func rest(_ hold: HoldStanding) -> String {
    guard case .rules(_, let repeatAfter) = hold.gate.requirement else { return "a" }
    return SpanText.duration(repeatAfter)
  }

  private func decide(_ hold: HoldStanding) -> String {
    let command = "vigil override \(words.file.session.label) \(hold.gate.id) --because …"
    switch hold.level {
    case .required: return "it is required, and nobody decides otherwise"
    case .hard:
      return "the prescriber decides: \(command) --prescriber \(prescriber) (typed by another: "
        + "--read-back as well)"
    case .soft, .info: return "to go on knowing it: \(command)"
    }
  }

  private var prescriber: String { words.file.session.opening.prescriber?.text ?? "LH" }

  private func time(_ instant: Instant) -> String {
    words.clock.clock(instant, near: words.file.assessment.asOf)
  }
}
