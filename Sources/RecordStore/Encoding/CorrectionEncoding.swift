import SessionRecord

private enum SubjectCode {
  static let wholeSet: UInt8 = 1
  static let bloodPressure: UInt8 = 2
  static let sign: UInt8 = 3
  static let effect: UInt8 = 4
  static let scale: UInt8 = 5
}

private enum VoidCode {
  static let undone: UInt8 = 1
  static let because: UInt8 = 2
}

extension CanonicalWriter {
  mutating func deferral(_ value: Deferral) {
    group { writer in
      switch value.subject {
      case .wholeSet: writer.code(SubjectCode.wholeSet)
      case .bloodPressure: writer.code(SubjectCode.bloodPressure)
      case .sign(let sign):
        writer.code(SubjectCode.sign)
        writer.code(sign)
      case .effect(let name):
        writer.code(SubjectCode.effect)
        writer.text(name.text)
      case .scale(let scale):
        writer.code(SubjectCode.scale)
        writer.text(scale)
      }
    }
    text(value.reason)
  }

  mutating func acknowledgement(_ value: Acknowledgement) {
    named(value.flags)
    text(value.text)
  }

  /// Flags by number and by what they are.
  mutating func named(_ flags: [Acknowledgement.Named]) {
    list(flags) { named, writer in
      writer.group { writer in
        writer.number(named.number)
        writer.identity(named.flag)
      }
    }
  }

  mutating func amendment(_ value: Amendment) {
    number(value.entry)
    group { writer in
      writer.code(value.content.kind)
      writer.content(value.content)
    }
    optional(value.observed)
    text(value.reason)
  }

  mutating func voiding(_ value: Voiding) {
    number(value.entry)
    switch value.reason {
    case .undone: code(VoidCode.undone)
    case .because(let reason):
      code(VoidCode.because)
      text(reason)
    }
  }
}

extension CanonicalReader {
  mutating func deferral() throws(DamagedBody) -> Deferral {
    let subject = try group { reader throws(DamagedBody) -> Deferral.Subject in
      switch try reader.code() {
      case SubjectCode.wholeSet: return .wholeSet
      case SubjectCode.bloodPressure: return .bloodPressure
      case SubjectCode.sign: return .sign(try reader.code(VitalSign.self))
      case SubjectCode.effect: return .effect(EffectName(try reader.text()))
      case SubjectCode.scale: return .scale(try reader.text())
      default: throw DamagedBody()
      }
    }
    return Deferral(subject, reason: try text())
  }

  mutating func acknowledgement() throws(DamagedBody) -> Acknowledgement {
    Acknowledgement(flags: try named(), text: try text())
  }

  mutating func named() throws(DamagedBody) -> [Acknowledgement.Named] {
    try list { reader throws(DamagedBody) in
      try reader.group { reader throws(DamagedBody) in
        Acknowledgement.Named(
          number: try reader.flagNumber(),
          flag: try reader.identity()
        )
      }
    }
  }

  /// An amendment holds the content of an original, so never that of an amendment or a void.
  mutating func amendment() throws(DamagedBody) -> Amendment {
    let entry = try entryNumber()
    let content = try group { reader throws(DamagedBody) -> Content in
      let kind = try reader.code(EntryKind.self)
      guard kind != .amendment, kind != .void else { throw DamagedBody() }
      return try reader.content(kind)
    }
    return Amendment(
      of: entry,
      content: content,
      observed: try optionalStamp(),
      reason: try text()
    )
  }

  mutating func voiding() throws(DamagedBody) -> Voiding {
    let entry = try entryNumber()
    switch try code() {
    case VoidCode.undone: return Voiding(of: entry, reason: .undone)
    case VoidCode.because: return Voiding(of: entry, reason: .because(try text()))
    default: throw DamagedBody()
    }
  }
}
