import SessionRecord

private enum CauseCode {
  static let entry: UInt8 = 1
  static let slot: UInt8 = 2
  static let baseline: UInt8 = 3
  static let silence: UInt8 = 4
}

extension CanonicalWriter {
  /// A flag's rule and a group of its cause: what a flag is, whoever names it.
  mutating func identity(_ value: FlagIdentity) {
    text(value.rule.text)
    group { writer in
      switch value.cause {
      case .entry(let entry):
        writer.code(CauseCode.entry)
        writer.number(entry)
      case .slot(let minutes):
        writer.code(CauseCode.slot)
        writer.integer(minutes)
      case .baseline: writer.code(CauseCode.baseline)
      case .silence: writer.code(CauseCode.silence)
      }
    }
  }
}

extension CanonicalReader {
  mutating func identity() throws(DamagedBody) -> FlagIdentity {
    let rule = RuleID(try text())
    return FlagIdentity(
      rule: rule,
      cause: try group { reader throws(DamagedBody) in
        switch try reader.code() {
        case CauseCode.entry: return .entry(try reader.entryNumber())
        case CauseCode.slot: return .slot(minutes: try reader.integer(in: 0...1_000_000))
        case CauseCode.baseline: return .baseline
        case CauseCode.silence: return .silence
        default: throw DamagedBody()
        }
      }
    )
  }
}
