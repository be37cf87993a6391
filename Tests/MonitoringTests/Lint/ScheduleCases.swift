import Monitoring
import SessionRecord

extension LintCase {
  /// What the schedule asks for, and when.
  static let schedules: [LintCase] = [
    LintCase(
      "a sign that is never asked for",
      "new",
      says: "It looks at RASS, which the schedule never asks for.",
      wrong: { $0.add(.limit("new", .rass, .atOrOver, 2)) },
      right: {
        $0.add(.limit("new", .rass, .atOrOver, 2))
        $0.ifIndicated.append(.sign(.rass))
      }
    ),
    LintCase(
      "a scale that is never asked for",
      "mood",
      says: "It looks at phq-9, which the schedule never asks for.",
      wrong: { $0.ifIndicated = [.sign(.weight)] },
      right: {
        $0.ifIndicated = []
        $0.groups.append(.of("mood", [.scale("phq-9")], [120]))
      }
    ),
    LintCase(
      "parameters of NEWS2 that are never asked for",
      "new",
      says:
        "It looks at respiratory rate, SpO2 and temperature, which the schedule never asks for.",
      wrong: {
        $0.ifIndicated += [.sign(.oxygenFlow), .sign(.consciousness)]
        $0.add(.of("new", .news2(.single)))
      },
      right: {
        $0.askForNEWS2()
        $0.add(.of("new", .news2(.single)))
      }
    ),
    LintCase(
      "a mean pressure of which nothing is asked for",
      "new",
      says: "It looks at systolic pressure and diastolic pressure, which the schedule never asks"
        + " for.",
      wrong: {
        $0.rules = [mean] + $0.rules.suffix(2)
        $0.groups = [.of("calm", [.sign(.moaas)], [60, 120])]
      },
      right: {
        $0.rules = [mean] + $0.rules.suffix(2)
        $0.groups = [.of("calm", [.sign(.meanArterial)], [60, 120])]
      }
    ),
    LintCase(
      "an alternative on what is never asked for",
      "new",
      says: "It looks at RASS, which the schedule never asks for.",
      wrong: { $0.add(.any(.absolute(AbsoluteLimit(.rass, .atOrOver, limit: 2_000)))) },
      right: { $0.add(.any(.absolute(AbsoluteLimit(.moaas, .atOrUnder, limit: 1_000)))) }
    ),
    LintCase(
      "an effect that lasts until a minute, which is never asked for",
      "new",
      says: "It looks at nausea, which the schedule never asks for.",
      wrong: {
        $0.add(.of("new", .lasting(LastingEffect([.dissociation, nausea], .untilMinute(120)))))
      },
      right: { $0.add(.of("new", .lasting(LastingEffect([nausea], .minutes(120))))) }
    ),
    LintCase(
      "an effect that a criterion wants, which is never asked for",
      "leaving.settled",
      says: "It looks at nausea, which the schedule never asks for.",
      wrong: { $0.leaving.append(settled(nausea)) },
      right: {
        $0.ifIndicated.append(.effect(nausea))
        $0.leaving.append(settled(nausea))
      }
    ),
    LintCase(
      "an effect that has to be absent, which is never asked for",
      "leaving.settled",
      says: "It looks at vomiting, which the schedule never asks for.",
      wrong: { $0.leaving.append(settled(.vomiting, .absentFor(.minutes(30)))) },
      right: {
        $0.groups.append(.of("sick", [.effect(.vomiting)], [120]))
        $0.leaving.append(settled(.vomiting, .absentFor(.minutes(30))))
      }
    ),
    LintCase(
      "a sign that a criterion wants, which is never asked for",
      "leaving.air",
      says: "It looks at SpO2, which the schedule never asks for.",
      wrong: { $0.leaving.append(SoundProtocol.settled("air", .spo2, atLeast: 94)) },
      right: {
        $0.ifIndicated.append(.sign(.spo2))
        $0.leaving.append(SoundProtocol.settled("air", .spo2, atLeast: 94))
      }
    ),
    LintCase(
      "a hold limit on what is not asked for before the start",
      "new",
      says: "It speaks only before the start, when the schedule does not ask for MOAA/S.",
      wrong: { $0.add(.limit("new", .moaas, .under, 5).with(window: .beforeStart)) },
      right: { $0.add(.limit("new", .heartRate, .over, 110).with(window: .beforeStart)) }
    ),
    LintCase(
      "no schedule at all",
      "schedule",
      says: "The protocol has no schedule, so nothing asks for what its rules look at.",
      wrong: {
        $0.groups = []
        $0.phases = []
        $0.ifIndicated = []
      },
      right: { $0.phases = [] }
    ),
    LintCase(
      "a window after the last slot",
      "new",
      says: "It opens flags only from T+124, but the last reading that it needs is due at T+120.",
      wrong: { $0.add(.limit("new", .moaas, .under, 5, .low).with(window: .from(minutes: 124))) },
      right: { $0.add(.limit("new", .moaas, .under, 5, .low).with(window: .from(minutes: 123))) }
    ),
    LintCase(
      "an effect until after the last slot",
      "new",
      says: "It opens flags only from T+130, but the last reading that it needs is due at T+120.",
      wrong: { $0.add(.of("new", .lasting(LastingEffect([.dissociation], .untilMinute(130))))) },
      right: { $0.add(.of("new", .lasting(LastingEffect([.dissociation], .untilMinute(120))))) }
    ),
    LintCase(
      "a baseline that is not asked for",
      "rise",
      says: "It compares with a baseline, but no group that has systolic pressure wants a baseline"
        + " set.",
      wrong: { $0.groups[0] = .pressure(20, 60, 120) },
      right: { $0.groups[0] = .pressure(20, 60, 120, baselineSets: 2) }
    ),
    LintCase(
      "a group that ends before anyone can leave",
      "schedule.groups.calm",
      says: "The last slot of “calm set” is at T+90, but nobody can leave before T+120 by the"
        + " protocol's own criteria.",
      wrong: { $0.groups[1] = .of("calm", [.sign(.moaas)], [60, 90]) },
      right: { $0.groups[1] = .of("calm", [.sign(.moaas)], [90]) }
    ),
    LintCase(
      "a single slot before anyone can leave, of what a criterion wants",
      "schedule.groups.once",
      says: "The last slot of “once set” is at T+40, but nobody can leave before T+120 by the"
        + " protocol's own criteria.",
      wrong: { $0.leaving.append(settled(.dissociation)) },
      right: {
        $0.ifIndicated.append(.effect(.headache))
        $0.leaving.append(settled(.headache))
      }
    ),
    LintCase(
      "slots of a course more than an hour apart",
      "schedule.groups.bp",
      says: "“bp set” is not asked for from T+59 to T+120, 61 minutes.",
      wrong: { $0.groups[0] = .pressure(20, 59, 120, baselineSets: 1) },
      right: { $0.groups[0] = .pressure(20, 59, 90, 120, marks: [90: .whileHigh], baselineSets: 1) }
    ),
    LintCase(
      "a phase after the last slot",
      "schedule.phases[1]",
      says: "The phase “night” begins at T+121, after the last slot of the schedule at T+120.",
      wrong: { $0.phases.append(Schedule.Phase(name: "night", fromMinute: 121)) },
      right: { $0.phases.append(Schedule.Phase(name: "night", fromMinute: 120)) }
    ),
  ]

  private static let nausea = EffectName("nausea")

  private static let mean = Rule.of(
    "new",
    .derived(DerivedLimit(.meanPressure, .under, limit: 65_000))
  )

  private static func settled(
    _ effect: EffectName,
    _ limit: SettledEffect.Limit = .rating(atMost: 1)
  ) -> LeavingCriterion {
    LeavingCriterion(
      id: CriterionID("settled"),
      title: "settled",
      requirement: .effect(
        SettledEffect(effect: effect, limit: limit, noOlderThan: .minutes(30))
      ),
      basis: SoundProtocol.own
    )
  }
}

extension Rule {
  fileprivate static func any(_ condition: Condition) -> Rule {
    .of(
      "new",
      .combination(
        Combination(
          [Combination.Part(any: [condition, .crisis(CrisisWord())])],
          withinMinutes: 15,
          title: "any"
        )
      )
    )
  }
}
