import Monitoring
import SessionRecord

extension LintCase {
  /// Numbers that are said to be cited, and whether the words of their sources have them.
  static let figures: [LintCase] = [
    cited(
      "a limit that was changed",
      .limit("new", .heartRate, .over, 125),
      "125/min",
      "A book: 120.",
      "A book: over 125."
    ),
    cited(
      "a number within another",
      .limit("new", .heartRate, .over, 125),
      "125/min",
      "A book: 1250 or 12.5 or x125.",
      "A book: 120/125."
    ),
    cited(
      "a number of a table, of a name and of a DOI",
      .limit("new", .temperature, .over, 39),
      "39 °C",
      "A book, Table 39, PMC39, PHQ-39, doi 10.1000/39.",
      "A book, Table 6: 39°C."
    ),
    cited(
      "a rise",
      .of("new", .change(BaselineChange(.heartRate, .atOrOver, .absolute(35_000)))),
      "35/min",
      "A book: 40.",
      "A book: 35/min."
    ),
    cited(
      "a fall in percent",
      .of("new", .change(BaselineChange(.heartRate, .atOrUnder, .percent(-33_300)))),
      "33.3 %",
      "A book: 33 %.",
      "A book: 33.3%."
    ),
    cited(
      "a rate, its change and its minutes",
      .of("new", .rate(RateOfChange(.heartRate, .atOrOver, by: 31_000, withinMinutes: 7))),
      "31/min and 7 min",
      "A book: 30 within 10 minutes.",
      "A book: 31 within seven minutes."
    ),
    cited(
      "a run",
      .limit("new", .heartRate, .over, 120).with(sustained: .minutes(5)),
      "5 min",
      "A book: 120.",
      "A book: over 120 that lasts five minutes."
    ),
    cited(
      "minutes that a source has in hours",
      .of("new", .lasting(LastingEffect([.headache], .minutes(120)))),
      "120 min",
      "A book: two days, 2 mg, 1 hour.",
      "A book: about two hours."
    ),
    cited(
      "a score",
      .of("new", .scale(ScaleLimit("phq-9", .atOrOver, limit: 15)), .low),
      "15",
      "PHQ-9, PMC15: 14.",
      "PHQ-9: 10, 15 and 20."
    ),
    LintCase(
      "a cut-off of a scale",
      "scales.nrs",
      says: "Its standing is “cited”, but the words of “book” do not have 4 and 8.",
      wrong: { $0.addCutOffs(4, 8, "A book: 0 to 10, 1-3 mild, 5-7 moderate.") },
      right: { $0.addCutOffs(4, 8, "A book: 0 to 10, 1-3 mild, 4-7 moderate, 8-10 severe.") }
    ),
    LintCase(
      "slots of a row",
      "schedule.groups.often.slots",
      says: "Its standing is “cited”, but the words of “book” do not have T+10 and T+25.",
      wrong: { $0.addSlots([10, 25], "A book: every 12 minutes.") },
      right: { $0.addSlots([10, 25], "A book: every 15 minutes, from 10 on.") }
    ),
    LintCase(
      "a criterion for leaving",
      "leaving.time",
      says: "Its standing is “cited”, but the words of “book” do not have 120 min.",
      wrong: { $0.citeLeaving("A book: 90 minutes.") },
      right: { $0.citeLeaving("A book: 2 h.") }
    ),
    LintCase(
      "a number that only a proposal has",
      "sys",
      says: "Its standing is “cited”, but the words of “book” do not have 180 mmHg.",
      wrong: {
        $0.sources["book"] = "A book: 160."
        $0.sources["made"] = "Proposed here: 180."
        $0.rules[0] = $0.rules[0].with(standing: .cited, sources: ["book", "made"])
      },
      right: {
        $0.sources["book"] = "A book: 160."
        $0.sources["made"] = "Proposed here: 180."
        $0.rules[0] = $0.rules[0].with(standing: .adapted, sources: ["book", "made"])
      }
    ),
    LintCase(
      "a number that is cited from the clinic's own",
      "sys",
      says: "Its standing is “cited”, but the words of “ours” and “book” do not have 180 mmHg.",
      wrong: {
        $0.sources["book"] = "A book: 160."
        $0.rules[0] = $0.rules[0].with(standing: .cited, sources: ["ours", "book"])
      },
      right: {
        $0.sources["book"] = "A book: 160."
        $0.rules[0] = $0.rules[0].with(standing: .clinic, sources: ["ours", "book"])
      }
    ),
  ]

  private static func cited(
    _ name: String,
    _ rule: Rule,
    _ figures: String,
    _ without: String,
    _ with: String
  ) -> LintCase {
    LintCase(
      name,
      "new",
      says: "Its standing is “cited”, but the words of “book” do not have \(figures).",
      wrong: { $0.addCited(rule, without) },
      right: { $0.addCited(rule, with) }
    )
  }
}

extension SoundProtocol {
  private static let cited = Basis(.cited, sources: ["book"])

  fileprivate mutating func addCited(_ rule: Rule, _ words: String) {
    sources["book"] = words
    ifIndicated.append(.sign(.temperature))
    groups[0] = .pressure(20, 60, 120, baselineSets: 1)
    rules.append(rule.with(sustained: rule.sustained, standing: .cited, sources: ["book"]))
  }

  fileprivate mutating func addCutOffs(_ moderate: Int, _ severe: Int, _ words: String) {
    sources["book"] = words
    let scale = SoundProtocol.scale(0...10, (0, "none"), (moderate, "moderate"), (severe, "severe"))
    scales.append(ProtocolScale(scale, basis: SoundProtocol.cited))
  }

  fileprivate mutating func addSlots(_ minutes: [Int], _ words: String) {
    sources["book"] = words
    let group = ScheduleGroup.of("often", [.sign(.weight)], minutes)
    groups.append(
      ScheduleGroup(
        id: group.id,
        title: group.title,
        needs: group.needs,
        priority: group.priority,
        overdue: group.overdue,
        missed: group.missed,
        slots: group.slots.map {
          PlannedSlot(
            minutes: $0.minutes,
            tolerance: $0.tolerance,
            mark: .whileHigh,
            basis: SoundProtocol.cited
          )
        },
        baselineSets: 0,
        basis: group.basis
      )
    )
  }

  fileprivate mutating func citeLeaving(_ words: String) {
    sources["book"] = words
    leaving[0] = LeavingCriterion(
      id: leaving[0].id,
      title: leaving[0].title,
      requirement: leaving[0].requirement,
      basis: SoundProtocol.cited
    )
  }
}
