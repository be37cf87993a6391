import Foundation
import SessionRecord

/// Contents as the golden vectors spell them, for a reader that knows nothing of this code.
func fields(of content: Content) -> [String: Any] {
  switch content {
  case .opened(let value): fields(of: value)
  case .vitals(let value):
    [
      "readings": value.signs.compactMap { sign in
        value.readings[sign].map { fields(of: $0, sign) }
      }, "confusionExpected": value.isConfusionExpected,
      "remark": orNull(value.remark),
    ]
  case .effect(let value): fields(of: value)
  case .dose(let value):
    [
      "drug": value.drug, "amount": fields(of: value.amount), "route": value.route.word,
      "overMinutes": orNull(value.overMinutes),
      "unverified": value.unverified.sorted().map(\.word), "remark": orNull(value.remark),
    ]
  case .infusion(let value): fields(of: value)
  case .check(let name): ["by": name]
  case .waste(let waste):
    ["amount": fields(of: waste.amount), "witness": orNull(waste.witness)]
  case .scale(let value):
    [
      "scale": value.scale, "score": value.score, "of": orNull(value.of), "items": value.items,
      "remark": orNull(value.remark),
    ]
  case .action(let words), .note(let words): ["text": words]
  case .mark(let words): ["text": orNull(words)]
  case .deferred(let value): ["subject": fields(of: value.subject), "reason": value.reason]
  case .acknowledgement(let value):
    [
      "flags": value.flags.map {
        [
          "number": $0.number.value, "rule": $0.flag.rule.text,
          "cause": fields(of: $0.flag.cause),
        ]
      }, "text": value.text,
    ]
  case .verification(let entry): ["entry": entry.value]
  case .amendment(let value):
    [
      "entry": value.entry.value, "kind": value.content.kind.rawValue,
      "content": fields(of: value.content),
      "observed": orNull(value.observed.map { fields(of: $0) }),
      "reason": value.reason,
    ]
  case .void(let value):
    switch value.reason {
    case .undone: ["entry": value.entry.value, "undone": true]
    case .because(let reason):
      ["entry": value.entry.value, "undone": false, "reason": reason]
    }
  case .closed: [:]
  case .leaving(let value): fields(of: value)
  case .screening(let value): fields(of: value)
  case .presence(let value): fields(of: value)
  case .assigned(let room): ["room": room]
  case .review(let value): fields(of: value)
  case .addendum(let words): ["text": words]
  case .followUp(let value): fields(of: value)
  case .course(let value): fields(of: value)
  case .moved(let value): fields(of: value)
  case .clockStep(let step): ["milliseconds": step.by.milliseconds]
  }
}

func fields(of stamp: Stamp) -> [String: Any] {
  ["ms": stamp.instant.milliseconds, "offset": stamp.offsetMinutes]
}

func orNull(_ value: Any?) -> Any { value ?? NSNull() }

private func fields(of opening: Opening) -> [String: Any] {
  [
    "patient": opening.patient.text, "identity": opening.identity.description,
    "protocol": [
      "id": opening.monitoringProtocol.id.text, "version": opening.monitoringProtocol.version,
      "digest": opening.monitoringProtocol.digest.description,
    ],
    "setting": opening.setting.rawValue, "zone": opening.zone,
    "prescriber": orNull(opening.prescriber?.text), "indication": orNull(opening.indication),
    "room": orNull(opening.room), "weight": orNull(opening.weight.map { fields(of: $0) }),
    "spo2Scale": opening.spo2Scale == .one ? "one" : "two",
  ]
}

private func fields(of reading: Reading, _ sign: VitalSign) -> [String: Any] {
  switch reading {
  case .measured(let quantity, let verified):
    [
      "sign": sign.key, "says": "measured", "quantity": fields(of: quantity),
      "verified": verified,
    ]
  case .notObtained(let reason): ["sign": sign.key, "says": "notObtained", "text": reason]
  case .notUsable(let written): ["sign": sign.key, "says": "notUsable", "text": written]
  case .unrecordable: ["sign": sign.key, "says": "unrecordable"]
  case .roomAir: ["sign": sign.key, "says": "roomAir"]
  }
}

private func fields(of quantity: Quantity) -> [String: Any] {
  let entered: [String: Any]? =
    switch quantity.entered {
    case .fahrenheit(let tenths)?: ["unit": "fahrenheit", "tenths": tenths]
    case .pounds(let tenths)?: ["unit": "pounds", "tenths": tenths]
    case nil: nil
    }
  return [
    "sign": quantity.sign.key, "thousandths": quantity.thousandths, "entered": orNull(entered),
  ]
}

private func fields(of effect: SideEffect) -> [String: Any] {
  let grade: [String: Any]? =
    switch effect.grade {
    case .words(let severity)?: ["words": severity.word]
    case .rating(let rating)?: ["rating": rating]
    case nil: nil
    }
  return [
    "name": effect.name.text, "grade": orNull(grade), "course": orNull(effect.course?.word),
    "distressing": effect.distressing, "remark": orNull(effect.remark),
  ]
}

private func fields(of amount: Amount) -> [String: Any] {
  ["thousandths": amount.thousandths, "unit": amount.unit.text]
}

private func fields(of event: InfusionEvent) -> [String: Any] {
  switch event {
  case .start: ["event": "start"]
  case .pause: ["event": "pause"]
  case .resume: ["event": "resume"]
  case .rate(let amount, let unit):
    ["event": "rate", "amount": fields(of: amount), "per": unit.text]
  case .stop(.amount(let amount)):
    ["event": "stop", "given": "amount", "amount": fields(of: amount)]
  case .stop(.notKnown): ["event": "stop", "given": "notKnown"]
  case .stop(.notSaid): ["event": "stop", "given": "notSaid"]
  }
}

func fields(of cause: FlagCause) -> [String: Any] {
  switch cause {
  case .entry(let entry): ["what": "entry", "entry": entry.value]
  case .slot(let minutes): ["what": "slot", "minutes": minutes]
  case .baseline: ["what": "baseline"]
  case .silence: ["what": "silence"]
  }
}

private func fields(of subject: Deferral.Subject) -> [String: Any] {
  switch subject {
  case .wholeSet: ["what": "wholeSet"]
  case .bloodPressure: ["what": "bloodPressure"]
  case .sign(let sign): ["what": "sign", "sign": sign.key]
  case .effect(let name): ["what": "effect", "name": name.text]
  case .scale(let scale): ["what": "scale", "scale": scale]
  }
}
