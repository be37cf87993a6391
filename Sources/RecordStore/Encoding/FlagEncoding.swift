import SessionRecord

private enum StateCode {
  static let unconfirmed: UInt8 = 1
  static let confirmed: UInt8 = 2
  static let clearedOnRepeat: UInt8 = 3
  static let cleared: UInt8 = 4
}

extension Flag {
  /// What the read model keeps beside its columns: the whole flag.
  var body: [UInt8] {
    var writer = CanonicalWriter()
    writer.flag(self)
    return writer.bytes
  }

  init(body: [UInt8]) throws(DamagedBody) {
    self = try CanonicalReader.whole(body) { reader throws(DamagedBody) in try reader.flag() }
  }
}

extension CanonicalWriter {
  fileprivate mutating func flag(_ flag: Flag) {
    identity(flag.identity)
    number(flag.number)
    measure(flag.measure)
    text(flag.title)
    text(flag.text)
    boolean(flag.isProcess)
    boolean(flag.isStopCriterionMet)
    code(flag.protocolPriority)
    code(flag.priority)
    optional(flag.limit) { $1.limit($0) }
    list(flag.readings) { $1.breaking($0) }
    optional(flag.peak) { $1.breaking($0) }
    instant(flag.raised)
    instant(flag.known)
    state(flag.state)
    optional(flag.confirmed)
    optional(flag.backInside)
    list(flag.acknowledgements) { $1.flagAcknowledgement($0) }
    optional(flag.retractedBy) { $1.number($0) }
    optional(flag.reviewed) { $1.mark($0) }
  }

  private mutating func limit(_ limit: BrokenLimit) {
    group { writer in
      writer.code(limit.comparison)
      writer.integer(limit.numerator)
      writer.integer(limit.denominator)
      writer.optional(limit.baseline) { baseline, writer in
        writer.group { writer in
          writer.integer(baseline.sum)
          writer.integer(baseline.count)
        }
      }
    }
  }

  private mutating func state(_ state: FlagState) {
    group { writer in
      switch state {
      case .unconfirmed: writer.code(StateCode.unconfirmed)
      case .confirmed(let at, let repeated):
        writer.code(StateCode.confirmed)
        writer.instant(at)
        writer.boolean(repeated)
      case .clearedOnRepeat(let at):
        writer.code(StateCode.clearedOnRepeat)
        writer.instant(at)
      case .cleared(let at, let repeated):
        writer.code(StateCode.cleared)
        writer.instant(at)
        writer.boolean(repeated)
      }
    }
  }

  private mutating func flagAcknowledgement(_ value: FlagAcknowledgement) {
    group { writer in
      writer.number(value.entry)
      writer.instant(value.at)
      writer.text(value.by.text)
      writer.text(value.text)
      writer.boolean(value.covering)
    }
  }
}

extension CanonicalReader {
  fileprivate mutating func flag() throws(DamagedBody) -> Flag {
    Flag(
      identity: try identity(),
      number: try flagNumber(),
      measure: try measure(),
      title: try text(),
      text: try text(),
      isProcess: try boolean(),
      isStopCriterionMet: try boolean(),
      protocolPriority: try code(Priority.self),
      priority: try code(Priority.self),
      limit: try optional { reader throws(DamagedBody) in try reader.limit() },
      readings: try list { reader throws(DamagedBody) in try reader.breaking() },
      peak: try optional { reader throws(DamagedBody) in try reader.breaking() },
      raised: try instant(),
      known: try instant(),
      state: try state(),
      confirmed: try optionalInstant(),
      backInside: try optionalInstant(),
      acknowledgements: try list { reader throws(DamagedBody) in
        try reader.flagAcknowledgement()
      },
      retractedBy: try optional { reader throws(DamagedBody) in try reader.entryNumber() },
      reviewed: try optional { reader throws(DamagedBody) in try reader.mark() }
    )
  }

  private mutating func limit() throws(DamagedBody) -> BrokenLimit {
    try group { reader throws(DamagedBody) in
      BrokenLimit(
        comparison: try reader.code(Comparison.self),
        numerator: try reader.integer(in: CanonicalReader.numerators),
        denominator: try reader.integer(in: CanonicalReader.denominators),
        baseline: try reader.optional { reader throws(DamagedBody) in
          try reader.group { reader throws(DamagedBody) in
            BaselineValue(
              sum: try reader.integer(in: -1_000_000_000_000_000...1_000_000_000_000_000),
              count: try reader.integer(in: 1...1_000_000_000)
            )
          }
        }
      )
    }
  }

  private mutating func state() throws(DamagedBody) -> FlagState {
    try group { reader throws(DamagedBody) in
      switch try reader.code() {
      case StateCode.unconfirmed: return .unconfirmed
      case StateCode.confirmed:
        return .confirmed(at: try reader.instant(), repeated: try reader.boolean())
      case StateCode.clearedOnRepeat: return .clearedOnRepeat(at: try reader.instant())
      case StateCode.cleared:
        return .cleared(at: try reader.instant(), repeated: try reader.boolean())
      default: throw DamagedBody()
      }
    }
  }

  private mutating func flagAcknowledgement() throws(DamagedBody) -> FlagAcknowledgement {
    try group { reader throws(DamagedBody) in
      FlagAcknowledgement(
        entry: try reader.entryNumber(),
        at: try reader.instant(),
        by: try reader.clinician(),
        text: try reader.text(),
        covering: try reader.boolean()
      )
    }
  }
}
