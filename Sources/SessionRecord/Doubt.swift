/// Why a value is stored as unverified.
package struct Doubt: Hashable {
  package enum Cause: Hashable {
    case outsideExpected(ClosedRange<Int>)
    case narrowPulsePressure
    /// The change from the value before, less than five minutes older, in thousandths.
    case jump(from: Quantity)
  }

  package let sign: VitalSign
  package let cause: Cause
}

extension Vitals {
  /// What is not expected in this set, given the values of less than five minutes before it.
  package func doubts(after previous: [VitalSign: Quantity]) -> [Doubt] {
    signs.compactMap { sign in
      guard let quantity = value(sign) else { return nil }
      let expected = PlausibleRange.expected(sign)
      if !expected.contains(quantity.thousandths) {
        return Doubt(sign: sign, cause: .outsideExpected(expected))
      }
      if sign == .systolic || sign == .diastolic,
        let systolic = value(.systolic), let diastolic = value(.diastolic),
        systolic.thousandths - diastolic.thousandths < PlausibleRange.expectedPulsePressure
      {
        return Doubt(sign: sign, cause: .narrowPulsePressure)
      }
      if let jump = PlausibleRange.unexpectedJump(sign), let before = previous[sign],
        abs(quantity.thousandths - before.thousandths) >= jump
      {
        return Doubt(sign: sign, cause: .jump(from: before))
      }
      return nil
    }
  }

  /// The same set with what is not expected marked unverified.
  package func doubted(after previous: [VitalSign: Quantity]) -> Vitals {
    marking(unverified: Set(doubts(after: previous).map(\.sign)))
  }
}
