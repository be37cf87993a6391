import SessionRecord
import TestSupport

/// What goes wrong with a set: two in a hundred, each of three ways as likely.
enum Artefact: CaseIterable {
  case diastolicMissing
  case pulseDoubled
  /// Refused where it is typed, and typed right.
  case pressuresSwapped

  static let share = 0.02
}

extension SimulatedPatient {
  /// A set of these signs as it is typed, and what went wrong with it.
  func set(
    of signs: Set<VitalSign>,
    at minute: Double,
    on curve: ResponseCurve,
    _ dice: inout SeededGenerator
  ) throws -> (vitals: Vitals, artefact: Artefact?) {
    var artefact: Artefact?
    if signs.contains(.systolic), dice.happens(Artefact.share) {
      artefact = dice.pick(Artefact.allCases)
    }
    var readings: [VitalSign: Reading] = [:]
    for sign in signs.sorted() {
      if sign == .oxygenFlow {
        readings[sign] = .roomAir
        continue
      }
      guard var value = shown(sign, at: minute, on: curve, &dice) else { continue }
      if sign == .diastolic, artefact == .diastolicMissing { continue }
      if sign == .heartRate, artefact == .pulseDoubled { value *= 2 }
      if sign == .diastolic, let systolic = readings[.systolic]?.quantity?.thousandths {
        value = min(value, Double(systolic) / 1_000 - 12)
      }
      readings[sign] = .measured(try SimulatedPatient.typed(sign, value), verified: true)
    }
    let isConfused = readings[.consciousness]?.quantity?.level == .confused
    let vitals = try Vitals(
      readings,
      isConfusionExpected: isConfused && (10...80).contains(minute)
    )
    return (vitals, artefact)
  }

  /// As it is read off and typed: whole, or to a tenth where a decimal is usual.
  private static func typed(_ sign: VitalSign, _ value: Double) throws -> Quantity {
    let thousandths =
      sign.takesDecimal ? Int((value * 10).rounded()) * 100 : Int(value.rounded()) * 1_000
    let possible = PlausibleRange.possible(sign)
    return try Quantity(
      sign,
      thousandths: min(max(thousandths, possible.lowerBound), possible.upperBound)
    )
  }
}
