import Monitoring
import SessionRecord

extension LintCase {
  /// Gates, course rules and tasks that would not do what they are for.
  static let terms: [LintCase] = [
    LintCase(
      "a hold limit in no gate",
      "screening",
      says:
        "No gate of the kind “rules” names “hold”, so a value over such a limit before the start"
        + " holds nothing.",
      wrong: {
        $0.holdsAreGated = false
        $0.add(hold())
      },
      right: {
        $0.holdsAreGated = false
        $0.add(hold())
        $0.gates = [.holding(["hold"], id: "hold")]
      }
    ),
    LintCase(
      "two hold limits, and a gate that names another rule",
      "screening",
      says: "No gate of the kind “rules” names “hold” and “hold.two”, so a value over such a limit"
        + " before the start holds nothing.",
      wrong: {
        $0.holdsAreGated = false
        $0.add(hold(), hold("hold.two", 150))
        $0.gates = [.holding(["sys"], id: "sys")]
      },
      right: {
        $0.holdsAreGated = false
        $0.add(hold(), hold("hold.two", 150))
        $0.gates = [.holding(["hold"], id: "hold"), .holding(["hold.two"], id: "hold.two")]
      }
    ),
    silent(
      "a gate of a rule that is off",
      .limit("other", .systolic, .over, 150).with(isOff: true),
      "the rule is off",
      .limit("other", .systolic, .over, 150)
    ),
    silent(
      "a gate of a rule that speaks late",
      .limit("other", .moaas, .under, 5).with(window: .from(minutes: 117)),
      "it speaks from T+117 on",
      .limit("other", .moaas, .under, 5)
    ),
    silent(
      "a gate of a change from a later baseline",
      .of("other", .change(BaselineChange(.systolic, .atOrOver, .absolute(60_000))), margin: 5),
      "a change from baseline is judged after the start",
      .limit("other", .systolic, .over, 150)
    ),
    silent(
      "a gate of a further dose",
      .of("other", .furtherDose(FurtherDose(.soonerThan(minutes: 25)))),
      "it is about doses after the first",
      .of("other", .severity(EffectSeverity(atLeast: .moderate, only: [.headache])))
    ),
    silent(
      "a gate of what nobody looks at after the start",
      .of("other", .unattended(Unattended(minutes: 15))),
      "it counts from the start",
      .of("other", .lasting(LastingEffect([.headache], .minutes(15))))
    ),
    silent(
      "a gate of what is still there at a time after the start",
      .of("other", .lasting(LastingEffect([.dissociation], .untilMinute(90)))),
      "it counts from the start",
      .of("other", .lasting(LastingEffect([.dissociation], .minutes(90))))
    ),
    remote(
      "nothing is required of a remote session",
      [],
      "a supervising clinician (“supervising-clinician”), a chaperone (“chaperone”), a blood pressure"
        + " cuff (“cuff”), a pulse oximeter (“oximeter”) and an address and emergency number (kind"
        + " “contact”)"
    ),
    remote(
      "a chaperone that is only hard",
      whole.map { $0.id.text == "chaperone" ? question("chaperone", .hard) : $0 },
      "a chaperone (“chaperone”)"
    ),
    remote(
      "a cuff that is no question",
      whole.map { $0.id.text == "cuff" ? gate("cuff", .contact) : $0 },
      "a blood pressure cuff (“cuff”)"
    ),
    remote(
      "no contact",
      whole.filter { $0.requirement != .contact },
      "an address and emergency number (kind “contact”)"
    ),
    LintCase(
      "a gate for remote sessions of a protocol for the clinic",
      "screening.chaperone",
      says: "It is asked in no setting of this protocol, which serves clinic.",
      wrong: { $0.gates = [question("chaperone", .required)] },
      right: { $0.gates = [.holding(["sys"], id: "sys")] }
    ),
    LintCase(
      "no task for what is serious",
      "afterCare",
      says: "No task has the occasion “serious”: what a review calls serious is then due to be"
        + " reported by nobody.",
      wrong: { $0.afterCare = [task("call", .dose, due: 24)] },
      right: { $0.afterCare = [task("call", .dose, due: 24), task("report", .serious, due: 24)] }
    ),
    LintCase(
      "a cited age that the source does not have",
      "screening.age",
      says: "Its standing is “cited”, but the words of “book” do not have 21.",
      wrong: {
        $0.sources["book"] = "A book: 18 years."
        $0.gates = [gate("age", .age(years: 21), level: .hard, cited)]
      },
      right: {
        $0.sources["book"] = "A book: 18 years."
        $0.gates = [gate("age", .age(years: 18), level: .hard, cited)]
      }
    ),
    LintCase(
      "a cited interval that the source does not have",
      "course.gap",
      says: "Its standing is “cited”, but the words of “book” do not have 72 h.",
      wrong: {
        $0.sources["book"] = "A book: 48 hours."
        $0.course = [rule("gap", .interval(.hours(72)))]
      },
      right: {
        $0.sources["book"] = "A book: 48 hours."
        $0.course = [rule("gap", .interval(.hours(48)))]
      }
    ),
    LintCase(
      "a cited time by which something is due",
      "afterCare.report",
      says: "Its standing is “cited”, but the words of “book” do not have 168 h.",
      wrong: {
        $0.sources["book"] = "A book: within 6 days."
        $0.afterCare = [task("report", .serious, due: 168, cited)]
      },
      right: {
        $0.sources["book"] = "A book: within 7 days."
        $0.afterCare = [task("report", .serious, due: 168, cited)]
      }
    ),
    LintCase(
      "a source that only a course rule used",
      "sources.book",
      says: "No number of the protocol has the source “book”.",
      wrong: { $0.sources["book"] = "A book: 48 hours." },
      right: {
        $0.sources["book"] = "A book: 48 hours."
        $0.course = [rule("course.gap", .interval(.hours(48)))]
      }
    ),
  ]

  private static let cited = Basis(.cited, sources: ["book"])

  private static func hold(_ id: String = "hold", _ limit: Int = 140) -> Rule {
    .limit(id, .systolic, .over, limit, .low, repeats: true).with(window: .beforeStart)
  }

  /// A rule that cannot hold, why, and one in its place that can.
  private static func silent(
    _ name: String,
    _ wrong: Rule,
    _ reason: String,
    _ right: Rule
  ) -> LintCase {
    LintCase(
      name,
      "screening.hold",
      says: "Its rule “other” can have no flag before the start: \(reason).",
      wrong: {
        $0.add(wrong)
        $0.gates = [.holding(["other"], id: "hold")]
      },
      right: {
        $0.add(right)
        $0.gates = [.holding(["other"], id: "hold")]
      }
    )
  }

  /// Without these a remote session cannot be held.
  private static let whole =
    ["supervising-clinician", "chaperone", "cuff", "oximeter"].map { question($0, .required) }
    + [gate("contact", .contact)]

  private static func remote(_ name: String, _ gates: [Gate], _ missing: String) -> LintCase {
    LintCase(
      name,
      "screening",
      says: "It serves telehealth, and a remote session can begin without \(missing).",
      wrong: {
        $0.settings = [.telehealth]
        $0.gates = gates
      },
      right: {
        $0.settings = [.telehealth]
        $0.gates = whole
      }
    )
  }

  private static func question(_ id: String, _ remoteLevel: GateLevel) -> Gate {
    gate(
      id,
      .answer(clear: .yes, needsWords: false, validity: .day),
      remoteLevel: remoteLevel
    )
  }

  private static func gate(
    _ id: String,
    _ requirement: GateRequirement,
    level: GateLevel? = nil,
    remoteLevel: GateLevel? = .required,
    _ basis: Basis = SoundProtocol.own
  ) -> Gate {
    Gate(
      id: GateID(id),
      title: id,
      level: level,
      remoteLevel: remoteLevel,
      requirement: requirement,
      basis: basis
    )
  }

  private static func rule(_ id: String, _ condition: CourseCondition) -> CourseRule {
    CourseRule(
      id: RuleID(id),
      title: id,
      priority: .low,
      gate: nil,
      condition: condition,
      basis: cited
    )
  }

  private static func task(
    _ id: String,
    _ occasion: AfterCareTask.Occasion,
    due: Int,
    _ basis: Basis = SoundProtocol.own
  ) -> AfterCareTask {
    AfterCareTask(
      id: TaskID(id),
      title: id,
      occasion: occasion,
      opens: .hours(0),
      due: .hours(due),
      grows: [],
      closing: .followUp,
      basis: basis
    )
  }
}

extension Gate {
  /// A hard gate of these rules.
  static func holding(_ rules: [String], id: String) -> Gate {
    Gate(
      id: GateID(id),
      title: id,
      level: .hard,
      remoteLevel: .hard,
      requirement: .rules(rules.map(RuleID.init), repeatAfter: .minutes(5)),
      basis: SoundProtocol.own
    )
  }
}
