package import Monitoring
import SessionRecord

/// Flags across sessions as a table, one a line.
package struct FlagListCSV {
  private let flags: [SessionFlag]

  package init(_ flags: [SessionFlag]) { self.flags = flags }

  /// Every line ends with CRLF, the last one too.
  package var text: String {
    var table = CSVTable([
      "session", "session_state", "patient", "protocol", "flag", "rule", "title", "process",
      "protocol_priority", "priority", "state", "open", "comparison", "limit", "unit", "baseline",
      "readings", "cause", "cause_minutes", "first_entry", "first_value", "peak_entry",
      "peak_value", "raised", "known",
      "confirmed", "back_inside", "cleared", "seconds_to_back_inside", "acknowledged_by",
      "acknowledged_at",
      "acknowledgement", "retracted_by", "text", "stop_criterion_met", "review", "reviewed_by",
      "reviewed_at", "review_follow_up", "review_text",
    ])
    for found in flags { table.add(row(found)) }
    return table.text
  }

  private func row(_ found: SessionFlag) -> [CSVTable.Field] {
    let flag = found.flag
    let clock = SessionClock(of: found.session)
    func time(_ instant: Instant?) -> CSVTable.Field {
      .plain(instant.map { clock.stamp($0).rfc3339 })
    }
    let text = FlagText(flag: flag, values: ValueText(Limits(flag)), clock: clock)
    let broken = FlagText.numericLimit(of: flag)
    let limit = broken.map { ExactNumber($0.numerator, over: $0.denominator).exactOrFraction }
    let baseline = broken?.baseline.map { ExactNumber($0.sum, over: $0.count).exactOrFraction }
    let first = flag.acknowledgements.first
    let cause = CauseJSON(flag.identity.cause)
    return [
      .text(found.session.label), .plain(found.session.state.rawValue),
      .text(found.session.opening.patient.text),
      .text(found.session.opening.monitoringProtocol.id.text),
      .integer(flag.number.value), .text(flag.identity.rule.text), .text(flag.title),
      .flag(flag.isProcess), .plain(flag.protocolPriority.word), .plain(flag.priority.word),
      .plain(text.stateWord), .flag(flag.isOpen), .plain(broken?.comparison.rawValue),
      .plain(limit),
      .plain(flag.measure.unit), .plain(baseline), .integer(flag.readings.count),
      .plain(cause.kind), .integer(cause.minutes), .integer(flag.identity.entry?.value),
      value(flag.readings.first, of: text),
      .integer(flag.peak?.entry.value), value(flag.peak, of: text), time(flag.raised),
      time(flag.known),
      time(flag.confirmed), time(flag.backInside), time(flag.state.clearedAt),
      .integer(flag.backInside.map { ($0 - flag.raised).milliseconds / 1_000 }),
      .text(first?.by.text), time(first?.at), .text(first?.text),
      .integer(flag.retractedBy?.value), .text(flag.text), .flag(flag.isStopCriterionMet),
      .plain(flag.review?.verdict.word), .text(flag.review?.by.text), time(flag.review?.at),
      .text(flag.review?.followUp), .text(flag.review?.text),
    ]
  }

  /// At least so much is written `>=5`, so that nobody takes it for the whole.
  private func value(_ reading: BreakingReading?, of text: FlagText) -> CSVTable.Field {
    if let reckoned = reading?.reckoned {
      let number = ReckonedText(reckoned, of: text.flag, values: text.values).number
      return .plain(reckoned.isAtLeast ? ">=\(number)" : number)
    }
    if let quantity = reading?.quantity {
      return .plain(quantity.level?.letter ?? decimal(quantity.thousandths))
    }
    return .text(reading?.effect.map(EffectText.words))
  }
}
