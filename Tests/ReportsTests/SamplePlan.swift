import Monitoring
import SessionRecord

/// The sample protocol with a schedule and criteria for leaving, one of every kind and form, made by
/// hand; its numbers mean nothing.
enum SamplePlan {
  static func made(title: String = "blood pressure") throws -> MonitoringProtocol {
    let sample = try SampleProtocol.made()
    return MonitoringProtocol(
      id: sample.id,
      version: sample.version,
      title: sample.title,
      settings: sample.settings,
      formulary: sample.formulary,
      addedEffects: sample.addedEffects,
      baseline: sample.baseline,
      rules: sample.rules,
      schedule: schedule(title),
      leaving: leaving(title),
      sources: sample.sources
    )
  }

  private static let cited = Basis(.cited, sources: ["S2", "S16"])
  private static let proposed = Basis(.proposed, sources: [])

  private static func schedule(_ title: String) -> Schedule {
    Schedule(
      groups: [
        ScheduleGroup(
          id: GroupID("bp"),
          title: title,
          needs: [.sign(.systolic), .sign(.diastolic)],
          priority: .medium,
          overdue: .minutes(5),
          missed: .minutes(15),
          slots: slots(
            [10, 20, 30, 40, 55],
            .required,
            cited,
            [15, 25],
            .whileHigh,
            Basis(.clinic, sources: [])
          ) + stride(from: 70, through: 160, by: 15).map { slot($0, .required, proposed) },
          baselineSets: 2,
          basis: proposed
        ),
        ScheduleGroup(
          id: GroupID("mind"),
          title: title,
          needs: [
            .sign(.consciousness), .effect(.dissociation), .effect(EffectName("hiccups")),
            .scale("cadss-6"),
          ],
          priority: .low,
          overdue: .minutes(10),
          missed: .minutes(150),
          slots: [slot(40, .peak, cited, tolerance: 5)]
            + stride(from: 60, through: 90, by: 6).map { slot($0, .required, cited, tolerance: 0) },
          baselineSets: 0,
          basis: Basis(.general, sources: [])
        ),
        ScheduleGroup(
          id: GroupID("temperature"),
          title: title,
          needs: [.sign(.temperature)],
          priority: .high,
          overdue: .minutes(5),
          missed: .minutes(15),
          slots: [slot(0, .required, proposed)],
          baselineSets: 1,
          basis: proposed
        ),
      ],
      phases: [
        Schedule.Phase(name: "infusion", fromMinute: 0),
        Schedule.Phase(name: title, fromMinute: 40),
      ],
      basis: proposed
    )
  }

  private static func slots(
    _ minutes: [Int],
    _ mark: SlotMark,
    _ basis: Basis,
    _ others: [Int],
    _ otherMark: SlotMark,
    _ otherBasis: Basis
  ) -> [PlannedSlot] {
    (minutes.map { slot($0, mark, basis) }
      + others.map { slot($0, otherMark, otherBasis, tolerance: 2) })
      .sorted { $0.minutes < $1.minutes }
  }

  private static func slot(
    _ minutes: Int,
    _ mark: SlotMark,
    _ basis: Basis,
    tolerance: Int = 3
  ) -> PlannedSlot {
    PlannedSlot(minutes: minutes, tolerance: .minutes(tolerance), mark: mark, basis: basis)
  }

  private static func leaving(_ title: String) -> [LeavingCriterion] {
    requirements.enumerated().map { place, requirement in
      LeavingCriterion(
        id: CriterionID("c\(place + 1)"),
        title: title,
        requirement: requirement,
        basis: place == 0 ? cited : proposed
      )
    }
  }

  private static var requirements: [LeavingRequirement] {
    let nausea = EffectName("nausea")
    return [
      .minutesSinceStart(100), .minutesSinceInfusion(60),
      .pressure(
        SettledPressure(
          apart: .minutes(10),
          noOlderThan: .minutes(30),
          leastSystolic: 90_000,
          leastMean: 65_000,
          percentOfBaseline: 20_500,
          underSystolic: 140_000,
          underDiastolic: 90_000
        )
      ),
      .value(value(.spo2, atLeast: 94_000, orBaseline: true, onRoomAir: true)),
      .value(value(.moaas, atLeast: 5_000, orBaseline: true)),
      .value(value(.temperature, atMost: 37_500)),
      .value(value(.heartRate, atLeast: 51_000, atMost: 110_000)),
      .value(value(.consciousness, atMost: 0)), .value(value(.consciousness, atMost: 2_000)),
      .effect(
        SettledEffect(effect: nausea, limit: .rating(atMost: 3), noOlderThan: .minutes(30))
      ),
      .effect(
        SettledEffect(
          effect: .vomiting,
          limit: .absentFor(.minutes(30)),
          noOlderThan: .minutes(45)
        )
      ),
      .noOpenFlag(atLeast: .high), .noOpenFlag(atLeast: .low),
      .noRecent(
        NoRecentMedicine(
          medicines: ["ketamine", "ondansetron"],
          orOxygen: true,
          within: .minutes(30)
        )
      ),
      .noRecent(
        NoRecentMedicine(medicines: ["ondansetron"], orOxygen: false, within: .minutes(120))
      ),
      .noRecent(NoRecentMedicine(medicines: [], orOxygen: true, within: .minutes(30))),
      .answered, .escort, .instructions,
    ]
  }

  private static func value(
    _ sign: VitalSign,
    atLeast: Int? = nil,
    atMost: Int? = nil,
    orBaseline: Bool = false,
    onRoomAir: Bool = false
  ) -> SettledValue {
    SettledValue(
      sign: sign,
      atLeast: atLeast,
      atMost: atMost,
      noOlderThan: .minutes(30),
      orBaseline: orBaseline,
      onRoomAir: onRoomAir
    )
  }
}
