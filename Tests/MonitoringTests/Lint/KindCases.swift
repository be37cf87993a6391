import Monitoring
import SessionRecord

extension LintCase {
  /// Rules on effects, scores, doses and combinations that can never fire.
  static let kinds: [LintCase] = [
    LintCase(
      "a severity of a circumstance",
      "new",
      says: "It can never fire: “line lost” has no grade.",
      wrong: { $0.add(.of("new", .severity(EffectSeverity(atLeast: .mild, only: [lineLost])))) },
      right: { $0.add(.of("new", .presence(EffectPresence([lineLost])))) }
    ),
    LintCase(
      "a circumstance that lasts at a grade",
      "new",
      says: "It can never fire: “line lost” has no grade.",
      wrong: {
        $0.add(.of("new", .lasting(LastingEffect([lineLost], atLeast: .mild, .minutes(2)))))
      },
      right: { $0.add(.of("new", .lasting(LastingEffect([lineLost], .minutes(2))))) }
    ),
    LintCase(
      "every effect that it is for excepted",
      "new",
      says: "It can never fire: every effect that it is for is excepted.",
      wrong: {
        $0.add(.of("new", .distressing(DistressingEffect(only: [.headache], except: [.headache]))))
      },
      right: {
        $0.add(.of("new", .distressing(DistressingEffect(only: [.headache], except: [.vomiting]))))
      }
    ),
    LintCase(
      "an effect lasting more than a day",
      "new",
      says: "It can never fire: 1441 minutes are longer than a day.",
      wrong: { $0.add(.of("new", .lasting(LastingEffect([.vomiting], .minutes(1_441))))) },
      right: { $0.add(.of("new", .lasting(LastingEffect([.vomiting], .minutes(1_440))))) }
    ),
    LintCase(
      "a score outside the scale",
      "new",
      says: "It can never fire: the highest score on PHQ-9 that there can be is 27.",
      wrong: { $0.add(.of("new", .scale(ScaleLimit("phq-9", .over, limit: 27)))) },
      right: { $0.add(.of("new", .scale(ScaleLimit("phq-9", .over, limit: 26)))) }
    ),
    LintCase(
      "an item that the scale has not",
      "new",
      says: "It can never fire: PHQ-9 has 9 items.",
      wrong: { $0.add(.of("new", .scale(ScaleLimit("phq-9", .atOrOver, limit: 1, item: 10)))) },
      right: { $0.add(.of("new", .scale(ScaleLimit("phq-9", .atOrOver, limit: 1, item: 9)))) }
    ),
    LintCase(
      "an answer that no item has",
      "new",
      says: "It can never fire: the highest answer to an item of PHQ-9 that there can be is 3.",
      wrong: { $0.add(.of("new", .scale(ScaleLimit("phq-9", .atOrOver, limit: 4, item: 9)))) },
      right: { $0.add(.of("new", .scale(ScaleLimit("phq-9", .atOrOver, limit: 3, item: 9)))) }
    ),
    LintCase(
      "a score that every answer reaches",
      "mood",
      says: "A flag of it can never clear: every score breaks it.",
      wrong: { $0.rules[3] = .of("mood", .scale(ScaleLimit("phq-9", .atOrOver, limit: 0))) },
      right: { $0.rules[3] = .of("mood", .scale(ScaleLimit("phq-9", .atOrOver, limit: 1))) }
    ),
    LintCase(
      "the better side of a scale",
      "new",
      says: "It flags the better scores: PHQ-9 is worse the higher it is.",
      wrong: { $0.add(.of("new", .scale(ScaleLimit("phq-9", .under, limit: 5)))) },
      right: { $0.add(.of("new", .scale(ScaleLimit("phq-9", .over, limit: 5)), .low)) }
    ),
    LintCase(
      "a NEWS2 that cannot be",
      "new",
      says: "It can never fire: the highest NEWS2 that there can be is 20.",
      wrong: {
        $0.askForNEWS2()
        $0.add(.of("new", .news2(.total(atLeast: 21))))
      },
      right: {
        $0.askForNEWS2()
        $0.add(.of("new", .news2(.total(atLeast: 20))))
      }
    ),
    LintCase(
      "a part of a combination that can never be there",
      "new",
      says: "It can never fire: part 2 can never be there, since the highest systolic pressure that"
        + " there can be is 300 mmHg.",
      wrong: { $0.add(.both([.presence(EffectPresence([.vomiting]))], [systolic(over: 300)])) },
      right: { $0.add(.both([.presence(EffectPresence([.vomiting]))], [systolic(over: 299)])) }
    ),
    LintCase(
      "one alternative of a combination that can never be there",
      "new",
      says: "An alternative of part 1 can never be there: the highest systolic pressure that there"
        + " can be is 300 mmHg.",
      wrong: {
        $0.add(.both([systolic(over: 300), .crisis(CrisisWord())], [.crisis(CrisisWord())]))
      },
      right: {
        $0.add(.both([systolic(over: 160), .crisis(CrisisWord())], [.crisis(CrisisWord())]))
      }
    ),
    LintCase(
      "a further dose while nothing can be high",
      "new",
      says: "It can never fire: no rule about the patient reaches the priority high.",
      wrong: {
        $0.rules =
          $0.rules.suffix(2) + [
            .limit("sys", .systolic, .atOrOver, 180),
            .of("new", .furtherDose(FurtherDose(.whileHigh))),
          ]
      },
      right: {
        $0.rules =
          $0.rules.suffix(2) + [
            .limit("sys", .systolic, .atOrOver, 180, repeats: true),
            .of("new", .furtherDose(FurtherDose(.whileHigh))),
          ]
      }
    ),
    LintCase(
      "a stop criterion that is off",
      "sys",
      says: "It is a stop criterion, but the rule is off.",
      wrong: { $0.rules[0] = $0.rules[0].with(isOff: true, isStopCriterion: true) },
      right: { $0.rules[0] = $0.rules[0].with(isOff: true) }
    ),
  ]

  static let lineLost = EffectName("line lost")

  private static func systolic(over limit: Int) -> Condition {
    .absolute(AbsoluteLimit(.systolic, .over, limit: limit * 1_000))
  }
}

extension Rule {
  fileprivate static func both(_ first: [Condition], _ second: [Condition]) -> Rule {
    .of(
      "new",
      .combination(
        Combination(
          [Combination.Part(any: first), Combination.Part(any: second)],
          withinMinutes: 15,
          title: "both"
        )
      )
    )
  }
}

extension SoundProtocol {
  mutating func askForNEWS2() {
    news2 = NEWS2Terms(within: .minutes(5), basis: SoundProtocol.own)
    ifIndicated += NEWS2.Parameter.allCases.map { .sign($0.sign) }
  }
}
