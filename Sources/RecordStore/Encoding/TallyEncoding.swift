import SessionRecord

private enum BeyondCode {
  static let until: UInt8 = 1
  static let notSeenBackInside: UInt8 = 2
}

extension LeavingOutcome: Coded {}

extension SessionTally {
  /// What the read model keeps: all of it.
  var body: [UInt8] {
    var writer = CanonicalWriter()
    writer.list(groups) { $1.group($0) }
    writer.list(flags) { $1.counted($0) }
    writer.integer(retractedClinical)
    writer.integer(retractedProcess)
    writer.list(effects) { $1.counted($0) }
    writer.optional(leaving) { $1.code($0) }
    writer.digits(typed)
    writer.digits(imported)
    writer.optional(timeZero)
    writer.list(given) { $1.given($0) }
    writer.optional(rise) { $1.rise($0) }
    writer.list(scores) { $1.counted($0) }
    writer.list(serious) { $1.serious($0) }
    writer.list(openCountersignatures) { $1.waiting($0) }
    return writer.bytes
  }

  init(body: [UInt8]) throws(DamagedBody) {
    self = try CanonicalReader.whole(body) { reader throws(DamagedBody) in
      SessionTally(
        groups: try reader.list { reader throws(DamagedBody) in try reader.countedGroup() },
        flags: try reader.list { reader throws(DamagedBody) in try reader.countedFlag() },
        retractedClinical: try reader.count(),
        retractedProcess: try reader.count(),
        effects: try reader.list { reader throws(DamagedBody) in try reader.countedEffect() },
        leaving: try reader.optional { reader throws(DamagedBody) in
          try reader.code(LeavingOutcome.self)
        },
        typed: try reader.digits(),
        imported: try reader.digits(),
        timeZero: try reader.optionalInstant(),
        given: try reader.list { reader throws(DamagedBody) in try reader.given() },
        rise: try reader.optional { reader throws(DamagedBody) in try reader.rise() },
        scores: try reader.list { reader throws(DamagedBody) in try reader.countedScore() },
        serious: try reader.list { reader throws(DamagedBody) in try reader.serious() },
        openCountersignatures: try reader.list { reader throws(DamagedBody) in
          try reader.waiting()
        }
      )
    }
  }
}

extension CanonicalWriter {
  fileprivate mutating func group(_ group: SessionTally.Group) {
    text(group.id.text)
    for count in [
      group.required, group.kept, group.late, group.notObtained, group.deferred, group.overdue,
      group.missed,
    ] { integer(count) }
  }

  fileprivate mutating func counted(_ flag: SessionTally.CountedFlag) {
    text(flag.rule.text)
    code(flag.priority)
    boolean(flag.isProcess)
    optional(flag.acknowledgedAfter?.milliseconds)
    switch flag.beyond {
    case nil: absent()
    case .until(let span)?:
      code(BeyondCode.until)
      integer(span.milliseconds)
    case .notSeenBackInside?: code(BeyondCode.notSeenBackInside)
    }
    optional(flag.review) { $1.code($0) }
  }

  fileprivate mutating func counted(_ effect: SessionTally.CountedEffect) {
    text(effect.name.text)
    optional(effect.worst) { $1.code($0) }
    boolean(effect.isDistressing)
    optional(effect.review) { $1.code($0) }
  }

  /// Four bytes a count, the most significant first; absent where nothing was counted.
  fileprivate mutating func digits(_ digits: DigitCounts) {
    guard !digits.isEmpty else { return absent() }
    octets(
      digits.columns.flatMap { count in
        withUnsafeBytes(of: UInt32(clamping: count).bigEndian) { Array($0) }
      }
    )
  }
}

extension CanonicalReader {
  fileprivate mutating func count() throws(DamagedBody) -> Int { try integer(in: 0...Int.max) }

  fileprivate mutating func countedGroup() throws(DamagedBody) -> SessionTally.Group {
    SessionTally.Group(
      id: GroupID(try text()),
      required: try count(),
      kept: try count(),
      late: try count(),
      notObtained: try count(),
      deferred: try count(),
      overdue: try count(),
      missed: try count()
    )
  }

  fileprivate mutating func countedFlag() throws(DamagedBody) -> SessionTally.CountedFlag {
    SessionTally.CountedFlag(
      rule: RuleID(try text()),
      priority: try code(Priority.self),
      isProcess: try boolean(),
      acknowledgedAfter: try optionalInteger().map { TimeSpan(milliseconds: $0) },
      beyond: try optional { reader throws(DamagedBody) in try reader.beyond() },
      review: try optional { reader throws(DamagedBody) in try reader.code(ReviewVerdict.self) }
    )
  }

  private mutating func beyond() throws(DamagedBody) -> SessionTally.Beyond {
    switch try code() {
    case BeyondCode.until: .until(TimeSpan(milliseconds: try integer()))
    case BeyondCode.notSeenBackInside: .notSeenBackInside
    default: throw DamagedBody()
    }
  }

  fileprivate mutating func countedEffect() throws(DamagedBody) -> SessionTally.CountedEffect {
    SessionTally.CountedEffect(
      name: EffectName(try text()),
      worst: try optional { reader throws(DamagedBody) in try reader.code(Severity.self) },
      isDistressing: try boolean(),
      review: try optional { reader throws(DamagedBody) in try reader.code(ReviewVerdict.self) }
    )
  }

  fileprivate mutating func digits() throws(DamagedBody) -> DigitCounts {
    let bytes = try optional { reader throws(DamagedBody) in try reader.octets() }
    guard let bytes else { return DigitCounts() }
    guard bytes.count == DigitCounts.columns * 4 else { throw DamagedBody() }
    var columns: [Int] = []
    columns.reserveCapacity(DigitCounts.columns)
    for start in stride(from: 0, to: bytes.count, by: 4) {
      columns.append(bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) })
    }
    guard let digits = DigitCounts(columns: columns), !digits.isEmpty else { throw DamagedBody() }
    return digits
  }
}
