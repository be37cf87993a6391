import Monitoring
import SessionRecord
import TestSupport
import Testing

/// What speaks against leaving never makes the list of what is missing shorter.
@Suite struct NeverShorterTests {
  private static let against: [String] = [
    "low", "rising", "unverified", "not obtained", "desaturated", "sedative", "oxygen",
    "dissociated", "vomited", "answered no", "low mean", "unlisted", "done sedative",
    "done oxygen", "dosed again",
  ]

  /// After the dose, so that it is no baseline and no first dose, which starts the time that is asked for;
  /// without rules, so that it clears no flag.
  @Test(arguments: UInt64(1)...60)
  func `an entry that speaks against leaving takes nothing off the list`(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed &* 7)
    for kind in Self.against {
      var random = try RandomLeaving(seed: seed, rules: [], isClosable: false)
      let before = try random.file
      let zero = before.assessment.timeZero ?? minute(0)
      let from = (zero - SessionScript.start).wholeMinutes + 1
      guard from <= RandomLeaving.lastMinute,
        kind != "dosed again" || before.assessment.timeZero != nil
      else { continue }
      let observed = minute(
        kind == "rising"
          ? RandomLeaving.lastMinute : dice.number(from...RandomLeaving.lastMinute)
      )
      try random.add(try content(kind, &dice), at: observed)
      let unmet = Set(before.readiness.unmet.map(\.criterion.id))
      let after = Set(try random.file.readiness.unmet.map(\.criterion.id))
      #expect(unmet.isSubset(of: after), "seed \(seed), \(kind)")
    }
  }

  @Test func `each of them makes a list longer that was empty`() throws {
    let quiet: [LeavingRequirement] = [
      .settledPressure, .saturation(), .rated(.dissociation, atMost: 1), .absent(.vomiting, 30),
      .nothingRecent, .answered,
    ]
    var session = try SessionScript()
    try session.add(.dose("ketamine"), at: minute(10))
    for place in [60, 70, 80] { try session.add(.pressure(118, 76), at: minute(place)) }
    try session.add(.value(.spo2, 97), at: minute(80))
    try session.add(.rated("dissociation", 0), at: minute(80))
    try session.add(.effect("vomiting", course: .absent), at: minute(80))
    try session.add(.answer("c6", true), at: minute(80))
    #expect(try session.readiness(quiet, asOf: minute(90)).unmet.isEmpty)
    var dice = SeededGenerator(seed: 1)
    for kind in Self.against {
      var more = session
      let added = try kind == "answered no" ? .answer("c6", false) : content(kind, &dice)
      try more.add(added, at: minute(85))
      let unmet = try more.readiness(quiet, asOf: minute(90)).unmet
      #expect(unmet.count == 1, "\(kind): \(unmet.map(\.state))")
    }
  }

  /// Of those that rest on a reading; minutes since something are met by waiting.
  @Test(arguments: UInt64(1)...40)
  func `waiting meets no criterion that rests on a reading or an answer`(seed: UInt64) throws {
    let random = try RandomLeaving(seed: seed, rules: [], isClosable: false)
    let waits: Set<CriterionID> = Set(["c1", "c2", "c6", "c8"].map { CriterionID($0) })
    let monitoringProtocol = MonitoringProtocol.leaving(random.requirements)
    var unmet: Set<CriterionID> = []
    for later in stride(from: 0, through: 90, by: 5) {
      let file = try random.session.file(
        under: monitoringProtocol,
        asOf: minute(RandomLeaving.lastMinute + later)
      )
      let now = Set(file.readiness.unmet.map(\.criterion.id)).subtracting(waits)
      #expect(unmet.isSubset(of: now), "seed \(seed), \(later) min later")
      unmet = now
    }
    let stale = try random.session.file(under: monitoringProtocol, asOf: minute(300)).readiness
    #expect(stale.criteria[2].isMet == false)
    #expect(stale.criteria[3].isMet == false)
  }

  private func content(_ kind: String, _ dice: inout SeededGenerator) throws -> Content {
    switch kind {
    case "low": try .pressure(84, 44)
    case "rising": try .pressure(190, 112)
    case "unverified":
      try dice.chance(50)
        ? .pressure(116, 74, verified: false) : .value(.spo2, 99, verified: false)
    case "not obtained":
      try dice.chance(50)
        ? .pressureNotObtained("moving") : .set([.spo2: .notObtained(because: "cold hand")])
    case "desaturated": try .value(.spo2, 86)
    case "sedative": try .dose("midazolam", unverified: dice.chance(50) ? [.amount] : [])
    case "oxygen": try .oxygen(2)
    case "dissociated": .effect("dissociation", dice.pick([nil, .severe]))
    case "vomited": .effect("vomiting")
    case "low mean":
      try dice.chance(50) ? .value(.meanArterial, 50) : .withMean(116, 60, 64)
    case "unlisted": try .dose("propofol", unverified: [.drug])
    case "done sedative": .action("Midazolam 1 mg, slowly")
    case "done oxygen": .action("oxygen 2 l by mask")
    case "dosed again": try .dose("ketamine")
    default: try .answer(dice.pick(["c9", "c10", "c11"]), false)
    }
  }
}
