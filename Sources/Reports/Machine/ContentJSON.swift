import SessionRecord

/// What an entry says, as a member of a document: an object whose `kind` says which others it has.
struct ContentJSON {
  let words: SessionWords
  /// The entry whose values are marked where they broke a limit; nil for content that was struck out.
  let marked: EntryNumber?
  let isVerified: Bool

  func value(_ content: Content) -> JSONValue {
    var members = members(content)
    members["kind"] = .string(ContentJSON.kind(content))
    return .object(members)
  }

  /// As the record calls it; a circumstance is no effect, so that nobody counts it as one.
  static func kind(_ content: Content) -> String {
    if case .effect(let effect) = content, effect.name.isCircumstance { return "circumstance" }
    return content.kind.rawValue
  }

  private func members(_ content: Content) -> [String: JSONValue] {
    switch content {
    case .opened, .closed: [:]
    case .vitals(let vitals): self.vitals(vitals)
    case .effect(let effect) where effect.name.isCircumstance:
      [
        "name": .string(effect.name.text), "present": .bool(effect.isPresent),
        "remark": .optional(effect.remark),
      ]
    case .effect(let effect):
      if case .object(let members) = EffectJSON.effect(effect) { members } else { [:] }
    case .dose(let dose): self.dose(dose)
    case .infusion(let event): infusion(event)
    case .check(let who): ["by": .string(who)]
    case .waste(let waste):
      ["amount": amount(waste.amount), "witness": .optional(waste.witness)]
    case .scale(let score):
      self.score(score)
    case .action(let text), .note(let text): ["text": .string(text)]
    case .mark(let text): ["text": .optional(text)]
    case .deferred(let deferral):
      ["subject": .string(subject(deferral.subject)), "reason": .string(deferral.reason)]
    case .acknowledgement(let acknowledgement):
      [
        "flags": .array(acknowledgement.flags.map(named)), "text": .string(acknowledgement.text),
      ]
    case .verification(let number): ["of": .integer(number.value)]
    case .amendment(let amendment):
      [
        "of": .integer(amendment.entry.value), "reason": .string(amendment.reason),
        "content": ContentJSON(words: words, marked: nil, isVerified: false)
          .value(amendment.content),
        "observed": .optional(
          amendment.observed.map { words.clock.stamp($0.instant).rfc3339 }
        ),
      ]
    case .void(let void): voiding(void)
    case .leaving(let leaving): LeavingEntryJSON(leaving: leaving).members
    case .screening(let screening): ScreeningEntryJSON(screening).members
    case .presence(let presence): PresenceEntryJSON(presence).members
    case .assigned(let room): ["room": .string(room)]
    case .review(let review): ReviewEntryJSON(review).members
    case .addendum(let text): ["text": .string(text)]
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

  private func vitals(_ vitals: Vitals) -> [String: JSONValue] {
    [
      "readings": .array(
        vitals.signs.compactMap { sign in vitals.readings[sign].map { reading(sign, $0) } }
      ),
      "computedMap": vitals.computedMeanTimesThree.map { .number(mean($0)) } ?? .null,
      "confusionExpected": .bool(vitals.isConfusionExpected),
      "remark": .optional(vitals.remark),
    ]
  }

  /// With what the protocol says of its scale.
  private func score(_ score: ScaleScore) -> [String: JSONValue] {
    let scale = words.scale(score.scale)
    return [
      "scale": .string(score.scale), "score": .integer(score.score), "of": .optional(score.of),
      "items": .array(score.items.map(JSONValue.integer)),
      "title": .optional(scale?.title),
      "least": .optional(scale?.range.lowerBound), "most": .optional(scale?.range.upperBound),
      "level": .optional(scale?.level(of: score.score)?.name),
      "remark": .optional(score.remark),
    ]
  }

  /// To one decimal, and never on the other side of a limit.
  private func mean(_ timesThree: Int) -> String {
    ExactNumber(timesThree, over: 3).text(
      decimals: 1,
      limits: words.values.limits.ofMean
    )
  }

  private func reading(_ sign: VitalSign, _ reading: Reading) -> JSONValue {
    let quantity = reading.quantity
    let status: String
    var reason: String?
    var written: String?
    switch reading {
    case .measured: status = "measured"
    case .notObtained(let why):
      status = "not-obtained"
      reason = why
    case .notUsable(let text):
      status = "not-usable"
      written = text
    case .unrecordable: status = "unrecordable"
    case .roomAir: status = "room-air"
    }
    let mark = marked.flatMap { words.marks[$0, sign] }
    return .object([
      "sign": .string(sign.key),
      "status": .string(status),
      "value": quantity.map { .thousandths($0.thousandths) } ?? .null,
      "unit": .string(sign.unit),
      "level": .optional(quantity?.level?.letter),
      "entered": quantity.map(SessionJSON.entered) ?? .null,
      "verified": quantity == nil ? .null : .bool(isVerified || reading.isVerified),
      "broke": .optional(mark?.rawValue),
      "reason": .optional(reason),
      "written": .optional(written),
    ])
  }

  private func dose(_ dose: Dose) -> [String: JSONValue] {
    let weight = words.weight?.thousandths
    return [
      "drug": .string(dose.drug),
      "amount": amount(dose.amount),
      "otherwise": DoseText(limits: words.values.limits, weight: weight).otherWay(dose.amount)
        .map { .object(["value": .number($0.number), "unit": .string($0.unit)]) } ?? .null,
      "route": .string(dose.route.word),
      "overMinutes": .optional(dose.overMinutes),
      "unverified": .array(
        isVerified ? [] : dose.unverified.sorted().map { .string($0.word) }
      ),
      "remark": .optional(dose.remark),
    ]
  }

  private func infusion(_ event: InfusionEvent) -> [String: JSONValue] {
    var members: [String: JSONValue] = ["rate": .null, "given": .null, "givenStatus": .null]
    let name: String
    switch event {
    case .start: name = "start"
    case .pause: name = "pause"
    case .resume: name = "resume"
    case .rate(let amount, let per):
      name = "rate"
      members["rate"] = .object([
        "value": .thousandths(amount.thousandths), "unit": .string(amount.unit.text),
        "per": .string(per.text),
      ])
    case .stop(let given):
      name = "stop"
      switch given {
      case .amount(let amount):
        members["given"] = self.amount(amount)
        members["givenStatus"] = .string("known")
      case .notKnown: members["givenStatus"] = .string("not-known")
      case .notSaid: members["givenStatus"] = .string("not-said")
      }
    }
    members["event"] = .string(name)
    return members
  }

  private func amount(_ amount: Amount) -> JSONValue {
    .object(["value": .thousandths(amount.thousandths), "unit": .string(amount.unit.text)])
  }

  private func voiding(_ void: Voiding) -> [String: JSONValue] {
    switch void.reason {
    case .undone:
      ["of": .integer(void.entry.value), "undone": .bool(true), "reason": .null]
    case .because(let reason):
      ["of": .integer(void.entry.value), "undone": .bool(false), "reason": .string(reason)]
    }
  }

  private func named(_ named: Acknowledgement.Named) -> JSONValue {
    .object([
      "number": .integer(named.number.value), "rule": .string(named.flag.rule.text),
      "entry": .optional(named.flag.entry?.value),
      "cause": CauseJSON(named.flag.cause).value,
    ])
  }

  private func subject(_ subject: Deferral.Subject) -> String {
    switch subject {
    case .wholeSet: "set"
    case .bloodPressure: "bloodPressure"
    case .sign(let sign): sign.key
    case .effect(let name): name.text
    case .scale(let scale): scale
    }
  }
}
