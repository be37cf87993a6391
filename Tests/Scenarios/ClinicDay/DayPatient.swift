import SessionRecord
import TestSupport

/// How a patient of the day is.
struct DayPatient {
  /// The pressure is often high.
  let isHot: Bool
  let isDrowsy: Bool

  /// A line with these signs, as they happen to be.
  func vitals(_ signs: [VitalSign], _ dice: inout SeededGenerator) -> String {
    var words: [String] = []
    for sign in signs {
      switch sign {
      case .systolic:
        let systolic =
          isHot && dice.chance(45) ? dice.number(176...206) : dice.number(112...158)
        words.append("\(systolic)/\(dice.number(66...92))")
      case .heartRate: words.append("hr \(dice.chance(6) ? 134 : dice.number(62...98))")
      case .spo2: words.append("\(isDrowsy && dice.chance(40) ? 91 : dice.number(94...99))%")
      case .respiratoryRate: words.append("rr \(dice.number(12...18))")
      case .moaas: words.append("moaas \(isDrowsy && dice.chance(40) ? 3 : 5)")
      case .consciousness: words.append("A")
      case .temperature: words.append("t 36.\(dice.number(2...9))")
      default: break
      }
      if sign == .spo2, !signs.contains(.respiratoryRate), dice.chance(90) { words.append("rr 14") }
    }
    return words.joined(separator: " ")
  }
}
