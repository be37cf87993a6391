import SessionRecord

/// What a reading says; its number in the format.
private enum ReadingCode {
  static let measured: UInt8 = 1
  static let notObtained: UInt8 = 2
  static let notUsable: UInt8 = 3
  static let unrecordable: UInt8 = 4
  static let roomAir: UInt8 = 5
}

private enum EnteredCode {
  static let fahrenheit: UInt8 = 1
  static let pounds: UInt8 = 2
}

extension CanonicalWriter {
  /// A list of readings by sign, ascending, whether confusion is expected, and the remark.
  mutating func vitals(_ value: Vitals) {
    list(value.signs) { sign, writer in
      guard let reading = value.readings[sign] else { return }
      writer.reading(reading, of: sign)
    }
    boolean(value.isConfusionExpected)
    optional(value.remark)
  }

  /// A group of sign, thousandths and the unit that was typed.
  mutating func quantity(_ value: Quantity) {
    group { writer in
      writer.code(value.sign)
      writer.integer(value.thousandths)
      writer.optional(value.entered) { entered, writer in
        writer.group { writer in
          switch entered {
          case .fahrenheit(let tenths):
            writer.code(EnteredCode.fahrenheit)
            writer.integer(tenths)
          case .pounds(let tenths):
            writer.code(EnteredCode.pounds)
            writer.integer(tenths)
          }
        }
      }
    }
  }

  private mutating func reading(_ reading: Reading, of sign: VitalSign) {
    group { writer in
      writer.code(sign)
      switch reading {
      case .measured(let quantity, let verified):
        writer.code(ReadingCode.measured)
        writer.quantity(quantity)
        writer.boolean(verified)
      case .notObtained(let reason):
        writer.code(ReadingCode.notObtained)
        writer.text(reason)
      case .notUsable(let written):
        writer.code(ReadingCode.notUsable)
        writer.text(written)
      case .unrecordable: writer.code(ReadingCode.unrecordable)
      case .roomAir: writer.code(ReadingCode.roomAir)
      }
    }
  }
}

extension CanonicalReader {
  mutating func vitals() throws(DamagedBody) -> Vitals {
    let pairs = try list { reader throws(DamagedBody) in try reader.reading() }
    var readings = [VitalSign: Reading](minimumCapacity: pairs.count)
    var last: VitalSign?
    for (sign, reading) in pairs {
      if let last, sign <= last { throw DamagedBody() }
      readings[sign] = reading
      last = sign
    }
    let isConfusionExpected = try boolean()
    let remark = try optionalText()
    return try valid { () throws(ValueRefusal) in
      try Vitals(readings, isConfusionExpected: isConfusionExpected, remark: remark)
    }
  }

  mutating func quantity() throws(DamagedBody) -> Quantity {
    try group { reader throws(DamagedBody) in
      let sign = try reader.code(VitalSign.self)
      let thousandths = try reader.integer()
      let entered = try reader.optional { reader throws(DamagedBody) in try reader.entered() }
      let quantity = try reader.valid { () throws(ValueRefusal) in
        try Quantity(sign, thousandths: thousandths, entered: entered)
      }
      guard try reader.converted(entered).map({ $0 == quantity }) ?? true else {
        throw DamagedBody()
      }
      return quantity
    }
  }

  private mutating func entered() throws(DamagedBody) -> EnteredUnit {
    try group { reader throws(DamagedBody) in
      let unit = try reader.code()
      let tenths = try reader.integer(in: 0...100_000)
      switch unit {
      case EnteredCode.fahrenheit: return .fahrenheit(tenths: tenths)
      case EnteredCode.pounds: return .pounds(tenths: tenths)
      default: throw DamagedBody()
      }
    }
  }

  /// The quantity that what was typed converts to; nil where nothing was converted.
  private func converted(_ entered: EnteredUnit?) throws(DamagedBody) -> Quantity? {
    switch entered {
    case .fahrenheit(let tenths)?:
      try valid { () throws(ValueRefusal) in try Quantity(fahrenheitTenths: tenths) }
    case .pounds(let tenths)?:
      try valid { () throws(ValueRefusal) in try Quantity(poundTenths: tenths) }
    case nil: nil
    }
  }

  private mutating func reading() throws(DamagedBody) -> (VitalSign, Reading) {
    try group { reader throws(DamagedBody) in
      let sign = try reader.code(VitalSign.self)
      switch try reader.code() {
      case ReadingCode.measured:
        let quantity = try reader.quantity()
        guard quantity.sign == sign else { throw DamagedBody() }
        return (sign, .measured(quantity, verified: try reader.boolean()))
      case ReadingCode.notObtained: return (sign, .notObtained(because: try reader.text()))
      case ReadingCode.notUsable: return (sign, .notUsable(written: try reader.text()))
      case ReadingCode.unrecordable: return (sign, .unrecordable)
      case ReadingCode.roomAir: return (sign, .roomAir)
      default: throw DamagedBody()
      }
    }
  }
}
