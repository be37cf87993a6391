import SessionRecord

private enum InfusionCode {
  static let start: UInt8 = 1
  static let pause: UInt8 = 2
  static let resume: UInt8 = 3
  static let rate: UInt8 = 4
  static let stop: UInt8 = 5
}

private enum GivenCode {
  static let amount: UInt8 = 1
  static let notKnown: UInt8 = 2
  static let notSaid: UInt8 = 3
}

extension CanonicalWriter {
  /// A group of thousandths and unit.
  mutating func amount(_ value: Amount) {
    group { writer in
      writer.integer(value.thousandths)
      writer.code(value.unit)
    }
  }

  mutating func dose(_ value: Dose) {
    text(value.drug)
    amount(value.amount)
    code(value.route)
    optional(value.overMinutes)
    list(value.unverified.sorted()) { $1.code($0) }
    optional(value.remark)
  }

  mutating func infusion(_ value: InfusionEvent) {
    switch value {
    case .start: code(InfusionCode.start)
    case .pause: code(InfusionCode.pause)
    case .resume: code(InfusionCode.resume)
    case .rate(let amount, let unit):
      code(InfusionCode.rate)
      self.amount(amount)
      code(unit)
    case .stop(let given):
      code(InfusionCode.stop)
      switch given {
      case .amount(let amount):
        code(GivenCode.amount)
        self.amount(amount)
      case .notKnown: code(GivenCode.notKnown)
      case .notSaid: code(GivenCode.notSaid)
      }
    }
  }
}

extension CanonicalReader {
  mutating func amount() throws(DamagedBody) -> Amount {
    try group { reader throws(DamagedBody) in
      let thousandths = try reader.integer()
      let unit = try reader.code(DoseUnit.self)
      return try reader.valid { () throws(ValueRefusal) in
        try Amount(thousandths: thousandths, unit)
      }
    }
  }

  mutating func dose() throws(DamagedBody) -> Dose {
    let drug = try text()
    let amount = try amount()
    let route = try code(Route.self)
    let minutes = try optionalInteger()
    let doubts = try list { reader throws(DamagedBody) in try reader.code(DoseDoubt.self) }
    let remark = try optionalText()
    guard zip(doubts, doubts.dropFirst()).allSatisfy({ $0 < $1 }) else { throw DamagedBody() }
    return try valid { () throws(ValueRefusal) in
      try Dose(
        drug: drug,
        amount: amount,
        route: route,
        overMinutes: minutes,
        unverified: Set(doubts),
        remark: remark
      )
    }
  }

  mutating func infusion() throws(DamagedBody) -> InfusionEvent {
    switch try code() {
    case InfusionCode.start: return .start
    case InfusionCode.pause: return .pause
    case InfusionCode.resume: return .resume
    case InfusionCode.rate: return .rate(try amount(), per: try code(RateUnit.self))
    case InfusionCode.stop:
      switch try code() {
      case GivenCode.amount: return .stop(given: .amount(try amount()))
      case GivenCode.notKnown: return .stop(given: .notKnown)
      case GivenCode.notSaid: return .stop(given: .notSaid)
      default: throw DamagedBody()
      }
    default: throw DamagedBody()
    }
  }
}
