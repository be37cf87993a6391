package import SessionRecord

/// A value of a protocol as a difference tells it.
package enum ProtocolValue: Hashable {
  case text(String)
  case count(Int)
  /// Thousandths of a unit, with the unit as it stands after a number; *signed* shows a plus.
  case amount(thousandths: Int, unit: String, signed: Bool)
  case span(TimeSpan)
  case flag(Bool)
  /// Members without an order of their own.
  case members([String])
  /// Members whose order says something.
  case order([String])

  /// The same number; its unit goes with the sign, which is a field of its own.
  func isSame(as other: ProtocolValue) -> Bool {
    switch (self, other) {
    case (.amount(let one, _, _), .amount(let two, _, _)): one == two
    case (.members(let one), .members(let two)): one.sorted() == two.sorted()
    default: self == other
    }
  }
}

extension ProtocolValue {
  static func amount(_ thousandths: Int, _ unit: String = "") -> ProtocolValue {
    .amount(thousandths: thousandths, unit: unit, signed: false)
  }

  /// A value of a sign; on the RASS with its plus.
  static func amount(_ thousandths: Int, of sign: VitalSign) -> ProtocolValue {
    .amount(thousandths: thousandths, unit: sign.unitSuffix, signed: sign == .rass)
  }

  static func amount(_ thousandths: Int, of sign: DerivedSign) -> ProtocolValue {
    .amount(thousandths, sign.unit.isEmpty ? "" : " " + sign.unit)
  }

  static func minutes(_ minutes: Int) -> ProtocolValue { .span(.minutes(minutes)) }
  static func effects(_ names: [EffectName]) -> ProtocolValue { .members(names.map(\.text)) }
}

/// A field of something in a protocol; without a value it is not given.
struct ProtocolField {
  let name: String
  let value: ProtocolValue?

  init(_ name: String, _ value: ProtocolValue?) {
    self.name = name
    self.value = value
  }
}

extension [ProtocolField] {
  /// On what the numbers stand; *what* tells them apart where there are several.
  static func basis(_ basis: Basis?, of what: String = "") -> [ProtocolField] {
    let before = what.isEmpty ? "" : what + " "
    return [
      ProtocolField("\(before)standing", basis.map { .text($0.standing.rawValue) }),
      ProtocolField("\(before)sources", basis.map { .members($0.sources) }),
    ]
  }

  /// What differs, in this order, then what only the other has.
  func changes(to other: [ProtocolField]) -> [ProtocolDifference.FieldChange] {
    func value(_ name: String, in fields: [ProtocolField]) -> ProtocolValue? {
      fields.first { $0.name == name }?.value
    }
    let names = map(\.name)
    return (names + other.map(\.name).filter { !names.contains($0) }).compactMap { name in
      let was = value(name, in: self)
      let now = value(name, in: other)
      switch (was, now) {
      // No list is an empty one.
      case (nil, nil), (nil, .members([])?), (.members([])?, nil): return nil
      case (let one?, let two?) where one.isSame(as: two): return nil
      default: return ProtocolDifference.FieldChange(name, was: was, now: now)
      }
    }
  }
}
