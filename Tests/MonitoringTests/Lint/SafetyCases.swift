import Monitoring
import SessionRecord

extension LintCase {
  /// What a protocol lacks so that something passes in silence, and limits on the wrong side.
  static let safety: [LintCase] = [
    LintCase(
      "SpO2 limited on scale 1 only",
      "low",
      says:
        "SpO2 has a low limit on scale 1 and none on scale 2: in a session on scale 2 no SpO2 is"
        + " ever too low.",
      wrong: { $0.addSaturations(low(.one), high(.two)) },
      right: { $0.addSaturations(low(.one), low(.two, 83)) }
    ),
    LintCase(
      "SpO2 limited on scale 2 only",
      "low",
      says:
        "SpO2 has a low limit on scale 2 and none on scale 1: in a session on scale 1 no SpO2 is"
        + " ever too low.",
      wrong: { $0.addSaturations(low(.two)) },
      right: { $0.addSaturations(low(nil)) }
    ),
    LintCase(
      "SpO2 limited on scale 2 by a rule that is off",
      "low",
      says:
        "SpO2 has a low limit on scale 1 and none on scale 2: in a session on scale 2 no SpO2 is"
        + " ever too low.",
      wrong: { $0.addSaturations(low(.one), low(.two, 83).with(scale: .two, isOff: true)) },
      right: { $0.addSaturations(low(.one), low(.two, 83).with(scale: .two, isOff: false)) }
    ),
    LintCase(
      "SpO2 limited on scale 2 before the start only",
      "low",
      says:
        "SpO2 has a low limit on scale 1 and none on scale 2: in a session on scale 2 no SpO2 is"
        + " ever too low.",
      wrong: {
        $0.addSaturations(low(.one), low(.two, 83).with(window: .beforeStart, scale: .two))
      },
      right: { $0.addSaturations(low(.one).with(window: .beforeStart, scale: .one)) }
    ),
    LintCase(
      "no rule on crisis words",
      "rules",
      says: "No rule has the kind “crisis”: crisis words such as “not breathing”, and “bp"
        + " unrecordable”, are then stored without the flag that is for them.",
      wrong: { $0.rules.removeAll { $0.condition == .crisis(CrisisWord()) } },
      right: { $0.rules.removeAll { $0.id == RuleID("sore") } }
    ),
    LintCase(
      "a rule on crisis words that is off",
      "rules",
      says: "No rule has the kind “crisis”: crisis words such as “not breathing”, and “bp"
        + " unrecordable”, are then stored without the flag that is for them.",
      wrong: { $0.rules[6] = $0.rules[6].with(isOff: true) },
      right: { $0.rules[6] = $0.rules[6].with(isOff: false) }
    ),
    LintCase(
      "no rule on unverified values",
      "rules",
      says:
        "No rule has the kind “unverified”: an improbable value or dose is then stored with “?”,"
        + " and no flag stays open until it is verified.",
      wrong: { $0.rules.removeAll { $0.condition == .unverified(UnverifiedValue()) } },
      right: { $0.rules.removeAll { $0.id == RuleID("sore") } }
    ),
    LintCase(
      "a limit on the wrong side of what a criterion asks for",
      "new",
      says: "It flags what the criterion “air” for leaving asks for: SpO2 94%.",
      wrong: { $0.addAir(.limit("new", .spo2, .atOrOver, 91, .high)) },
      right: { $0.addAir(.limit("new", .spo2, .atOrUnder, 91, .high)) }
    ),
    LintCase(
      "a limit at the very value that a criterion asks for",
      "new",
      says: "It flags what the criterion “air” for leaving asks for: SpO2 94%.",
      wrong: { $0.addAir(.limit("new", .spo2, .atOrUnder, 94)) },
      right: { $0.addAir(.limit("new", .spo2, .under, 94)) }
    ),
    LintCase(
      "a limit under the most that a criterion asks for",
      "new",
      says: "It flags what the criterion “pulse” for leaving asks for: heart rate 110/min.",
      wrong: {
        $0.leaving.append(SoundProtocol.settled("pulse", .heartRate, atLeast: 51, atMost: 110))
        $0.add(.limit("new", .heartRate, .over, 100))
      },
      right: {
        $0.leaving.append(SoundProtocol.settled("pulse", .heartRate, atLeast: 51, atMost: 110))
        $0.add(.limit("new", .heartRate, .over, 100).with(window: .beforeStart))
      }
    ),
    LintCase(
      "a level of consciousness that a criterion allows",
      "new",
      says: "It flags what the criterion “awake” for leaving asks for: consciousness (ACVPU) C.",
      wrong: { $0.addAwake(atMost: .confused) },
      right: { $0.addAwake(atMost: .alert) }
    ),
  ]

  private static func low(_ scale: SpO2Scale?, _ limit: Int = 91) -> Rule {
    .limit(
      scale == .one || limit == 91 ? "low" : "low.two",
      .spo2,
      .atOrUnder,
      limit,
      .high,
      margin: 1
    )
    .with(scale: scale)
  }

  private static func high(_ scale: SpO2Scale) -> Rule {
    .limit("high", .spo2, .atOrOver, 97, margin: 1).with(scale: scale)
  }
}

extension SoundProtocol {
  fileprivate mutating func addSaturations(_ rules: Rule...) {
    ifIndicated.append(.sign(.spo2))
    self.rules += rules
  }

  fileprivate mutating func addAir(_ rule: Rule) {
    addSaturations(rule)
    leaving.append(SoundProtocol.settled("air", .spo2, atLeast: 94))
  }

  fileprivate mutating func addAwake(atMost level: Consciousness) {
    ifIndicated.append(.sign(.consciousness))
    add(.of("new", .consciousness(ConsciousnessLimit(.confused))))
    leaving.append(SoundProtocol.settled("awake", .consciousness, atMost: level.rawValue))
  }
}
