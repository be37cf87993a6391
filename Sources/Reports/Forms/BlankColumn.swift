import Monitoring
import SessionRecord

/// What is written into one column of a paper chart: a need of the protocol, or the two numbers of a
/// blood pressure.
struct BlankColumn: Hashable {
  /// Those that one entry on paper answers.
  let needs: [Need]
  /// `BP`, `HR`, `Nau`: as short as a narrow column asks.
  let heading: String

  /// The needs of a protocol in its order, each once, systolic and diastolic together.
  static func all(of schedule: Schedule) -> [BlankColumn] {
    var seen: Set<Need> = []
    let needs = schedule.groups.flatMap(\.needs).filter { seen.insert($0).inserted }
    let pressure = [Need.sign(.systolic), .sign(.diastolic)].filter(needs.contains)
    let effects = needs.compactMap { if case .effect(let effect) = $0 { effect } else { nil } }
    var columns: [BlankColumn] = []
    for need in needs {
      if need == pressure.first {
        columns.append(BlankColumn(needs: pressure, heading: "BP"))
      } else if !pressure.contains(need) {
        columns.append(BlankColumn(needs: [need], heading: heading(need, among: effects)))
      }
    }
    return columns
  }

  /// An effect by so many of its first letters as no other one has.
  private static func heading(_ need: Need, among effects: [EffectName]) -> String {
    switch need {
    case .sign(let sign): return sign.shortName
    case .scale(let scale): return scale.uppercased()
    case .effect(let effect):
      let letters = (leastLetters...max(leastLetters, effect.text.count)).first { count in
        !effects.contains { $0 != effect && $0.text.hasPrefix(effect.text.prefix(count)) }
      }
      return String(effect.text.prefix(letters ?? effect.text.count)).capitalizedFirst
    }
  }

  private static let leastLetters = 3

  var isPressure: Bool { needs.contains(.sign(.systolic)) || needs.contains(.sign(.diastolic)) }

  /// Below the heading: the unit in which it is written there, or how it is graded.
  func unit(_ values: ValueText) -> String {
    if isPressure { return VitalSign.systolic.unit }
    return switch needs.first {
    case .sign(let sign)?: values.unit(of: sign).unit
    case .effect?: "0–10"
    case .scale?, nil: ""
    }
  }

  /// What a short heading stands for; nil where it says so itself.
  var key: String? {
    guard case .effect(let effect)? = needs.first else { return nil }
    return "\(heading) \(effect.text)"
  }

  /// `Temp ______ °C`, where it has no column of its own.
  func line(_ values: ValueText) -> String {
    let unit = unit(values)
    let name = if case .effect(let effect)? = needs.first { effect.text } else { heading }
    return unit.isEmpty ? "\(name)\u{A0}______" : "\(name)\u{A0}______\u{A0}\(unit)"
  }

  func answers(_ group: ScheduleGroup) -> Bool { group.needs.contains(where: needs.contains) }
}
