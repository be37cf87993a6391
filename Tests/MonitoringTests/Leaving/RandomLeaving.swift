import Monitoring
import SessionRecord
import TestSupport

/// A session on a grid of whole minutes and a list of criteria, both by a seed.
struct RandomLeaving {
  let requirements: [LeavingRequirement]
  let rules: [Rule]
  private(set) var session: SessionScript
  let asOf: Instant
  /// Where the clock stands: asOf, or the closing before it.
  let clock: Instant

  /// The last minute at which anything is observed.
  static let lastMinute = 100

  init(seed: UInt64, rules: [Rule] = [.surge, .atOnce], isClosable: Bool = true) throws {
    var dice = SeededGenerator(seed: seed)
    var session = try SessionScript()
    let recorded = minute(RandomLeaving.lastMinute)
    // Two settled sets in a row, and again, are rare among much else.
    let isQuiet = dice.chance(30)
    for _ in 0..<dice.number(8...45) {
      let observed = minute(RandomLeaving.minuteOf(&dice))
      let content =
        try isQuiet && dice.chance(70)
        ? .pressure(dice.pick([116, 118, 118, 118]), dice.pick([76, 76, 76, 78]))
        : RandomLeaving.content(&dice)
      let number = try session.add(content, at: observed, recorded: recorded)
      if dice.chance(12) {
        let named = EntryNumber(dice.number(2...number.value))
        try RandomLeaving.correct(named, &dice, &session, recorded)
      }
    }
    if dice.chance(25) {
      try RandomLeaving.boost(&session, &dice, recorded)
    }
    var clock = minute(RandomLeaving.lastMinute + dice.number(0...12))
    let closed = clock
    if isClosable, dice.chance(35) {
      let closing = try RandomLeaving.end(&session, &dice, at: closed)
      clock = closed + .minutes(dice.number(0...60))
      if dice.chance(40) { try session.void(closing, at: clock) }
    }
    asOf = clock
    self.clock =
      session.assessed(under: .leaving([]), asOf: asOf).chart.closing == nil ? asOf : closed
    self.session = session
    self.rules = rules
    requirements = RandomLeaving.requirements(&dice)
  }

  var file: SessionFile {
    get throws { try session.file(under: .leaving(requirements, rules: rules), asOf: asOf) }
  }

  /// Answered, and given once more around that minute.
  private static func boost(
    _ session: inout SessionScript,
    _ dice: inout SeededGenerator,
    _ recorded: Instant
  ) throws {
    let given = dice.number(65...lastMinute)
    let answered = given + dice.number(-8...2)
    try session.add(.answer("c9", true), at: minute(answered), recorded: recorded)
    let dose = try dice.pick([
      Content.dose("ketamine"), .dose("ketamine", over: 5), .infusion(.start),
    ])
    try session.add(dose, at: minute(given), recorded: recorded)
  }

  /// Closed with a decision, or without one.
  private static func end(
    _ session: inout SessionScript,
    _ dice: inout SeededGenerator,
    at closed: Instant
  ) throws -> EntryNumber {
    guard dice.chance(75) else { return try session.add(.closed, at: closed, recorded: closed) }
    return try session.end(
      escort: dice.pick(["husband", nil]),
      instructions: dice.pick(["told", nil]),
      decided: minute(minuteOf(&dice)),
      at: closed
    )
  }

  /// More of it late, where the criteria look.
  private static func minuteOf(_ dice: inout SeededGenerator) -> Int {
    dice.chance(60) ? dice.number(60...lastMinute) : dice.number(0...lastMinute)
  }

  private static func correct(
    _ named: EntryNumber,
    _ dice: inout SeededGenerator,
    _ session: inout SessionScript,
    _ recorded: Instant
  ) throws {
    switch dice.number(1...4) {
    case 1: try session.void(named, at: recorded)
    case 2:
      let observed = dice.chance(50) ? minute(minuteOf(&dice)) : nil
      try session.amend(named, to: try content(&dice), observed: observed, at: recorded)
    default:
      try session.add(.verification(of: named), at: minute(minuteOf(&dice)), recorded: recorded)
    }
  }

  private static func content(_ dice: inout SeededGenerator) throws -> Content {
    switch dice.number(1...21) {
    case 1...5: try pressure(&dice)
    case 6, 7: try .value(.spo2, dice.pick([91, 94, 96, 97, 98]), verified: !dice.chance(10))
    case 8:
      try dice.chance(60) ? .roomAir() : .oxygen(dice.pick([0, 2]), verified: !dice.chance(15))
    case 9: try unknown(&dice)
    case 10, 20: .effect("vomiting", course: dice.chance(75) ? .absent : nil)
    case 11: try dissociation(&dice)
    case 12: try dose(&dice)
    case 13: .infusion(event(&dice))
    case 14...17:
      try .answer(
        dice.pick(["c9", "c10", "c11"]),
        dice.chance(60),
        dice.pick(["said", "said", nil])
      )
    case 18:
      try .decided(escort: dice.pick(["husband", nil]), instructions: dice.pick(["told", nil]))
    case 19: try done(&dice)
    default: .note("oxygen and midazolam are at hand")
    }
  }

  private static func pressure(_ dice: inout SeededGenerator) throws -> Content {
    let quiet = [(116, 74), (118, 76), (118, 76), (120, 78), (124, 80)]
    let other = [(128, 80), (144, 90), (139, 89), (92, 56), (88, 50), (150, 88), (182, 104)]
    let (systolic, diastolic) = dice.pick(dice.chance(75) ? quiet : other)
    if dice.chance(5) { return try .value(.systolic, systolic) }
    if dice.chance(5) { return try .value(.meanArterial, 50, verified: dice.chance(50)) }
    if dice.chance(10) {
      return try dice.chance(30)
        ? .withMean(118, 61, 64)
        : .withMean(systolic, diastolic, (systolic + 2 * diastolic) / 3, verified: dice.chance(80))
    }
    return try .pressure(systolic, diastolic, verified: !dice.chance(10))
  }

  private static func unknown(_ dice: inout SeededGenerator) throws -> Content {
    switch dice.number(1...4) {
    case 1: try .pressureNotObtained("moving")
    case 2: try .set([.spo2: .notUsable(written: "0")])
    case 3: try .set([.oxygenFlow: .notObtained(because: "no meter")])
    default: try .set([.systolic: .unrecordable, .diastolic: .unrecordable])
    }
  }

  private static func done(_ dice: inout SeededGenerator) throws -> Content {
    dice.pick([
      .action("repositioned, SpO2 probe changed"), .action("Labetalol 10 mg iv"),
      .action("oxygen 2 l by mask"), .action("2 l O2"),
    ])
  }

  private static func dissociation(_ dice: inout SeededGenerator) throws -> Content {
    if dice.chance(60) { return try .rated("dissociation", dice.number(0...3)) }
    return .effect(
      "dissociation",
      dice.pick([nil, .mild, .severe]),
      course: dice.pick([nil, .gone])
    )
  }

  private static func dose(_ dice: inout SeededGenerator) throws -> Content {
    let drug = dice.pick([
      "ketamine", "ketamine", "labetalol", "midazolam", "magnesium", "propofol",
    ])
    return try .dose(drug, over: dice.pick([nil, nil, 10, 40]))
  }

  private static func event(_ dice: inout SeededGenerator) -> InfusionEvent {
    dice.pick([
      .start, .pause, .resume, .stop(given: .notSaid), .stop(given: .notSaid),
      .stop(given: .notKnown),
    ])
  }

  /// Every kind, each with limits that are met now and then; answers are `c9` to `c11`.
  private static func requirements(_ dice: inout SeededGenerator) -> [LeavingRequirement] {
    [
      .minutesSinceStart(dice.number(1...80)), .minutesSinceInfusion(dice.number(1...25)),
      .settledPressure,
      .saturation(orBaseline: dice.chance(50), onRoomAir: dice.chance(60)),
      .rated(.dissociation, atMost: dice.number(0...3), within: dice.pick([30, 60])),
      .absent(.vomiting, dice.number(5...30), within: dice.pick([30, 60])),
      .noOpenFlag(atLeast: dice.pick([.medium, .high])), .nothingRecent, .answered, .escort,
      .instructions,
    ]
  }

  mutating func add(_ content: Content, at observed: Instant) throws {
    try session.add(content, at: observed, recorded: minute(RandomLeaving.lastMinute))
  }
}
