import SessionRecord

private enum MeasureCode {
  static let sign: UInt8 = 1
  static let effect: UInt8 = 2
  static let unverified: UInt8 = 3
  static let group: UInt8 = 4
  static let session: UInt8 = 5
  static let derived: UInt8 = 6
  static let rate: UInt8 = 7
  static let scale: UInt8 = 8
  static let news2: UInt8 = 9
  static let rule: UInt8 = 10
}

extension CanonicalWriter {
  /// What a flag watches: a group of its code and what it is of.
  mutating func measure(_ measure: Measure) {
    group { writer in
      switch measure {
      case .sign(let sign):
        writer.code(MeasureCode.sign)
        writer.code(sign)
      case .effect(let name):
        writer.code(MeasureCode.effect)
        writer.text(name.text)
      case .unverified: writer.code(MeasureCode.unverified)
      case .group(let group):
        writer.code(MeasureCode.group)
        writer.text(group.text)
      case .session: writer.code(MeasureCode.session)
      case .derived(let sign):
        writer.code(MeasureCode.derived)
        writer.code(sign)
      case .rate(let sign):
        writer.code(MeasureCode.rate)
        writer.code(sign)
      case .scale(let name):
        writer.code(MeasureCode.scale)
        writer.text(name)
      case .news2: writer.code(MeasureCode.news2)
      case .rule(let rule):
        writer.code(MeasureCode.rule)
        writer.text(rule.text)
      }
    }
  }
}

extension CanonicalReader {
  mutating func measure() throws(DamagedBody) -> Measure {
    try group { reader throws(DamagedBody) in
      switch try reader.code() {
      case MeasureCode.sign: return .sign(try reader.code(VitalSign.self))
      case MeasureCode.effect: return .effect(EffectName(try reader.text()))
      case MeasureCode.unverified: return .unverified
      case MeasureCode.group: return .group(GroupID(try reader.text()))
      case MeasureCode.session: return .session
      case MeasureCode.derived: return .derived(try reader.code(DerivedSign.self))
      case MeasureCode.rate: return .rate(try reader.code(VitalSign.self))
      case MeasureCode.scale: return .scale(try reader.text())
      case MeasureCode.news2: return .news2
      case MeasureCode.rule: return .rule(RuleID(try reader.text()))
      default: throw DamagedBody()
      }
    }
  }
}
