import Monitoring
import SessionRecord

/// What an assessment says, as lines that can be compared and read.
enum AssessmentText {
  static func lines(_ assessment: Assessment) -> [String] {
    assessment.chart.entries.map { entry in
      standing(
        entry.number,
        entry.content,
        entry.observed,
        entry.amendments,
        entry.voidedBy,
        entry.verifiedBy
      )
    }
      + head(assessment.timeZero, assessment.baseline, assessment.extremes)
      + assessment.flags.map(flag)
      + schedule(
        assessment.schedule,
        kept: assessment.schedule.map { group in
          let count = assessment.keptCount(of: group)
          return (count.kept, count.required)
        }
      )
  }

  static func lines(_ reference: ReferenceAssessment) -> [String] {
    reference.entries.map { entry in
      standing(
        entry.number,
        entry.content,
        entry.observed,
        entry.amendments,
        entry.voidedBy,
        entry.verifiedBy
      )
    }
      + head(reference.timeZero, reference.baseline, reference.extremes)
      + reference.flags.map(flag)
      + schedule(reference.schedule, kept: reference.kept)
  }

  private static func standing(
    _ number: EntryNumber,
    _ content: Content,
    _ observed: Stamp,
    _ amendments: [EntryNumber],
    _ voidedBy: EntryNumber?,
    _ verifiedBy: EntryNumber?
  ) -> String {
    "entry \(number) at \(SessionText.time(observed.instant)): \(SessionText.content(content))"
      + " amended \(amendments.map(\.value)) void \(text(voidedBy)) verified \(text(verifiedBy))"
  }

  private static func head(
    _ timeZero: Instant?,
    _ baseline: [VitalSign: Baseline],
    _ extremes: [VitalSign: Extremes]
  ) -> [String] {
    var lines = ["time zero \(timeZero.map(SessionText.time) ?? "none")"]
    for (sign, value) in baseline.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "baseline \(sign.key) \(fraction(value.value.sum, value.value.count))"
          + " of \(value.value.count) from \(value.entries.map(\.value))"
          + " at \(SessionText.time(value.observed))"
      )
    }
    for (sign, value) in extremes.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "extremes \(sign.key) highest \(extreme(value.highest)) lowest \(extreme(value.lowest))"
      )
    }
    return lines
  }

  private static func extreme(_ value: Extremes.Value) -> String {
    "\(value.quantity.thousandths)\(value.isVerified ? "" : "?") in \(value.entry)"
      + " at \(SessionText.time(value.observed.instant))"
  }

  static func flag(_ flag: Flag) -> String {
    var parts = [
      "flag #\(flag.number) \(flag.identity.rule)/\(SessionText.cause(flag.identity.cause))",
      "\(measure(flag.measure))",
      "\(flag.protocolPriority.word)→\(flag.priority.word)",
    ]
    if flag.isProcess { parts.append("process") }
    if flag.isStopCriterionMet { parts.append("stop criterion met") }
    if !flag.text.isEmpty { parts.append("text \(flag.text)") }
    // What a rule's flag is called is tested elsewhere.
    if flag.identity.entry == nil { parts.append(flag.title) }
    if let limit = flag.limit {
      var text = "\(limit.comparison.rawValue) \(fraction(limit.numerator, limit.denominator))"
      if let baseline = limit.baseline {
        text += " from \(fraction(baseline.sum, baseline.count)) of \(baseline.count)"
      }
      parts.append(text)
    }
    let readings = flag.readings.map { reading($0, of: flag.measure) }
    parts.append("readings " + readings.joined(separator: " "))
    parts.append("peak \(flag.peak.map { reading($0, of: flag.measure) } ?? "none")")
    parts.append("raised \(SessionText.time(flag.raised)) known \(SessionText.time(flag.known))")
    parts.append(state(flag.state))
    if let confirmed = flag.confirmed {
      parts.append("confirmed at \(SessionText.time(confirmed))")
    }
    if let inside = flag.backInside { parts.append("back inside \(SessionText.time(inside))") }
    for ack in flag.acknowledgements {
      parts.append(
        "\(ack.covering ? "covered" : "acknowledged") by \(ack.entry) at"
          + " \(SessionText.time(ack.at)) \(ack.by): \(ack.text)"
      )
    }
    if let remover = flag.retractedBy { parts.append("retracted by \(remover)") }
    return parts.joined(separator: "; ")
  }

  /// With its value, but for what may be about several: a doubt, a combination, the record itself.
  static func reading(_ reading: BreakingReading, of measure: Measure) -> String {
    let place = "\(reading.entry)@\(SessionText.time(reading.observed))"
    switch measure {
    case .unverified, .rule: return place
    case .sign, .derived, .rate, .effect, .scale, .news2, .group, .session: break
    }
    return "\(place)=\(value(reading))"
  }

  static func value(_ reading: BreakingReading) -> String {
    if let reckoned = reading.reckoned {
      return (reckoned.isAtLeast ? "at least " : "")
        + fraction(reckoned.numerator, reckoned.denominator)
    }
    if let quantity = reading.quantity { return "\(quantity.thousandths)" }
    return reading.effect.map(SessionText.effect) ?? "none"
  }

  private static func measure(_ measure: Measure) -> String {
    switch measure {
    case .sign(let sign): sign.key
    case .derived(let sign): sign.key
    case .rate(let sign): "rate of \(sign.key)"
    case .effect(let name): name.text
    case .scale(let name): "scale \(name)"
    case .news2: "NEWS2"
    case .rule(let rule): "rule \(rule)"
    case .unverified: "unverified"
    case .group(let group): "group \(group)"
    case .session: "session"
    }
  }

  private static func state(_ state: FlagState) -> String {
    switch state {
    case .unconfirmed: "unconfirmed"
    case .confirmed(let at, let repeated):
      "confirmed \(SessionText.time(at))\(repeated ? "" : " (not repeated)")"
    case .clearedOnRepeat(let at): "cleared on repeat \(SessionText.time(at))"
    case .cleared(let at, let repeated):
      "cleared \(SessionText.time(at))\(repeated ? "" : " (not repeated)")"
    }
  }

  private static func text(_ number: EntryNumber?) -> String { number.map { "\($0)" } ?? "no" }

  /// In lowest terms, so that equal limits read equal however they were reckoned.
  private static func fraction(_ numerator: Int, _ denominator: Int) -> String {
    var divisor = abs(numerator)
    var rest = denominator
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    guard divisor != 0 else { return "\(numerator)/\(denominator)" }
    return "\(numerator / divisor)/\(denominator / divisor)"
  }
}
