import SessionRecord

private enum CourseCode {
  static let consent: UInt8 = 1
  static let consentWithdrawn: UInt8 = 2
  static let integration: UInt8 = 3
  static let laboratory: UInt8 = 4
  static let concern: UInt8 = 5
  static let erasure: UInt8 = 6
}

extension CanonicalWriter {
  mutating func course(_ value: CourseEvent) {
    switch value {
    case .consent(let consent):
      code(CourseCode.consent)
      text(consent.document)
      text(consent.version)
      text(consent.signed)
      boolean(consent.offLabelTold)
      optional(consent.capacityBy)
      optional(consent.witness)
    case .consentWithdrawn(let reason):
      code(CourseCode.consentWithdrawn)
      text(reason)
    case .integration(let session):
      code(CourseCode.integration)
      text(session.modality)
      integer(session.minutes)
      optional(session.homework)
      optional(session.nextStep)
    case .laboratory(let result):
      code(CourseCode.laboratory)
      code(result.test)
      code(result.finding)
      text(result.day)
      optional(result.words)
    case .concern(let concern):
      code(CourseCode.concern)
      code(concern.kind)
      text(concern.text)
    case .erasure(let reason, let authority):
      code(CourseCode.erasure)
      text(reason)
      text(authority)
    }
  }

  mutating func followUp(_ value: FollowUp) {
    text(value.task.text)
    number(value.session)
    code(value.outcome)
    text(value.text)
  }

  mutating func move(_ value: Move) {
    code(value.direction)
    number(value.session)
    list(value.entries) { $1.number($0) }
    text(value.reason)
  }

  mutating func waste(_ value: Waste) {
    amount(value.amount)
    optional(value.witness)
  }
}

extension CanonicalReader {
  mutating func course() throws(DamagedBody) -> CourseEvent {
    switch try code() {
    case CourseCode.consent: return .consent(try consent())
    case CourseCode.consentWithdrawn: return .consentWithdrawn(reason: try text())
    case CourseCode.integration:
      let modality = try text()
      let minutes = try integer()
      let homework = try optionalText()
      let nextStep = try optionalText()
      return .integration(
        try valid { () throws(ValueRefusal) in
          try Integration(
            modality: modality,
            minutes: minutes,
            homework: homework,
            nextStep: nextStep
          )
        }
      )
    case CourseCode.laboratory:
      let test = try code(LaboratoryTest.self)
      let finding = try code(LaboratoryResult.Finding.self)
      let day = try text()
      let words = try optionalText()
      return .laboratory(
        try valid { () throws(ValueRefusal) in
          try LaboratoryResult(test, finding, day: day, words: words)
        }
      )
    case CourseCode.concern:
      let kind = try code(MedicationConcern.Kind.self)
      let text = try text()
      return .concern(
        try valid { () throws(ValueRefusal) in try MedicationConcern(kind, text: text) }
      )
    case CourseCode.erasure: return .erasure(reason: try text(), authority: try text())
    default: throw DamagedBody()
    }
  }

  private mutating func consent() throws(DamagedBody) -> Consent {
    let document = try text()
    let version = try text()
    let signed = try text()
    let offLabelTold = try boolean()
    let capacityBy = try optionalText()
    let witness = try optionalText()
    return try valid { () throws(ValueRefusal) in
      try Consent(
        document: document,
        version: version,
        signed: signed,
        offLabelTold: offLabelTold,
        capacityBy: capacityBy,
        witness: witness
      )
    }
  }

  mutating func followUp() throws(DamagedBody) -> FollowUp {
    let task = TaskID(try text())
    let session = try sessionNumber()
    let outcome = try code(FollowUp.Outcome.self)
    let text = try text()
    return try valid { () throws(ValueRefusal) in
      try FollowUp(task, of: session, outcome, text: text)
    }
  }

  mutating func move() throws(DamagedBody) -> Move {
    let direction = try code(Move.Direction.self)
    let session = try sessionNumber()
    let entries = try list { reader throws(DamagedBody) in try reader.entryNumber() }
    let reason = try text()
    return try valid { () throws(ValueRefusal) in
      try Move(direction, session: session, entries: entries, reason: reason)
    }
  }

  mutating func waste() throws(DamagedBody) -> Waste {
    Waste(try amount(), witness: try optionalText())
  }

  private mutating func sessionNumber() throws(DamagedBody) -> SessionNumber {
    SessionNumber(try integer(in: 1...Int.max))
  }
}
