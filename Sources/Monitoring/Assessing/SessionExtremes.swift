import SessionRecord

extension Extremes {
  /// The highest and the lowest usable value of each sign, the first of equals.
  static func bySign(of observations: [Observation]) -> [VitalSign: Extremes] {
    var extremes: [VitalSign: Extremes] = [:]
    for observation in observations {
      guard case .vitals(let vitals) = observation.content else { continue }
      for sign in vitals.readings.keys {
        guard let (quantity, isVerified) = observation.value(of: sign) else { continue }
        let value = Extremes.Value(
          entry: observation.number,
          observed: observation.stamp,
          quantity: quantity,
          isVerified: isVerified
        )
        guard let before = extremes[sign] else {
          extremes[sign] = Extremes(highest: value, lowest: value)
          continue
        }
        let thousandths = quantity.thousandths
        if thousandths > before.highest.quantity.thousandths {
          extremes[sign] = Extremes(highest: value, lowest: before.lowest)
        } else if thousandths < before.lowest.quantity.thousandths {
          extremes[sign] = Extremes(highest: before.highest, lowest: value)
        }
      }
    }
    return extremes
  }
}
