/// A value of one vital sign, in thousandths of its unit, so that nothing that compares ever rounds.
///
/// Consciousness is its level's number (0 alert … 4 unresponsive) times a thousand. A value typed in
/// another unit keeps what was typed.
package struct Quantity: Hashable {
  package let sign: VitalSign
  package let thousandths: Int
  package let entered: EnteredUnit?

  /// Refuses what is outside the sign's possible range.
  package init(
    _ sign: VitalSign,
    thousandths: Int,
    entered: EnteredUnit? = nil
  )
    throws(ValueRefusal)
  {
    let possible = PlausibleRange.possible(sign)
    guard possible.contains(thousandths) else {
      throw .impossible(sign, thousandths: thousandths)
    }
    self.sign = sign
    self.thousandths = thousandths
    self.entered = entered
  }

  /// A whole number of units.
  package init(_ sign: VitalSign, _ whole: Int) throws(ValueRefusal) {
    try self.init(sign, thousandths: whole * 1_000)
  }

  package init(_ level: Consciousness) {
    sign = .consciousness
    thousandths = level.rawValue * 1_000
    entered = nil
  }

  /// A temperature in tenths of a degree Fahrenheit.
  package init(fahrenheitTenths tenths: Int) throws(ValueRefusal) {
    let celsius = dividedToNearest((tenths - 320) * 500, by: 9)
    try self.init(.temperature, thousandths: celsius, entered: .fahrenheit(tenths: tenths))
  }

  /// A weight in tenths of a pound; one pound is 0.45359237 kg.
  package init(poundTenths tenths: Int) throws(ValueRefusal) {
    let kilograms = dividedToNearest(tenths * 45_359_237, by: 1_000_000)
    try self.init(.weight, thousandths: kilograms, entered: .pounds(tenths: tenths))
  }

  /// The level, when the sign is consciousness.
  package var level: Consciousness? {
    sign == .consciousness ? Consciousness(rawValue: thousandths / 1_000) : nil
  }
}

/// The unit that a value was typed in, where it is not the stored one, with what was typed.
package enum EnteredUnit: Hashable {
  case fahrenheit(tenths: Int)
  case pounds(tenths: Int)
}

private func dividedToNearest(_ number: Int, by divisor: Int) -> Int {
  number >= 0 ? (number + divisor / 2) / divisor : -((-number + divisor / 2) / divisor)
}
