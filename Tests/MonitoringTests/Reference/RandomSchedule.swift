import Monitoring
import SessionRecord
import TestSupport

/// A schedule of a few groups whose slots lie close together and soon after time zero.
struct RandomSchedule {
  static let scale = "cadss"
  /// Tolerances, and how long until a slot is overdue, small and large.
  private static let tolerances: [TimeSpan] = [
    .seconds(0), .seconds(30), .minutes(1), .minutes(1), .minutes(2), .minutes(3), .minutes(5),
  ]

  private var dice: SeededGenerator

  init(dice: SeededGenerator) { self.dice = dice }

  /// None, now and then.
  mutating func make() -> Schedule {
    guard dice.chance(85) else { return .none }
    var groups: [ScheduleGroup] = []
    for number in 1...dice.pick(1, 2, 2, 2, 3) {
      let overdue: TimeSpan = .seconds(30 * dice.pick(1, 2, 4, 6, 10))
      groups.append(
        ScheduleGroup(
          id: GroupID("g\(number)"),
          title: "readings \(number)",
          needs: needs(),
          priority: dice.pick(.info, .low, .medium, .high),
          overdue: overdue,
          missed: TimeSpan(
            milliseconds: overdue.milliseconds + 60_000 * dice.pick(0, 1, 3, 10)
          ),
          slots: slots(),
          baselineSets: dice.pick(0, 1, 1, 2),
          basis: basis
        )
      )
    }
    return Schedule(groups: groups)
  }

  private var basis: Basis { Basis(.proposed, sources: ["made"]) }

  private mutating func needs() -> [Need] {
    let all: [Need] = [
      .sign(.systolic), .sign(.diastolic), .sign(.heartRate), .sign(.spo2), .sign(.moaas),
      .sign(.consciousness), .sign(.oxygenFlow), .effect(.dissociation),
      .effect(EffectName("nausea")), .scale(RandomSchedule.scale),
    ]
    switch dice.number(1...10) {
    case 1...3: return [.sign(.systolic), .sign(.diastolic), .sign(.heartRate)]
    case 4...5: return [.sign(.systolic), .sign(.diastolic)]
    default:
      var needs: [Need] = []
      for _ in 0..<dice.pick(1, 1, 2, 2, 3) {
        let need = all[dice.number(0...all.count - 1)]
        if !needs.contains(need) { needs.append(need) }
      }
      return needs
    }
  }

  /// Each span begins after the one before it.
  private mutating func slots() -> [PlannedSlot] {
    var slots: [PlannedSlot] = []
    var minutes = dice.pick(0, 1, 2, 5, 10)
    for _ in 0..<dice.pick(1, 2, 3, 4, 6) {
      let mark: SlotMark = dice.pick(.required, .required, .required, .peak, .whileHigh, .whileHigh)
      let tolerance = RandomSchedule.tolerances[
        dice.number(0...RandomSchedule.tolerances.count - 1)
      ]
      let slot = PlannedSlot(minutes: minutes, tolerance: tolerance, mark: mark, basis: basis)
      if slots.last.map({ $0.opens < slot.opens }) ?? true { slots.append(slot) }
      minutes += dice.pick(1, 2, 3, 5, 5, 10)
    }
    return slots
  }
}
