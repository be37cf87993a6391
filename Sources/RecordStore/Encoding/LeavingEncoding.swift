import SessionRecord

private enum LeavingCode {
  static let answers: UInt8 = 1
  static let decision: UInt8 = 2
}

private enum OutcomeCode {
  static let criteriaMet: UInt8 = 1
  static let unmetWithReasons: UInt8 = 2
  static let againstAdvice: UInt8 = 3
  static let noDose: UInt8 = 4
  static let noCriteria: UInt8 = 5
}

extension CanonicalWriter {
  mutating func leaving(_ value: Leaving) {
    switch value {
    case .answers(let given):
      code(LeavingCode.answers)
      list(given.answers) { $1.answer($0) }
    case .decision(let decision):
      code(LeavingCode.decision)
      self.decision(decision)
    }
  }

  private mutating func answer(_ value: CriteriaAnswers.Answer) {
    group { writer in
      writer.text(value.criterion.text)
      writer.boolean(value.isMet)
      writer.optional(value.words)
    }
  }

  private mutating func decision(_ value: LeavingDecision) {
    outcome(value.outcome)
    text(value.decidedBy.text)
    list(value.unmet) { unmet, writer in
      writer.group { writer in
        writer.text(unmet.criterion.text)
        writer.text(unmet.missing)
        writer.optional(unmet.reason)
      }
    }
    optional(value.escort)
    optional(value.instructions)
    optional(value.readyMinute)
  }

  private mutating func outcome(_ value: LeavingDecision.Outcome) {
    group { writer in
      switch value {
      case .criteriaMet: writer.code(OutcomeCode.criteriaMet)
      case .unmetWithReasons: writer.code(OutcomeCode.unmetWithReasons)
      case .againstAdvice(let reason, let witness):
        writer.code(OutcomeCode.againstAdvice)
        writer.text(reason)
        writer.text(witness)
      case .noDose: writer.code(OutcomeCode.noDose)
      case .noCriteria: writer.code(OutcomeCode.noCriteria)
      }
    }
  }
}

extension CanonicalReader {
  mutating func leaving() throws(DamagedBody) -> Leaving {
    switch try code() {
    case LeavingCode.answers:
      let answers = try list { reader throws(DamagedBody) in try reader.answer() }
      return .answers(try valid { () throws(ValueRefusal) in try CriteriaAnswers(answers) })
    case LeavingCode.decision: return .decision(try decision())
    default: throw DamagedBody()
    }
  }

  private mutating func answer() throws(DamagedBody) -> CriteriaAnswers.Answer {
    try group { reader throws(DamagedBody) in
      CriteriaAnswers.Answer(
        CriterionID(try reader.text()),
        isMet: try reader.boolean(),
        words: try reader.optionalText()
      )
    }
  }

  private mutating func decision() throws(DamagedBody) -> LeavingDecision {
    let outcome = try outcome()
    let decidedBy = try clinician()
    let unmet = try list { reader throws(DamagedBody) in try reader.unmet() }
    let escort = try optionalText()
    let instructions = try optionalText()
    let readyMinute = try optionalInteger()
    return try valid { () throws(ValueRefusal) in
      try LeavingDecision(
        outcome,
        decidedBy: decidedBy,
        unmet: unmet,
        escort: escort,
        instructions: instructions,
        readyMinute: readyMinute
      )
    }
  }

  private mutating func unmet() throws(DamagedBody) -> LeavingDecision.Unmet {
    try group { reader throws(DamagedBody) in
      LeavingDecision.Unmet(
        CriterionID(try reader.text()),
        missing: try reader.text(),
        reason: try reader.optionalText()
      )
    }
  }

  private mutating func outcome() throws(DamagedBody) -> LeavingDecision.Outcome {
    try group { reader throws(DamagedBody) in
      switch try reader.code() {
      case OutcomeCode.criteriaMet: return .criteriaMet
      case OutcomeCode.unmetWithReasons: return .unmetWithReasons
      case OutcomeCode.againstAdvice:
        return .againstAdvice(reason: try reader.text(), witness: try reader.text())
      case OutcomeCode.noDose: return .noDose
      case OutcomeCode.noCriteria: return .noCriteria
      default: throw DamagedBody()
      }
    }
  }
}
