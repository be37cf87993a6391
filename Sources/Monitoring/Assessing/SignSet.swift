import SessionRecord

/// Some of the vital signs, as bits at their numbers.
struct SignSet: Equatable {
  /// One more than the highest number of a sign.
  static let places = (VitalSign.allCases.map(\.rawValue).max() ?? 0) + 1

  private var bits: UInt32 = 0

  init() {}

  init(_ signs: some Sequence<VitalSign>) {
    for sign in signs { insert(sign) }
  }

  mutating func insert(_ sign: VitalSign) { bits |= 1 << UInt32(sign.rawValue) }
  func contains(_ sign: VitalSign) -> Bool { bits & (1 << UInt32(sign.rawValue)) != 0 }
  func isDisjoint(with other: SignSet) -> Bool { bits & other.bits == 0 }

  var isEmpty: Bool { bits == 0 }

  /// The number of its one sign; nil where there are none or several.
  var only: Int? { bits.nonzeroBitCount == 1 ? bits.trailingZeroBitCount : nil }

  /// The numbers of the signs, ascending.
  func forEach(_ body: (Int) -> Void) {
    var rest = bits
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }
}
