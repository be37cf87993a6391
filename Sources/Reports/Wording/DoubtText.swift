import SessionRecord

/// Why a value is stored as unverified, for the one who typed it.
enum DoubtText {
  static func doubt(_ doubt: Doubt, values: ValueText) -> String {
    let name = doubt.sign.name
    switch doubt.cause {
    case .outsideExpected(let expected):
      return "\(name) outside \(decimal(expected.lowerBound)) to \(decimal(expected.upperBound))"
    case .narrowPulsePressure:
      return
        "systolic and diastolic less than \(decimal(PlausibleRange.expectedPulsePressure)) apart"
    case .jump(let before):
      return "\(name) \(values.number(before)) less than 5 min before"
    }
  }
}
