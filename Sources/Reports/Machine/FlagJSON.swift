import Monitoring
import SessionRecord

/// A flag as a member of a document, with every reading that broke its rule.
struct FlagJSON {
  let flag: Flag
  let clock: SessionClock
  var facts = FlagFacts.none

  var value: JSONValue {
    .object([
      "number": .integer(flag.number.value),
      "rule": .string(flag.identity.rule.text),
      "entry": .optional(flag.identity.entry?.value),
      "cause": CauseJSON(flag.identity.cause).value,
      "title": .string(flag.title),
      "text": .string(flag.text),
      "stopCriterionMet": .bool(flag.isStopCriterionMet),
      "process": .bool(flag.isProcess),
      "measure": measure,
      "protocolPriority": .string(flag.protocolPriority.word),
      "priority": .string(flag.priority.word),
      "state": .string(flag.retractedBy == nil ? life : "retracted"),
      "lastState": .string(life),
      "open": .bool(flag.isOpen),
      "repeated": repeated,
      "limit": FlagText.numericLimit(of: flag).map { limit($0) } ?? .null,
      "readings": .array(flag.readings.map(reading)),
      "peak": flag.peak.map(reading) ?? .null,
      "raised": time(flag.raised),
      "known": time(flag.known),
      "confirmed": flag.confirmed.map(time) ?? .null,
      "backInside": flag.backInside.map(time) ?? .null,
      "cleared": flag.state.clearedAt.map(time) ?? .null,
      "secondsToBackInside": .optional(seconds(flag.backInside, since: flag.raised)),
      "secondsToCleared": .optional(seconds(flag.state.clearedAt, since: flag.raised)),
      "acknowledged": .bool(flag.isAcknowledged),
      "acknowledgements": .array(flag.acknowledgements.map(acknowledgement)),
      "retractedBy": .optional(flag.retractedBy?.value),
      "review": ReviewMarkJSON.value(flag.review, clock: clock),
    ])
  }

  /// The life that it has, or had when it was last found.
  private var life: String {
    switch flag.state {
    case .unconfirmed: "unconfirmed"
    case .confirmed: "confirmed"
    case .clearedOnRepeat: "cleared-on-repeat"
    case .cleared: "cleared"
    }
  }

  /// False where no repeat came within ten minutes; null before anything is decided.
  private var repeated: JSONValue {
    switch flag.state {
    case .unconfirmed: .null
    case .confirmed(_, let repeated), .cleared(_, let repeated): .bool(repeated)
    case .clearedOnRepeat: .bool(true)
    }
  }

  private var measure: JSONValue {
    switch flag.measure {
    case .sign(let sign): .object(["kind": .string("sign"), "name": .string(sign.key)])
    case .effect(let name): .object(["kind": .string("effect"), "name": .string(name.text)])
    case .derived(let sign): .object(["kind": .string("derived"), "name": .string(sign.key)])
    case .rate(let sign): .object(["kind": .string("rate"), "name": .string(sign.key)])
    case .scale(let name): .object(["kind": .string("scale"), "name": .string(name)])
    case .news2: .object(["kind": .string("news2"), "name": .null])
    case .rule(let rule): .object(["kind": .string("rule"), "name": .string(rule.text)])
    case .unverified: .object(["kind": .string("unverified"), "name": .null])
    case .group(let group): .object(["kind": .string("group"), "name": .string(group.text)])
    case .session: .object(["kind": .string("session"), "name": .null])
    }
  }

  /// The limit as compared: an exact fraction, and its value where the decimals of that end.
  private func limit(_ limit: BrokenLimit) -> JSONValue {
    .object([
      "comparison": .string(limit.comparison.rawValue),
      "value": ExactNumber(limit.numerator, over: limit.denominator).exactText
        .map(JSONValue.number) ?? .null,
      "thousandths": .object([
        "numerator": .integer(limit.numerator), "denominator": .integer(limit.denominator),
      ]),
      "unit": .optional(flag.measure.unit),
      "baseline": limit.baseline.map(FlagJSON.baseline) ?? .null,
    ])
  }

  static func baseline(_ baseline: BaselineValue) -> JSONValue {
    .object([
      "value": ExactNumber(baseline.sum, over: max(1, baseline.count)).exactText
        .map(JSONValue.number) ?? .null,
      "sum": .thousandths(baseline.sum),
      "count": .integer(baseline.count),
    ])
  }

  private func reading(_ reading: BreakingReading) -> JSONValue {
    .object([
      "entry": .integer(reading.entry.value),
      "observed": time(reading.observed),
      "value": reading.quantity.map { .thousandths($0.thousandths) } ?? .null,
      "unit": .optional(reading.quantity?.sign.unit),
      "level": .optional(reading.quantity?.level?.letter),
      "effect": reading.effect.map(EffectJSON.effect) ?? .null,
      "reckoned": reading.reckoned.map(reckoned) ?? .null,
    ])
  }

  /// An exact fraction, and its value where the decimals of that end.
  private func reckoned(_ reckoned: Reckoned) -> JSONValue {
    .object([
      "value": ExactNumber(reckoned.numerator, over: reckoned.denominator).exactText
        .map(JSONValue.number) ?? .null,
      "thousandths": .object([
        "numerator": .integer(reckoned.numerator),
        "denominator": .integer(reckoned.denominator),
      ]),
      "unit": .optional(flag.measure.unit),
      "level": .optional(level(of: reckoned)),
      "atLeast": .bool(reckoned.isAtLeast),
    ])
  }

  /// Of a score on a scale that is at hand.
  private func level(of reckoned: Reckoned) -> String? {
    guard case .scale(let name) = flag.measure, let limit = facts.scaleLimit(of: flag),
      limit.item == nil
    else { return nil }
    return facts.scale(name)?.level(of: reckoned.numerator / (reckoned.denominator * 1_000))?.name
  }

  private func acknowledgement(_ acknowledgement: FlagAcknowledgement) -> JSONValue {
    .object([
      "entry": .integer(acknowledgement.entry.value),
      "at": time(acknowledgement.at),
      "by": .string(acknowledgement.by.text),
      "text": .string(acknowledgement.text),
      "covering": .bool(acknowledgement.covering),
      "secondsAfterKnown": .optional(
        acknowledgement.at < flag.known ? nil : seconds(acknowledgement.at, since: flag.known)
      ),
    ])
  }

  private func time(_ instant: Instant) -> JSONValue { .string(clock.stamp(instant).rfc3339) }

  private func seconds(_ instant: Instant?, since start: Instant) -> Int? {
    instant.map { ($0 - start).milliseconds / 1_000 }
  }
}
