import Foundation
import Monitoring
import SessionRecord

/// What was typed in some simulated sessions, counted apart from the rules and from the engine.
struct MeasuredTally: Equatable {
  /// What the label counts of blood pressure, and what Yale calls severe.
  enum Pressure: String, CaseIterable {
    case systolic180 = "systolic ≥ 180"
    case systolicRise40 = "systolic rise ≥ 40"
    case diastolic110 = "diastolic ≥ 110"
    case diastolicRise25 = "diastolic rise ≥ 25"
    case severe = "≥ 180 or ≥ 110"
    case anyRise = "rise ≥ 40 or ≥ 25"
  }

  var sessions = 0
  /// Sessions in which it happened.
  var pressure: [Pressure: Int] = [:]
  /// Of eight sessions on end, taken as one patient's four weeks: in how many it happened at least once.
  var eights: [Pressure: Int] = [:]
  private var eight: Set<Pressure> = []
  /// Sessions in which an effect was typed as present.
  var effects: [String: Int] = [:]
  var anyEffect = 0
  var sedated = 0
  var unresponsive = 0
  /// Sessions in which dissociation or sedation was not over by then.
  var notReadyAt90 = 0
  var notReadyAt120 = 0
  var systolicRise = Moments()
  var diastolicRise = Moments()
  var pulseRise = Moments()
  /// The largest typed rise of a session.
  var largestSystolicRise = Moments()
  var largestDiastolicRise = Moments()

  mutating func add(_ session: SimulatedSession) {
    sessions += 1
    count(pressures(of: session))
    let typed = session.log.entries.compactMap { entry -> EffectName? in
      guard case .effect(let effect) = entry.content, effect.isPresent else { return nil }
      return effect.name.isCircumstance ? nil : effect.name
    }
    for name in Set(typed) { effects[name.text, default: 0] += 1 }
    if !typed.isEmpty { anyEffect += 1 }
    let course = session.patient.course
    let levels = stride(from: 5.0, through: 120, by: 1).map(course.alertness)
    if levels.contains(where: { $0 < 5 }) { sedated += 1 }
    if levels.contains(0) { unresponsive += 1 }
    func isReady(at minute: Double) -> Bool {
      course.alertness(at: minute) == 5
        && !course.effects.contains { $0.name == .dissociation && $0.isThere(at: minute) }
    }
    if !isReady(at: 90) { notReadyAt90 += 1 }
    if !isReady(at: 120) { notReadyAt120 += 1 }
  }

  private mutating func count(_ found: Set<Pressure>) {
    for one in found { pressure[one, default: 0] += 1 }
    eight.formUnion(found)
    guard sessions.isMultiple(of: 8) else { return }
    for one in eight { eights[one, default: 0] += 1 }
    eight = []
  }

  private mutating func pressures(of session: SimulatedSession) -> Set<Pressure> {
    let start = SimulatedLog.start
    let baseline = Dictionary(
      uniqueKeysWithValues: session.assessment.baseline.map { ($0, Double($1.value.sum)) }
    )
    var found: Set<Pressure> = []
    var largest: [VitalSign: Double] = [:]
    var atPeak: [VitalSign: Double] = [:]
    for entry in session.log.entries where entry.observed.instant > start {
      guard case .vitals(let vitals) = entry.content else { continue }
      let minute = Double((entry.observed.instant - start).milliseconds) / 60_000
      for sign in [VitalSign.systolic, .diastolic, .heartRate] {
        guard let value = vitals.readings[sign], value.isVerified,
          let thousandths = value.quantity?.thousandths
        else { continue }
        if sign == .systolic, thousandths >= 180_000 { found.insert(.systolic180) }
        if sign == .diastolic, thousandths >= 110_000 { found.insert(.diastolic110) }
        guard let before = baseline[sign] else { continue }
        let rise = (Double(thousandths) - before) / 1_000
        if sign == .systolic, rise >= 40 { found.insert(.systolicRise40) }
        if sign == .diastolic, rise >= 25 { found.insert(.diastolicRise25) }
        largest[sign] = max(largest[sign] ?? rise, rise)
        if peakWindow.contains(minute), atPeak[sign] == nil { atPeak[sign] = rise }
      }
    }
    if let rise = atPeak[.systolic] { systolicRise.add(rise) }
    if let rise = atPeak[.diastolic] { diastolicRise.add(rise) }
    if let rise = atPeak[.heartRate] { pulseRise.add(rise) }
    if let rise = largest[.systolic] { largestSystolicRise.add(rise) }
    if let rise = largest[.diastolic] { largestDiastolicRise.add(rise) }
    if found.contains(.systolic180) || found.contains(.diastolic110) { found.insert(.severe) }
    if found.contains(.systolicRise40) || found.contains(.diastolicRise25) {
      found.insert(.anyRise)
    }
    return found
  }

  /// Minutes in which the reading that is due at 40 is taken, or at 45 where none is due at 40.
  private var peakWindow: ClosedRange<Double> { 37...47 }

  /// The second's sessions follow the first's, whose number is a multiple of eight.
  static func + (left: MeasuredTally, right: MeasuredTally) -> MeasuredTally {
    var both = left
    both.sessions += right.sessions
    both.pressure.merge(right.pressure) { $0 + $1 }
    both.eights.merge(right.eights) { $0 + $1 }
    both.effects.merge(right.effects) { $0 + $1 }
    both.anyEffect += right.anyEffect
    both.sedated += right.sedated
    both.unresponsive += right.unresponsive
    both.notReadyAt90 += right.notReadyAt90
    both.notReadyAt120 += right.notReadyAt120
    both.systolicRise = left.systolicRise + right.systolicRise
    both.diastolicRise = left.diastolicRise + right.diastolicRise
    both.pulseRise = left.pulseRise + right.pulseRise
    both.largestSystolicRise = left.largestSystolicRise + right.largestSystolicRise
    both.largestDiastolicRise = left.largestDiastolicRise + right.largestDiastolicRise
    return both
  }
}

/// A mean and a deviation of many numbers.
struct Moments: Equatable {
  private var count = 0.0
  private var sum = 0.0
  private var squares = 0.0

  mutating func add(_ number: Double) {
    count += 1
    sum += number
    squares += number * number
  }

  var mean: Double { count == 0 ? 0 : sum / count }
  var deviation: Double {
    count < 2 ? 0 : ((squares - sum * sum / count) / (count - 1)).squareRoot()
  }

  /// `+16.1 (11.0)`; a dash where nothing was measured.
  var words: String {
    count == 0 ? "–" : String(format: "%+.1f (%.1f)", mean, deviation)
  }

  static func + (left: Moments, right: Moments) -> Moments {
    var both = left
    both.count += right.count
    both.sum += right.sum
    both.squares += right.squares
    return both
  }
}
