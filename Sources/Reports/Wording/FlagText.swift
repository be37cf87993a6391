import Monitoring
import SessionRecord

/// A flag in words: what it is, its limit, where it stands.
struct FlagText {
  let flag: Flag
  let values: ValueText
  let clock: SessionClock
  var facts = FlagFacts.none

  /// `▲3`, `▼3` or `●3`, by the side of the limit that was crossed.
  var label: String { FlagText.glyph(of: flag) + "\(flag.number)" }

  static func glyph(of flag: Flag) -> String {
    guard let limit = numericLimit(of: flag) else { return "●" }
    return limit.comparison.isUpper ? "▲" : "▼"
  }

  /// The limit as a number; a level of consciousness is in the title, by its letter.
  static func numericLimit(of flag: Flag) -> BrokenLimit? {
    switch flag.measure {
    case .sign(.consciousness), .effect, .rule, .unverified, .group, .session: nil
    case .sign, .derived, .rate, .scale, .news2: flag.limit
    }
  }

  /// Whether time alone raised it, so that no entry stands for when that was.
  ///
  /// An effect that lasts has its first entry, and what is unattended the last one before.
  var isOfTime: Bool { flag.identity.entry == nil || flag.readings.first?.observed != flag.raised }

  /// Whether its values can be back inside before it clears.
  var hasInside: Bool {
    switch flag.measure {
    case .sign, .derived, .rate, .news2: true
    case .rule: !flag.isProcess
    case .effect, .scale, .unverified, .group, .session: false
    }
  }

  /// In every view, of a stop criterion that is met; it tells someone to decide, and decides nothing.
  static let stopCriterionMet = "clinic's stop criterion met: decide now"

  /// That line; nil where it is not met, and for what is retracted.
  var stopLine: Phrase? {
    guard flag.isStopCriterionMet, flag.retractedBy == nil else { return nil }
    return Phrase(FlagText.stopCriterionMet, .high)
  }

  /// The clinic's own words for the rule, marked as such; nil where it has none.
  var own: Phrase? { flag.text.isEmpty ? nil : Phrase("“\(flag.text)”") }

  /// What stands below a flag wherever it is raised, each on a line.
  var asides: [Phrase] { [stopLine, own].compactMap(\.self) }

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

  /// From when a second reading counts as the repeat, after the first, as the assessment has it.
  static let repeatBegins = TimeSpan.minutes(1)

  /// `between 14:11 and 14:15`, and `by 14:15` once that is past; nil where no repeat is asked for.
  ///
  /// The first minute is a whole one at which a reading counts already.
  func repeatWindow(asOf now: Instant, near other: Instant) -> String? {
    guard let by = repeatBy else { return nil }
    let last = clock.clock(by, near: other)
    guard now <= by else { return "by\u{A0}\(last)" }
    let from = (flag.raised + FlagText.repeatBegins).wholeMinuteUp
    return "between\u{A0}\(clock.clock(from, near: other)) and\u{A0}\(last)"
  }

  /// The rule's title, with a scale as people write it where its protocol is at hand.
  var title: String { FlagText.title(of: flag, facts: facts) }

  static func title(of flag: Flag, facts: FlagFacts) -> String {
    guard case .scale(let name) = flag.measure else { return flag.title }
    return ScoreText(name, facts.scale(name)).naming(flag.title)
  }

  /// `limit at or over 180 mmHg`; nil for rules without one.
  var limit: String? {
    guard let limit = FlagText.numericLimit(of: flag) else { return nil }
    let words = limit.comparison.words
    switch flag.measure {
    case .sign(let sign): return values.limit(limit, of: sign)
    case .derived(let sign):
      return "\(words)\u{A0}\(ExactNumber(limit.numerator, over: limit.denominator).truncatedText)"
        + ReckonedText.suffix(sign)
    case .rate(let sign):
      let amount = values.difference(abs(limit.numerator), over: limit.denominator, of: sign)
      let what = limit.numerator < 0 ? "a fall" : "a rise"
      let isWithIt = limit.comparison == .atOrOver || limit.comparison == .atOrUnder
      return isWithIt
        ? "\(what) of\u{A0}\(amount) or more" : "\(what) of more than\u{A0}\(amount)"
    case .scale, .news2:
      return "\(words)\u{A0}\(ExactNumber(limit.numerator, over: limit.denominator).truncatedText)"
    case .effect, .rule, .unverified, .group, .session: return nil
    }
  }

  /// The limit where the title does not already say it.
  var limitBesideTitle: String? {
    guard let limit = FlagText.numericLimit(of: flag), case .sign(let sign) = flag.measure else {
      return nil
    }
    let number = values.limitNumber(limit, of: sign)
    let isSaid =
      limit.baseline == nil && values.unit(of: sign).isStored
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
    guard let reading else {
      guard case .rule = flag.measure, let entry = flag.identity.entry else { return title }
      return "\(title) since #\(entry)"
    }
    if let reckoned = reading.reckoned { return title(with: reckoned, at: reading.entry) }
    if case .rule = flag.measure { return "\(title): \(said(reading))" }
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
    // It counts as severe, and so the title says; that nobody graded it is said with its name.
    if effect.isCrisis, effect.grade == nil, title == "\(name) severe" { return words }
    var rest = String(words.dropFirst(name.count))
    if title.hasPrefix("distressing ") {
      rest = rest.replacing(EffectText.distressing, with: "")
    }
    if title.hasSuffix("severe \(name)"), rest.hasPrefix(" severe") {
      rest = String(rest.dropFirst(" severe".count))
    }
    if rest.isEmpty { return title }
    // `nausea moderate or worse: severe`.
    if title.hasPrefix(name + " ") {
      return "\(title): \(rest.drop { $0 == "," || $0 == " " })"
    }
    guard title.hasSuffix(name) else { return "\(title): \(words)" }
    return title + (rest.hasPrefix(",") || rest.hasPrefix(" (") ? "" : ",") + rest
  }

  /// The title has named the scale or score already.
  private func title(with reckoned: Reckoned, at entry: EntryNumber) -> String {
    let words = said(reckoned, at: entry)
    let name: String
    switch flag.measure {
    case .scale(let scale):
      let item = facts.scaleLimit(of: flag)?.item.map { "item \($0): " } ?? ""
      name = "\(ScoreText(scale, facts.scale(scale)).title) \(item)"
    case .news2: name = "NEWS2 "
    case .sign, .derived, .rate, .effect, .rule, .unverified, .group, .session: name = ""
    }
    return "\(title): \(words.dropFirst(words.hasPrefix(name) ? name.count : 0))"
  }

  private func said(_ reading: BreakingReading) -> String {
    if let reckoned = reading.reckoned { return said(reckoned, at: reading.entry) }
    if let quantity = reading.quantity {
      // The title of a rule on a sign names it; one of an unverified value, or of several things, does
      // not.
      let isNamed = if case .sign = flag.measure { true } else { false }
      // A flag on what is not verified says that in words.
      let isDoubtful =
        flag.measure != .unverified && facts.isDoubtful(quantity.sign, at: reading.entry)
      return (isNamed ? "" : quantity.sign.shortName + "\u{A0}")
        + values.value(quantity, mark: isDoubtful ? "?" : "")
    }
    if let effect = reading.effect { return EffectText.words(effect) }
    if let words = facts.content(of: reading.entry).flatMap(said) { return words }
    return switch flag.measure {
    case .sign: "unrecordable"
    case .effect(let name): name.text
    case .derived, .rate, .scale, .news2, .rule, .unverified, .group, .session:
      "entry #\(reading.entry)"
    }
  }

  /// What completed a combination, the dose that should not have come, or one that is not verified.
  private func said(_ content: Content) -> String? {
    switch flag.measure {
    case .rule: break
    case .unverified:
      guard case .dose = content else { return nil }
      break
    case .sign, .derived, .rate, .effect, .scale, .news2, .group, .session: return nil
    }
    return switch content {
    case .effect(let effect): EffectText.words(effect)
    case .dose(let dose):
      DoseText(limits: values.limits, weight: nil).dose(dose.doubted([])).text
    case .scale(let score):
      ScoreText(score.scale, facts.scale(score.scale)).phrase(score)
    case .vitals(let vitals): VitalsText(vitals, values: values).readings.text
    case .opened, .infusion, .check, .waste, .action, .note, .mark, .deferred, .acknowledgement,
      .verification, .amendment, .void, .closed, .leaving, .screening, .presence, .assigned,
      .review, .addendum, .followUp, .course, .moved, .clockStep:
      nil
    }
  }

  private func said(_ reckoned: Reckoned, at entry: EntryNumber) -> String {
    let text = ReckonedText(reckoned, of: flag, values: values)
    switch flag.measure {
    case .scale(let name):
      let words = ScoreText(name, facts.scale(name))
      guard let limit = facts.scaleLimit(of: flag) else {
        // The protocol is not at hand, and it may be one of the items.
        return "\(words.title) \(text.number)"
      }
      if let item = limit.item { return "\(words.title) item \(item): \(text.number)" }
      return "\(words.title) \(words.score(reckoned.numerator / (reckoned.denominator * 1_000)))"
    case .news2:
      let reading = facts.news2(at: entry)
      let counted = reading.flatMap { NEWS2Text($0).counted(reckoned) } ?? ""
      guard reckoned.isAtLeast else { return "NEWS2 \(text.number)\(counted)" }
      let missing = reading.flatMap { NEWS2Text($0).missing }
      return "NEWS2 at least \(text.number)\(counted) "
        + "(\(missing.map { "\($0) missing" } ?? "incomplete"))"
    // What is reckoned for one of several things is not said which of them.
    case .rule: return "entry #\(entry)"
    case .sign, .derived, .rate, .effect, .unverified, .group, .session: return text.text
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
    if flag.backInside != nil {
      return "back inside\(flag.isOpen ? " so far" : "") \(insideAfter)"
    }
    return flag.isOpen ? "not back inside" : "back inside not seen"
  }

  /// The same under a heading that says what it is: `14:05, 10 min`.
  var inside: String {
    if let back = flag.backInside {
      return (flag.isOpen ? "so far " : "") + time(back) + ", "
        + SpanText.duration(back - flag.raised)
    }
    return flag.isOpen ? "not yet" : "not seen"
  }

  private var insideAfter: String {
    flag.backInside.map { "\(time($0)), after \(SpanText.duration($0 - flag.raised))" } ?? ""
  }

  /// How long until it was cleared, or that it is still open.
  var cleared: String {
    if flag.retractedBy != nil { return state }
    guard let at = flag.state.clearedAt else { return "still open" }
    return "\(state), after \(SpanText.duration(at - flag.raised))"
  }

  /// The same under a heading that says what it is: `14:40, 30 min`.
  var clearedShort: String {
    guard flag.retractedBy == nil else { return state }
    guard let at = flag.state.clearedAt else { return "still open" }
    let how =
      switch flag.state {
      case .clearedOnRepeat: "on repeat "
      case .cleared, .confirmed, .unconfirmed: ""
      }
    return "\(how)\(time(at)), \(SpanText.duration(at - flag.raised))"
  }

  /// Each acknowledgement: `acknowledged 13:56 by KO after 1 min: recheck in 3 min`.
  var acknowledgements: [Phrase] {
    flag.acknowledgements.map { Phrase("acknowledged \(acknowledged($0)): \($0.text)") }
  }

  /// `13:56 by KO after 1 min`.
  func acknowledged(_ acknowledgement: FlagAcknowledgement) -> String {
    let delay = SpanText.duration(flag.wait(for: acknowledgement))
    let covering = acknowledgement.covering ? " (with a worse flag)" : ""
    return "\(time(acknowledgement.at)) by \(acknowledgement.by.text) after \(delay)\(covering)"
  }

  /// Where an acknowledgement should stand.
  static let notAcknowledged = "not acknowledged"

  /// `reviewed 2026-11-23 09:10 by LH: expected — known peak`; nil where nobody reviewed it.
  var review: Phrase? {
    flag.reviewed.map { ReviewWords.mark($0, clock: clock, near: flag.raised) }
  }

  private func time(_ instant: Instant) -> String { clock.clock(instant, near: flag.raised) }
}
