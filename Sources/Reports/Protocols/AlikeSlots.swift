import Monitoring
import SessionRecord

/// Slots of a group that differ in nothing but their minute.
struct AlikeSlots {
  /// From so many equal steps on, they are said as one: `every 15 min from T+135 to T+720`.
  private static let leastRun = 6

  let mark: SlotMark
  let tolerance: TimeSpan
  let basis: Basis
  private(set) var minutes: [Int]

  /// By the first minute of each.
  static func of(_ group: ScheduleGroup) -> [AlikeSlots] {
    var alike: [AlikeSlots] = []
    for slot in group.slots {
      let place = alike.firstIndex { slots in
        slots.mark == slot.mark && slots.tolerance == slot.tolerance && slots.basis == slot.basis
      }
      if let place {
        alike[place].minutes.append(slot.minutes)
      } else {
        alike.append(
          AlikeSlots(
            mark: slot.mark,
            tolerance: slot.tolerance,
            basis: slot.basis,
            minutes: [slot.minutes]
          )
        )
      }
    }
    return alike
  }

  /// `required at T+10, 20, 30 and 40, in time within 3 min`.
  var text: String {
    let mark =
      switch mark {
      case .required: "required"
      case .peak: "required, never put off,"
      case .whileHigh: "while a high flag is open"
      }
    let within = tolerance.wholeMinutes
    let inTime =
      within == 0 ? "in time at that minute" : "in time within\u{A0}\(within)\u{A0}min"
    return "\(mark) \(when), \(inTime)"
  }

  /// Each minute, or where steps are equal for long, the step and its ends.
  private var when: String {
    var parts: [String] = []
    var rest = minutes[...]
    while let first = rest.first {
      let run = AlikeSlots.equalSteps(rest)
      if run.count >= AlikeSlots.leastRun, let last = run.last, let next = run.dropFirst().first {
        let then = parts.isEmpty ? "" : "then "
        parts.append(
          "\(then)every \(next - first)\u{A0}min from T+\(first) to T+\(last)"
        )
        rest = rest.dropFirst(run.count)
      } else {
        parts.append(parts.isEmpty ? "at T+\(first)" : String(first))
        rest = rest.dropFirst()
      }
    }
    return parts.joined(separator: ", ")
  }

  /// As many of the first as are equally far apart.
  private static func equalSteps(_ minutes: ArraySlice<Int>) -> ArraySlice<Int> {
    guard let first = minutes.first, let second = minutes.dropFirst().first else { return minutes }
    let pairs = zip(minutes, minutes.dropFirst())
    return minutes.prefix(1 + pairs.prefix { $1 - $0 == second - first }.count)
  }
}
