import SessionRecord

private enum ScreeningCode {
  static let answers: UInt8 = 1
  static let findings: UInt8 = 2
  static let decision: UInt8 = 3
  static let countersignature: UInt8 = 4
}

extension CanonicalWriter {
  mutating func screening(_ value: Screening) {
    switch value {
    case .answers(let given):
      code(ScreeningCode.answers)
      code(given.source)
      list(given.answers) { answer, writer in
        writer.group { writer in
          writer.text(answer.gate.text)
          writer.code(answer.answer)
          writer.optional(answer.words)
        }
      }
    case .findings(let findings):
      code(ScreeningCode.findings)
      list(findings) { $1.finding($0) }
    case .decision(let decision):
      code(ScreeningCode.decision)
      code(decision.kind)
      text(decision.decidedBy.text)
      boolean(decision.isByTelephone)
      list(decision.gates) { reasoned, writer in
        writer.group { writer in
          writer.text(reasoned.gate.text)
          writer.text(reasoned.reason)
        }
      }
    case .countersignature(let entry, let words):
      code(ScreeningCode.countersignature)
      number(entry)
      optional(words)
    }
  }

  private mutating func finding(_ value: GateFinding) {
    group { writer in
      writer.text(value.gate.text)
      writer.code(value.level)
      writer.code(value.answer)
      writer.boolean(value.holds)
      writer.text(value.basis)
      writer.optional(value.entry) { $1.number($0) }
    }
  }
}

extension CanonicalReader {
  mutating func screening() throws(DamagedBody) -> Screening {
    switch try code() {
    case ScreeningCode.answers:
      let source = try code(AnswerSource.self)
      let answers = try list { reader throws(DamagedBody) in
        try reader.group { reader throws(DamagedBody) in
          GateAnswers.Answer(
            GateID(try reader.text()),
            try reader.code(GateAnswer.self),
            words: try reader.optionalText()
          )
        }
      }
      return .answers(
        try valid { () throws(ValueRefusal) in try GateAnswers(answers, source: source) }
      )
    case ScreeningCode.findings:
      return .findings(try list { reader throws(DamagedBody) in try reader.finding() })
    case ScreeningCode.decision: return .decision(try gateDecision())
    case ScreeningCode.countersignature:
      return .countersignature(of: try entryNumber(), words: try optionalText())
    default: throw DamagedBody()
    }
  }

  private mutating func gateDecision() throws(DamagedBody) -> GateDecision {
    let kind = try code(GateDecision.Kind.self)
    let decidedBy = try clinician()
    let isByTelephone = try boolean()
    let gates = try list { reader throws(DamagedBody) in
      try reader.group { reader throws(DamagedBody) in
        GateDecision.Reasoned(GateID(try reader.text()), reason: try reader.text())
      }
    }
    return try valid { () throws(ValueRefusal) in
      try GateDecision(kind, decidedBy: decidedBy, isByTelephone: isByTelephone, gates: gates)
    }
  }

  private mutating func finding() throws(DamagedBody) -> GateFinding {
    try group { reader throws(DamagedBody) in
      GateFinding(
        gate: GateID(try reader.text()),
        level: try reader.code(GateLevel.self),
        answer: try reader.code(GateAnswer.self),
        holds: try reader.boolean(),
        basis: try reader.text(),
        entry: try reader.optional { reader throws(DamagedBody) in try reader.entryNumber() }
      )
    }
  }
}
