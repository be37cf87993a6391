import Monitoring
import SessionRecord
import TestSupport
import Testing

/// Whatever is typed in whatever order, each dose and each start is told exactly once.
@Suite struct RandomExposureTests {
  private func contents(_ dice: inout SeededGenerator) throws -> [(Content, Instant)] {
    try (1...dice.number(2...20)).map { _ in dice.number(1...120) }.reduce(into: Set<Int>()) {
      $0.insert($1)
    }.sorted().map { (try content(&dice), minute($0)) }
  }

  private func content(_ dice: inout SeededGenerator) throws -> Content {
    switch dice.number(1...8) {
    case 1, 2: try .given("ketamine", dice.number(1...60), over: dice.pick([nil, 10, 40]))
    case 3: try .given("magnesium", dice.number(1...60), over: dice.pick([nil, 20]))
    case 4, 5: .infusion(.start)
    case 6: try dice.chance(50) ? .stopped(dice.number(1...60)) : .infusion(.stop(given: .notSaid))
    case 7: .infusion(dice.chance(50) ? .pause : .resume)
    default: try .rate(dice.number(1...90))
    }
  }

  private func exposure(_ entries: [(Content, Instant)], asOf: Instant) throws -> Exposure {
    var session = try SessionScript()
    for (content, observed) in entries {
      try session.add(content, at: observed, recorded: minute(130))
    }
    return try session.exposure(asOf: asOf)
  }

  /// Without entry numbers, which the order of typing decides.
  private func told(_ exposure: Exposure) -> [String] {
    exposure.given.map {
      "\($0.drug) \($0.began.instant.milliseconds) \($0.given) \($0.pauses) \(String(describing: $0.ended))"
    } + exposure.totals.map { "\($0)" }
  }

  @Test(arguments: UInt64(1)...150)
  func `every dose and every start is told once, and no event twice`(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    let entries = try contents(&dice)
    let exposure = try exposure(entries, asOf: minute(130 + dice.number(0...60)))
    let numbered = entries.enumerated().map { (EntryNumber($0 + 2), $1.0) }
    let doses = numbered.filter { if case .dose = $0.1 { true } else { false } }.map(\.0)
    let starts = numbered.filter { $0.1 == .infusion(.start) }.map(\.0)
    #expect(exposure.given.compactMap(\.dose).sorted() == doses, "seed \(seed)")
    #expect(exposure.given.compactMap(\.start).sorted() == starts, "seed \(seed)")
    let stops = exposure.given.compactMap(\.stop)
    #expect(Set(stops).count == stops.count, "seed \(seed)")
    let counted = exposure.totals.reduce(0) { $0 + $1.count + $1.uncounted }
    #expect(counted == exposure.given.count, "seed \(seed)")
  }

  @Test(arguments: UInt64(1)...150)
  func `any order of typing tells the same`(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    let entries = try contents(&dice)
    let typed = told(try exposure(entries, asOf: minute(140)))
    let shuffled = told(try exposure(entries.shuffled(using: &dice), asOf: minute(140)))
    #expect(typed == shuffled, "seed \(seed)")
  }

  @Test(arguments: UInt64(1)...150)
  func `none but the last infusion runs, and what ended did so after it began`(seed: UInt64) throws
  {
    var dice = SeededGenerator(seed: seed)
    let exposure = try exposure(try contents(&dice), asOf: minute(130))
    let infusions = exposure.given.filter { $0.isInfusion && $0.drug == "ketamine" }
    #expect(infusions.dropLast().allSatisfy { $0.given != .running }, "seed \(seed)")
    for dose in exposure.given {
      if let ended = dose.ended { #expect(ended >= dose.began.instant, "seed \(seed)") }
      if case .running = dose.given { #expect(dose.ended == nil, "seed \(seed)") }
    }
  }

  @Test(arguments: UInt64(1)...150)
  func `no start takes a dose after that dose would be over`(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    let entries = try contents(&dice)
    let exposure = try exposure(entries, asOf: minute(130))
    for infusion in exposure.given where infusion.pauses.isEmpty {
      guard let dose = infusion.dose, infusion.start != nil, let minutes = infusion.overMinutes
      else { continue }
      let observed = entries[dose.value - 2].1
      #expect(observed <= infusion.began.instant + .minutes(minutes), "seed \(seed), #\(dose)")
    }
  }

  @Test func `the random sessions end infusions in every way`() throws {
    var ways: Set<String> = []
    for seed in UInt64(1)...150 {
      var dice = SeededGenerator(seed: seed)
      let exposure = try exposure(try contents(&dice), asOf: minute(130))
      for dose in exposure.given where dose.isInfusion {
        ways.insert(dose.given.word)
      }
    }
    #expect(ways == ["amount", "running", "not recorded", "not said"])
  }
}

extension GivenDose.Given {
  fileprivate var word: String {
    switch self {
    case .amount: "amount"
    case .running: "running"
    case .endNotRecorded: "not recorded"
    case .notSaid: "not said"
    case .notKnown: "not known"
    }
  }
}
