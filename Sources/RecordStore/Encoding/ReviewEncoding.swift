import SessionRecord

private enum SubjectCode {
  static let flags: UInt8 = 1
  static let effects: UInt8 = 2
}

extension CanonicalWriter {
  mutating func review(_ value: Review) {
    group { writer in
      switch value.subject {
      case .flags(let named):
        writer.code(SubjectCode.flags)
        writer.named(named)
      case .effects(let onsets):
        writer.code(SubjectCode.effects)
        writer.list(onsets) { $1.number($0) }
      }
    }
    code(value.verdict)
    optional(value.followUp)
    text(value.text)
  }

  mutating func mark(_ value: ReviewMark) {
    group { writer in
      writer.number(value.entry)
      writer.instant(value.at)
      writer.text(value.by.text)
      writer.code(value.verdict)
      writer.optional(value.followUp)
      writer.text(value.text)
      writer.optional(value.outgrown) { $1.outgrown($0) }
    }
  }

  private mutating func outgrown(_ value: OutgrownReview) {
    switch value {
    case .priority(let priority):
      code(SubjectCode.flags)
      code(priority)
    case .effect(let worst, let distressing):
      code(SubjectCode.effects)
      optional(worst) { $1.code($0) }
      boolean(distressing)
    }
  }
}

extension CanonicalReader {
  mutating func review() throws(DamagedBody) -> Review {
    let subject = try group { reader throws(DamagedBody) -> Review.Subject in
      switch try reader.code() {
      case SubjectCode.flags: return .flags(try reader.named())
      case SubjectCode.effects:
        return .effects(try reader.list { reader throws(DamagedBody) in try reader.entryNumber() })
      default: throw DamagedBody()
      }
    }
    let verdict = try code(ReviewVerdict.self)
    let followUp = try optionalText()
    let text = try text()
    return try valid { () throws(ValueRefusal) in
      try Review(subject, verdict: verdict, followUp: followUp, text: text)
    }
  }

  mutating func mark() throws(DamagedBody) -> ReviewMark {
    try group { reader throws(DamagedBody) in
      ReviewMark(
        entry: try reader.entryNumber(),
        at: try reader.instant(),
        by: try reader.clinician(),
        verdict: try reader.code(ReviewVerdict.self),
        followUp: try reader.optionalText(),
        text: try reader.text(),
        outgrown: try reader.optional { reader throws(DamagedBody) in try reader.outgrown() }
      )
    }
  }

  private mutating func outgrown() throws(DamagedBody) -> OutgrownReview {
    switch try code() {
    case SubjectCode.flags: .priority(try code(Priority.self))
    case SubjectCode.effects:
      .effect(
        worst: try optional { reader throws(DamagedBody) in try reader.code(Severity.self) },
        distressing: try boolean()
      )
    default: throw DamagedBody()
    }
  }
}
