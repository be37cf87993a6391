import Monitoring
import SessionRecord

extension LintCase {
  /// Two rules of one measure and side that do not go together.
  static let levels: [LintCase] = [
    LintCase(
      "a milder rule at the same values",
      "sys",
      says: "The milder rule “new” (low) breaks at exactly the same values as this one (high) and"
        + " hides it in the list.",
      wrong: { $0.add(.limit("new", .systolic, .over, 179, .low)) },
      right: { $0.add(.limit("new", .systolic, .over, 178, .low)) }
    ),
    LintCase(
      "the same rule twice",
      "new",
      says: "It breaks at exactly the same values as “sed”, so one event is flagged twice.",
      wrong: { $0.add(.limit("new", .moaas, .under, 3, .high)) },
      right: { $0.add(.limit("new", .moaas, .under, 3, .high).with(window: .from(minutes: 60))) }
    ),
    LintCase(
      "a farther limit with a milder level",
      "new",
      says: "What breaks it (medium) is worse than what breaks “sys”, which reaches high: a worse"
        + " value has the milder level.",
      wrong: { $0.add(.limit("new", .systolic, .over, 200)) },
      right: { $0.add(.limit("new", .systolic, .over, 200, repeats: true)) }
    ),
    LintCase(
      "a farther change with a milder level",
      "new",
      says: "What breaks it (info) is worse than what breaks “rise”, which reaches low: a worse"
        + " value has the milder level.",
      wrong: {
        $0.add(.of("new", .change(BaselineChange(.systolic, .atOrOver, .absolute(60_000))), .info))
      },
      right: {
        $0.add(.of("new", .change(BaselineChange(.systolic, .atOrOver, .absolute(20_000))), .info))
      }
    ),
    LintCase(
      "fewer effects with a milder level",
      "new",
      says: "What breaks it (low) is worse than what breaks “sore”, which reaches medium: a worse"
        + " value has the milder level.",
      wrong: {
        $0.add(.of("new", .severity(EffectSeverity(atLeast: .severe, only: [.headache])), .low))
      },
      right: {
        $0.add(.of("new", .severity(EffectSeverity(atLeast: .severe, only: [.dissociation])), .low))
      }
    ),
    LintCase(
      "an effect that lasts longer with a milder level",
      "long",
      says: "What breaks it (low) is worse than what breaks “short”, which reaches medium: a worse"
        + " value has the milder level.",
      wrong: {
        $0.add(
          .of("short", .lasting(LastingEffect([lineLost], .minutes(2)))),
          .of("long", .lasting(LastingEffect([lineLost], .minutes(10))), .low)
        )
      },
      right: {
        $0.add(
          .of("short", .lasting(LastingEffect([lineLost], .minutes(2)))),
          .of("long", .lasting(LastingEffect([lineLost], .minutes(10))), .high)
        )
      }
    ),
    LintCase(
      "a lower SpO2 with a milder level",
      "low",
      says: "What breaks it (low) is worse than what breaks “mild”, which reaches medium: a worse"
        + " value has the milder level.",
      wrong: { $0.addSaturations(mild: .one, low: .one) },
      right: { $0.addSaturations(mild: .one, low: .two) }
    ),
    LintCase(
      "a higher NEWS2 with a milder level",
      "seven",
      says: "What breaks it (low) is worse than what breaks “five”, which reaches medium: a worse"
        + " value has the milder level.",
      wrong: {
        $0.askForNEWS2()
        $0.add(
          .of("five", .news2(.total(atLeast: 5))),
          .of("seven", .news2(.total(atLeast: 7)), .low)
        )
      },
      right: {
        $0.askForNEWS2()
        $0.add(
          .of("five", .news2(.total(atLeast: 5))),
          .of("seven", .news2(.total(atLeast: 7)), .high)
        )
      }
    ),
  ]
}

extension SoundProtocol {
  fileprivate mutating func addSaturations(mild: SpO2Scale, low: SpO2Scale) {
    ifIndicated.append(.sign(.spo2))
    add(
      .limit("mild", .spo2, .atOrUnder, 93, margin: 1).with(scale: mild),
      .limit("low", .spo2, .atOrUnder, 90, .low, margin: 1).with(scale: low),
      .limit("least", .spo2, .atOrUnder, 83, .high, margin: 1).with(scale: .two)
    )
  }
}
