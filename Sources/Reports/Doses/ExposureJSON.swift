import Monitoring
import SessionRecord

/// What was given, as a member of a document.
struct ExposureJSON {
  let words: SessionWords

  private var doses: DoseText {
    DoseText(limits: words.values.limits, weight: words.weight?.thousandths)
  }

  func value(_ exposure: Exposure) -> JSONValue {
    .object([
      "given": .array(exposure.given.map(given)),
      "totals": .array(exposure.totals.map(total)),
    ])
  }

  private func given(_ given: GivenDose) -> JSONValue {
    let status: String
    var known: Amount?
    switch given.given {
    case .amount(let amount):
      status = "known"
      known = amount
    case .running: status = given.isPaused ? "paused" : "running"
    case .endNotRecorded: status = "end-not-recorded"
    case .notSaid: status = "not-said"
    case .notKnown: status = "not-known"
    }
    return .object([
      "dose": .optional(given.dose?.value),
      "start": .optional(given.start?.value),
      "stop": .optional(given.stop?.value),
      "drug": .string(given.drug),
      "route": .optional(given.route?.word),
      "infusion": .bool(given.isInfusion),
      "planned": given.planned.map(amount) ?? .null,
      "overMinutes": .optional(given.overMinutes),
      "status": .string(status),
      "given": known.map(amount) ?? .null,
      "began": time(given.began.instant),
      "ended": given.ended.map(time) ?? .null,
      "pauses": .array(
        given.pauses.map { .object(["from": time($0.from), "to": $0.to.map(time) ?? .null]) }
      ),
      "unverified": .bool(given.isUnverified),
    ])
  }

  private func amount(_ amount: Amount) -> JSONValue {
    .object([
      "value": .thousandths(amount.thousandths),
      "unit": .string(amount.unit.text),
      "otherwise": doses.otherWay(amount)
        .map { .object(["value": .number($0.number), "unit": .string($0.unit)]) } ?? .null,
    ])
  }

  private func total(_ total: DoseTotal) -> JSONValue {
    .object([
      "drug": .string(total.drug),
      "route": .optional(total.route?.word),
      "milligrams": total.milligramThousandths.map(JSONValue.thousandths) ?? .null,
      "milligramsPerKilogram": total.milligramThousandths.flatMap {
        doses.perKilogram(milligramThousandths: $0)
      }.map { .number($0.number) } ?? .null,
      "counted": .integer(total.count),
      "uncounted": .integer(total.uncounted),
      "unverified": .bool(total.isUnverified),
    ])
  }

  private func time(_ instant: Instant) -> JSONValue {
    .string(words.clock.stamp(instant).rfc3339)
  }
}
