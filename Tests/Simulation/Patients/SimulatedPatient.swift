import SessionRecord
import TestSupport

/// A patient on one day: where the values start, and how far the drug moves them.
///
/// Of pressures and pulse docs/alert-burden.md says where the numbers come from; a rise under -5 is taken
/// as -5, which keeps the published mean and deviation. Breathing, SpO2 and temperature are Vigil's own.
struct SimulatedPatient {
  let systolic: Double
  let diastolic: Double
  let pulse: Double
  let systolicRise: Double
  let diastolicRise: Double
  let pulseRise: Double
  let spo2: Double
  let breathing: Double
  let temperature: Double
  let course: SimulatedCourse

  init(_ dice: inout SeededGenerator, on curve: ResponseCurve) {
    systolic = dice.normal(122, 12)
    diastolic = dice.normal(76, 8)
    pulse = dice.normal(74, 9)
    systolicRise = max(-5, dice.normal(16, 11.2))
    diastolicRise = 0.6 * systolicRise + dice.normal(1.5, 4)
    pulseRise = dice.normal(4, 8)
    spo2 = min(99.5, dice.normal(97.5, 1))
    breathing = dice.normal(15.5, 1.5)
    temperature = dice.normal(36.6, 0.25)
    course = SimulatedCourse(&dice, on: curve)
  }

  /// What a device shows of a sign at a minute after the start, noise with it; nil for one that is not
  /// simulated.
  func shown(
    _ sign: VitalSign,
    at minute: Double,
    on curve: ResponseCurve,
    _ dice: inout SeededGenerator
  ) -> Double? {
    let share = curve.share(at: minute)
    let depth = Double(5 - course.alertness(at: minute))
    return switch sign {
    case .systolic: systolic + systolicRise * share + dice.normal(0, 4)
    case .diastolic: diastolic + diastolicRise * share + dice.normal(0, 4)
    case .heartRate: pulse + pulseRise * share + dice.normal(0, 4)
    case .spo2: min(100, spo2 - 0.6 * depth + dice.normal(0, 0.7))
    case .respiratoryRate: breathing - 0.5 * depth + dice.normal(0, 1)
    case .temperature: temperature + dice.normal(0, 0.1)
    case .moaas: Double(course.alertness(at: minute))
    case .consciousness: Double(course.consciousness(at: minute).rawValue)
    case .rass: Double(course.agitation(at: minute))
    case .meanArterial, .endTidalCO2, .oxygenFlow, .weight: nil
    }
  }
}
