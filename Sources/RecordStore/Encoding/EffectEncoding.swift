import SessionRecord

private enum GradeCode {
  static let words: UInt8 = 1
  static let rating: UInt8 = 2
}

extension CanonicalWriter {
  mutating func effect(_ value: SideEffect) {
    text(value.name.text)
    optional(value.grade) { grade, writer in
      writer.group { writer in
        switch grade {
        case .words(let severity):
          writer.code(GradeCode.words)
          writer.code(severity)
        case .rating(let rating):
          writer.code(GradeCode.rating)
          writer.integer(rating)
        }
      }
    }
    optional(value.course) { $1.code($0) }
    boolean(value.distressing)
    optional(value.remark)
  }
}

extension CanonicalReader {
  mutating func effect() throws(DamagedBody) -> SideEffect {
    SideEffect(
      EffectName(try text()),
      grade: try optional { reader throws(DamagedBody) in try reader.grade() },
      course: try optional { reader throws(DamagedBody) in try reader.code(EffectCourse.self) },
      distressing: try boolean(),
      remark: try optionalText()
    )
  }

  private mutating func grade() throws(DamagedBody) -> Grade {
    try group { reader throws(DamagedBody) in
      switch try reader.code() {
      case GradeCode.words: return .words(try reader.code(Severity.self))
      case GradeCode.rating:
        let rating = try reader.integer()
        return try reader.valid { () throws(ValueRefusal) in try Grade(rating: rating) }
      default: throw DamagedBody()
      }
    }
  }
}
