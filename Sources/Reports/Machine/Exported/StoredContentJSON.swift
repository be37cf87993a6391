import SessionRecord

/// What an entry says, as it was stored: nothing that a protocol or another entry makes of it.
enum StoredContentJSON {
  static func value(_ content: Content) -> JSONValue {
    var members = members(content)
    members["kind"] = .string(content.kind.rawValue)
    return .object(members)
  }

  private static func members(_ content: Content) -> [String: JSONValue] {
    switch content {
    case .opened(let opening): self.opening(opening)
    case .closed: [:]
    case .vitals(let vitals): self.vitals(vitals)
    case .effect(let effect):
      [
        "name": .string(effect.name.text), "severity": .optional(effect.severity?.word),
        "rating": .optional(rating(effect.grade)), "course": .optional(effect.course?.word),
        "distressing": .bool(effect.distressing), "remark": .optional(effect.remark),
      ]
    case .dose(let dose): self.dose(dose)
    case .infusion(let event): infusion(event)
    case .check(let who): ["by": .string(who)]
    case .waste(let waste):
      ["amount": amount(waste.amount), "witness": .optional(waste.witness)]
    case .scale(let score):
      [
        "scale": .string(score.scale), "score": .integer(score.score),
        "of": .optional(score.of), "items": .array(score.items.map(JSONValue.integer)),
        "remark": .optional(score.remark),
      ]
    case .action(let text), .note(let text), .addendum(let text): ["text": .string(text)]
    case .mark(let text): ["text": .optional(text)]
    case .deferred(let deferral):
      ["subject": subject(deferral.subject), "reason": .string(deferral.reason)]
    case .acknowledgement(let acknowledgement):
      [
        "flags": .array(acknowledgement.flags.map(named)), "text": .string(acknowledgement.text),
      ]
    case .verification(let number): ["of": .integer(number.value)]
    case .amendment(let amendment):
      [
        "of": .integer(amendment.entry.value), "reason": .string(amendment.reason),
        "content": value(amendment.content),
        "observed": .optional(amendment.observed?.rfc3339),
      ]
    case .void(let void): voiding(void)
    case .leaving(let leaving): LeavingEntryJSON(leaving: leaving).members
    case .screening(let screening): ScreeningEntryJSON(screening).members
    case .presence(let presence): PresenceEntryJSON(presence).members
    case .assigned(let room): ["room": .string(room)]
    case .review(let review): ReviewEntryJSON(review).members
    case .followUp(let followUp): CourseEntryJSON.members(followUp)
    case .course(let event): CourseEntryJSON.members(event)
    case .clockStep(let step): ["milliseconds": .integer(step.by.milliseconds)]
    case .moved(let move):
      [
        "direction": .string(move.direction == .from ? "from" : "to"),
        "session": .integer(move.session.value),
        "entries": .array(move.entries.map { .integer($0.value) }),
        "reason": .string(move.reason),
      ]
    }
  }

  private static func opening(_ opening: Opening) -> [String: JSONValue] {
    [
      "patient": .string(opening.patient.text),
      "identity": .string(opening.identity.description),
      "protocol": SessionJSON.protocolReference(opening.monitoringProtocol),
      "setting": .string(opening.setting.rawValue), "zone": .string(opening.zone),
      "prescriber": .optional(opening.prescriber?.text),
      "indication": .optional(opening.indication), "room": .optional(opening.room),
      "weight": opening.weight.map(SessionJSON.quantity) ?? .null,
      "spo2Scale": .integer(opening.spo2Scale.rawValue),
    ]
  }

  private static func vitals(_ vitals: Vitals) -> [String: JSONValue] {
    [
      "readings": .array(
        vitals.signs.compactMap { sign in vitals.readings[sign].map { reading(sign, $0) } }
      ),
      "confusionExpected": .bool(vitals.isConfusionExpected),
      "remark": .optional(vitals.remark),
    ]
  }

  private static func reading(_ sign: VitalSign, _ reading: Reading) -> JSONValue {
    let quantity = reading.quantity
    var members: [String: JSONValue] = [
      "sign": .string(sign.key), "reason": .null, "written": .null,
      "value": quantity.map { .thousandths($0.thousandths) } ?? .null,
      "unit": .string(sign.unit), "entered": quantity.map(SessionJSON.entered) ?? .null,
      "verified": quantity == nil ? .null : .bool(reading.isVerified),
    ]
    let status: String
    switch reading {
    case .measured: status = "measured"
    case .notObtained(let why):
      status = "not-obtained"
      members["reason"] = .string(why)
    case .notUsable(let text):
      status = "not-usable"
      members["written"] = .string(text)
    case .unrecordable: status = "unrecordable"
    case .roomAir: status = "room-air"
    }
    members["status"] = .string(status)
    return .object(members)
  }

  private static func dose(_ dose: Dose) -> [String: JSONValue] {
    [
      "drug": .string(dose.drug), "amount": amount(dose.amount),
      "route": .string(dose.route.word), "overMinutes": .optional(dose.overMinutes),
      "unverified": .array(dose.unverified.sorted().map { .string($0.word) }),
      "remark": .optional(dose.remark),
    ]
  }

  private static func infusion(_ event: InfusionEvent) -> [String: JSONValue] {
    var members: [String: JSONValue] = ["rate": .null, "given": .null, "givenStatus": .null]
    switch event {
    case .start: members["event"] = .string("start")
    case .pause: members["event"] = .string("pause")
    case .resume: members["event"] = .string("resume")
    case .rate(let amount, let per):
      members["event"] = .string("rate")
      members["rate"] = .object([
        "value": .thousandths(amount.thousandths), "unit": .string(amount.unit.text),
        "per": .string(per.text),
      ])
    case .stop(let given):
      members["event"] = .string("stop")
      switch given {
      case .amount(let amount):
        members["given"] = self.amount(amount)
        members["givenStatus"] = .string("known")
      case .notKnown: members["givenStatus"] = .string("not-known")
      case .notSaid: members["givenStatus"] = .string("not-said")
      }
    }
    return members
  }

  private static func amount(_ amount: Amount) -> JSONValue {
    .object(["value": .thousandths(amount.thousandths), "unit": .string(amount.unit.text)])
  }

  private static func voiding(_ void: Voiding) -> [String: JSONValue] {
    let reason: JSONValue = if case .because(let why) = void.reason { .string(why) } else { .null }
    return [
      "of": .integer(void.entry.value), "undone": .bool(void.reason == .undone), "reason": reason,
    ]
  }

  private static func named(_ named: Acknowledgement.Named) -> JSONValue {
    .object([
      "number": .integer(named.number.value), "rule": .string(named.flag.rule.text),
      "cause": CauseJSON(named.flag.cause).value,
    ])
  }

  private static func rating(_ grade: Grade?) -> Int? {
    if case .rating(let rating)? = grade { rating } else { nil }
  }

  private static func subject(_ subject: Deferral.Subject) -> JSONValue {
    let (what, name): (String, String?) =
      switch subject {
      case .wholeSet: ("set", nil)
      case .bloodPressure: ("bloodPressure", nil)
      case .sign(let sign): ("sign", sign.key)
      case .effect(let name): ("effect", name.text)
      case .scale(let scale): ("scale", scale)
      }
    return .object(["what": .string(what), "name": .optional(name)])
  }
}
