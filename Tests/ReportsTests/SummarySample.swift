import Monitoring
import Reports
import SessionRecord

/// Twelve sessions whose tallies are written here, so that every number of the documents can be counted:
/// ten closed, one of them amended since, one open, and two more that were struck out.
struct SummarySample {
  private(set) var review = SafetyReview()

  let titles: ReviewTitles

  init() throws {
    titles = ReviewTitles([try SampleProtocol.made()])
    let first = ReviewedProtocol(id: ProtocolID("iv-0.5-40"), version: "1")
    let second = ReviewedProtocol(id: ProtocolID("im"), version: "2")
    for number in 1...11 {
      review.add(
        try SummarySample.tally(number),
        in: number == 11 ? .open : number == 10 ? .amended : .closed,
        under: number <= 8 ? first : second
      )
    }
    review.addVoid(under: first)
    review.addVoid(under: second)
  }

  static func scope(
    since: String? = nil,
    until: String? = nil,
    id: String? = nil
  ) throws
    -> SummaryScope
  {
    SummaryScope(
      since: since.flatMap(Stamp.init(rfc3339:)),
      until: until.flatMap(Stamp.init(rfc3339:)),
      id: id.map { ProtocolID($0) },
      now: Stamp(Instant(milliseconds: 1_795_096_800_000), offsetMinutes: 60)
    )
  }

  /// November 2026, from its first to its last moment.
  static func november() throws -> SummaryScope {
    try scope(since: "2026-11-01T00:00:00+01:00", until: "2026-11-30T23:59:59.999+01:00")
  }

  /// The n-th session keeps 8 of 10 pressures, one of them late, and misses one; each third one misses two.
  private static func tally(_ number: Int) throws -> SessionTally {
    let isThird = number.isMultiple(of: 3)
    return SessionTally(
      groups: [
        SessionTally.Group(
          id: GroupID("bp"),
          required: 10,
          kept: isThird ? 7 : 8,
          late: 1,
          notObtained: 1,
          deferred: 0,
          overdue: 0,
          missed: isThird ? 2 : 1
        ),
        SessionTally.Group(
          id: GroupID("symptoms"),
          required: number <= 4 ? 3 : 0,
          kept: number <= 4 ? 2 : 0,
          late: 0,
          notObtained: 0,
          deferred: number <= 4 ? 1 : 0,
          overdue: 0,
          missed: 0
        ),
      ],
      flags: flags(number),
      retractedClinical: number == 5 ? 1 : 0,
      retractedProcess: 0,
      effects: effects(number),
      leaving: [
        .criteriaMet, .criteriaMet, .unmetWithReasons, .againstAdvice, .criteriaMet, .criteriaMet,
        .noDose, .criteriaMet, nil, .criteriaMet, nil,
      ][number - 1],
      typed: try digits(number),
      imported: number == 2 ? try imported() : DigitCounts()
    )
  }

  /// Systolic in the even ones, acknowledged after as many minutes as their number.
  ///
  /// A rate of 45 in the first, whose end nobody saw; readings overdue in each third one. Reviewed are four
  /// of the first and one of the last.
  private static func flags(_ number: Int) -> [SessionTally.CountedFlag] {
    var flags: [SessionTally.CountedFlag] = []
    if number.isMultiple(of: 2) {
      flags.append(
        SessionTally.CountedFlag(
          rule: RuleID("bp.sys.crit"),
          priority: number == 8 ? .high : .medium,
          isProcess: false,
          acknowledgedAfter: number == 10 ? nil : .minutes(number),
          beyond: .until(.minutes(10 + number)),
          review: [2: .expected, 4: .artefact, 6: .adverseEvent, 8: .serious][number]
        )
      )
    }
    if number == 1 || number == 11 {
      flags.append(
        SessionTally.CountedFlag(
          rule: RuleID("hr.low"),
          priority: .low,
          isProcess: false,
          acknowledgedAfter: nil,
          beyond: .notSeenBackInside
        )
      )
    }
    if number.isMultiple(of: 3) {
      flags.append(
        SessionTally.CountedFlag(
          rule: RuleID("overdue.bp"),
          priority: .medium,
          isProcess: true,
          acknowledgedAfter: number == 3 ? .seconds(40) : nil,
          beyond: nil,
          review: number == 9 ? .artefact : nil
        )
      )
    }
    return flags
  }

  private static func effects(_ number: Int) -> [SessionTally.CountedEffect] {
    var effects = [
      SessionTally.CountedEffect(
        name: .dissociation,
        worst: number.isMultiple(of: 2) ? .severe : .moderate,
        isDistressing: number == 4
      )
    ]
    if number <= 5 {
      effects.append(
        SessionTally.CountedEffect(
          name: EffectName("nausea"),
          worst: number == 1 ? nil : number == 2 ? .severe : .mild,
          isDistressing: number == 2,
          review: number <= 3 ? .expected : number == 4 ? .adverseEvent : nil
        )
      )
    }
    if number == 5 {
      effects.append(
        SessionTally.CountedEffect(
          name: EffectName("headache"),
          worst: .moderate,
          isDistressing: false
        )
      )
    }
    return effects
  }

  /// Six sets a session: systolic ends in 0 in five of them, diastolic in each digit in turn.
  private static func digits(_ number: Int) throws -> DigitCounts {
    var digits = DigitCounts()
    for place in 0..<6 {
      digits.add(
        try vitals(
          place == 5 ? 123 : 120 + 10 * (place % 2),
          70 + (number * 6 + place) % 10,
          60 + (number * 6 + place) % 10
        )
      )
    }
    return digits
  }

  private static func imported() throws -> DigitCounts {
    var digits = DigitCounts()
    for place in 0..<4 { digits.add(try vitals(121 + place, 81, 71)) }
    return digits
  }

  private static func vitals(_ systolic: Int, _ diastolic: Int, _ heartRate: Int) throws -> Vitals {
    try Vitals([
      .systolic: .measured(try Quantity(.systolic, systolic), verified: true),
      .diastolic: .measured(try Quantity(.diastolic, diastolic), verified: true),
      .heartRate: .measured(try Quantity(.heartRate, heartRate), verified: true),
    ])
  }
}
