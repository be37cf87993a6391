import Monitoring
import SessionRecord

extension LintCase {
  /// Rules on values that can never fire, or whose flags can never clear.
  static let values: [LintCase] = [
    LintCase(
      "a limit over the possible range",
      "new",
      says: "It can never fire: the highest systolic pressure that there can be is 300 mmHg.",
      wrong: { $0.add(.limit("new", .systolic, .over, 300, .high)) },
      right: { $0.add(.limit("new", .systolic, .atOrOver, 300, .high)) }
    ),
    LintCase(
      "a limit under the possible range",
      "new",
      says: "It can never fire: the lowest heart rate that there can be is 0/min.",
      wrong: { $0.add(.limit("new", .heartRate, .under, 0)) },
      right: { $0.add(.limit("new", .heartRate, .atOrUnder, 0)) }
    ),
    LintCase(
      "a derived value out of reach",
      "new",
      says: "It can never fire: the highest shock index that there can be is 9.4.",
      wrong: {
        $0.add(.of("new", .derived(DerivedLimit(.shockIndex, .atOrOver, limit: 9_401))))
      },
      right: { $0.add(.of("new", .derived(DerivedLimit(.shockIndex, .atOrOver, limit: 9_400)))) }
    ),
    LintCase(
      "a change wider than possible",
      "new",
      says: "It can never fire: the widest change of heart rate that there can be is 280/min.",
      wrong: {
        $0.add(.of("new", .change(BaselineChange(.heartRate, .over, .absolute(280_000)))))
      },
      right: {
        $0.add(.of("new", .change(BaselineChange(.heartRate, .atOrOver, .absolute(280_000)))))
      }
    ),
    LintCase(
      "a fall in percent that no value reaches",
      "new",
      says: "It can never fire: no systolic pressure that there can be is so far from its"
        + " baseline.",
      wrong: {
        $0.add(.of("new", .change(BaselineChange(.systolic, .under, .percent(-90_000)))))
      },
      right: {
        $0.add(.of("new", .change(BaselineChange(.systolic, .atOrUnder, .percent(-90_000)))))
      }
    ),
    LintCase(
      "a rate wider than possible",
      "new",
      says: "It can never fire: the widest change of systolic pressure that there can be is 270"
        + " mmHg.",
      wrong: {
        $0.add(.of("new", .rate(RateOfChange(.systolic, .under, by: -270_000, withinMinutes: 10))))
      },
      right: {
        $0.add(
          .of("new", .rate(RateOfChange(.systolic, .atOrUnder, by: -270_000, withinMinutes: 10)))
        )
      }
    ),
    LintCase(
      "not falling from higher than possible",
      "new",
      says: "It can never fire: the widest change of systolic pressure that there can be is 270"
        + " mmHg.",
      wrong: {
        $0.add(
          .of("new", .notFalling(NotFalling(.systolic, over: 270_001, minutes: 60, since: .start)))
        )
      },
      right: {
        $0.add(
          .of("new", .notFalling(NotFalling(.systolic, over: 270_000, minutes: 60, since: .start)))
        )
      }
    ),
    LintCase(
      "a change from baseline before the start",
      "new",
      says: "It can never fire: a change from baseline is judged after the start, and it opens"
        + " flags only before it.",
      wrong: {
        $0.add(
          .of("new", .change(BaselineChange(.heartRate, .atOrOver, .absolute(30_000))))
            .with(window: .beforeStart)
        )
      },
      right: {
        $0.baseline = .firstReading
        $0.add(
          .of("new", .change(BaselineChange(.heartRate, .atOrOver, .absolute(30_000))))
            .with(window: .beforeStart)
        )
      }
    ),
    LintCase(
      "sustained for more than a day",
      "new",
      says: "It can never fire: 1441 minutes are longer than a day.",
      wrong: { $0.add(.limit("new", .heartRate, .over, 120).with(sustained: .minutes(1_441))) },
      right: { $0.add(.limit("new", .heartRate, .over, 120).with(sustained: .minutes(120))) }
    ),
    LintCase(
      "unattended for more than a day",
      "new",
      says: "It can never fire: 1441 minutes are longer than a day.",
      wrong: { $0.add(.of("new", .unattended(Unattended(minutes: 1_441)))) },
      right: { $0.add(.of("new", .unattended(Unattended(minutes: 1_440)))) }
    ),
    LintCase(
      "a limit that every value breaks",
      "new",
      says: "A flag of it can never clear: every heart rate breaks it.",
      wrong: { $0.add(.limit("new", .heartRate, .atOrOver, 0)) },
      right: { $0.add(.limit("new", .heartRate, .over, 0)) }
    ),
    LintCase(
      "a margin that no value is inside by",
      "new",
      says: "A flag of it can never clear: no MOAA/S that there can be is inside by the margin.",
      wrong: { $0.add(.limit("new", .moaas, .atOrUnder, 4, .info, margin: 2)) },
      right: { $0.add(.limit("new", .moaas, .atOrUnder, 4, .info, margin: 1)) }
    ),
    LintCase(
      "a mean pressure that no value is inside of",
      "new",
      says: "A flag of it can never clear: no mean arterial pressure that there can be is inside by"
        + " the margin.",
      wrong: {
        $0.add(.of("new", .derived(DerivedLimit(.meanPressure, .under, limit: 249_000)), margin: 5))
      },
      right: {
        $0.add(.of("new", .derived(DerivedLimit(.meanPressure, .under, limit: 245_000)), margin: 5))
      }
    ),
  ]
}
