import Monitoring
import SessionRecord
import Testing

/// None of some medicines, and no oxygen, for a time.
@Suite struct RecentMedicineCriterionTests {
  private func state(
    _ entries: [(Int, Content)],
    asOf: Instant = minute(80)
  ) throws -> CriterionStanding.State? {
    var session = try SessionScript()
    for (place, content) in entries { try session.add(content, at: minute(place)) }
    return try session.state(.nothingRecent, asOf: asOf)
  }

  @Test func `a listed medicine is missing for thirty minutes`() throws {
    let dose = try (50, Content.dose("labetalol"))
    #expect(try state([dose], asOf: minute(62)) == .missing("labetalol 12 min ago; 30 asked"))
    #expect(
      try state([dose], asOf: minute(79, 59, 999)) == .missing("labetalol 29 min ago; 30 asked")
    )
    #expect(try state([dose], asOf: minute(80)) == .met(since: minute(80)))
    #expect(try state([dose], asOf: minute(95)) == .met(since: minute(80)))
  }

  @Test func `one that is not listed is not missing`() throws {
    #expect(try state([(70, .dose("magnesium"))]) == .met(since: minute(0)))
    #expect(try state([]) == .met(since: minute(0)))
  }

  @Test func `the last of several decides`() throws {
    let doses = try [(40, Content.dose("labetalol")), (45, .dose("midazolam"))]
    #expect(try state(doses, asOf: minute(70)) == .missing("midazolam 25 min ago; 30 asked"))
    #expect(try state(doses, asOf: minute(76)) == .met(since: minute(75)))
  }

  @Test func `an unverified dose counts as given, a void one does not`() throws {
    var session = try SessionScript()
    let dose = try session.add(.dose("midazolam", unverified: [.amount]), at: minute(60))
    #expect(
      try session.state(.nothingRecent, asOf: minute(70))
        == .missing("midazolam 10 min ago; 30 asked")
    )
    try session.void(dose, at: minute(71))
    #expect(try session.state(.nothingRecent, asOf: minute(72)) == .met(since: minute(0)))
  }

  @Test func `a medicine given over a time counts until it ended`() throws {
    let dose = try (40, Content.dose("labetalol", over: 20))
    #expect(
      try state([dose], asOf: minute(55)) == .missing("infusion of labetalol is running")
    )
    #expect(try state([dose], asOf: minute(80)) == .missing("labetalol 20 min ago; 30 asked"))
    #expect(try state([dose], asOf: minute(90)) == .met(since: minute(90)))
  }

  @Test func `oxygen counts until room air was entered`() throws {
    let oxygen = try (20, Content.oxygen(2))
    #expect(try state([oxygen]) == .missing("oxygen 2 l/min, and no room air since"))
    let off = try [oxygen, (65, Content.roomAir())]
    #expect(try state(off) == .missing("oxygen until 15 min ago; 30 asked"))
    #expect(try state(off, asOf: minute(95)) == .met(since: minute(95)))
    let again = try off + [(70, .roomAir()), (85, .roomAir())]
    #expect(try state(again, asOf: minute(99)) == .met(since: minute(95)))
    #expect(
      try state([oxygen, (65, .oxygen(0))], asOf: minute(95)) == .met(since: minute(95))
    )
  }

  @Test func `oxygen and room air at one time count as oxygen until then`() throws {
    let both = try [(20, Content.oxygen(2)), (20, .roomAir())]
    #expect(try state(both, asOf: minute(49)) == .missing("oxygen until 29 min ago; 30 asked"))
    #expect(try state(both, asOf: minute(80)) == .met(since: minute(50)))
  }

  @Test func `an oxygen entry that says nothing is not answered`() throws {
    let unknown = try (60, Content.set([.oxygenFlow: .notObtained(because: "no meter")]))
    #expect(
      try state([unknown])
        == .missing("oxygen flow was not obtained: no meter, and no room air since")
    )
    #expect(
      try state([(20, .oxygen(2)), (40, .oxygen(0, verified: false))])
        == .missing("oxygen flow 0 l/min? waits to be verified, and no room air since")
    )
  }

  @Test func `room air alone is no oxygen`() throws {
    #expect(try state([(70, .roomAir())]) == .met(since: minute(0)))
  }

  @Test func `oxygen that the protocol does not ask about is not missing`() throws {
    var session = try SessionScript()
    try session.add(.oxygen(2), at: minute(70))
    let medicines = NoRecentMedicine(
      medicines: ["labetalol"],
      orOxygen: false,
      within: .minutes(30)
    )
    #expect(try session.state(.noRecent(medicines), asOf: minute(71)) == .met(since: minute(0)))
  }

  // MARK: - Typed otherwise

  @Test func `a medicine that the protocol does not know counts as one that is asked about`() throws
  {
    let dose = try (50, Content.dose("propofol", unverified: [.drug]))
    #expect(
      try state([dose], asOf: minute(62))
        == .missing("propofol, not on the protocol's list, 12 min ago; 30 asked")
    )
    #expect(try state([dose], asOf: minute(80)) == .met(since: minute(80)))
    #expect(
      try state([(50, .dose("propofol", over: 60))], asOf: minute(80))
        == .missing("infusion of propofol, not on the protocol's list, is running")
    )
    var session = try SessionScript()
    try session.add(.dose("propofol"), at: minute(50))
    let oxygen = NoRecentMedicine(medicines: [], orOxygen: true, within: .minutes(30))
    #expect(try session.state(.noRecent(oxygen), asOf: minute(51)) == .met(since: minute(0)))
  }

  @Test(arguments: ["Labetalol 10 mg iv", "gave LABETALOL", "labetalol/10mg", "10 mg:labetalol"])
  func `a listed medicine among what was done counts, in any case`(words: String) throws {
    let action = (50, Content.action(words))
    #expect(
      try state([action], asOf: minute(62))
        == .missing("#2 done: \(words), 12 min ago; 30 asked; enter the dose")
    )
    #expect(try state([action], asOf: minute(79, 59, 999)) != .met(since: minute(80)))
    #expect(try state([action], asOf: minute(80)) == .met(since: minute(80)))
  }

  @Test(arguments: [
    "repositioned", "SpO2 probe changed", "magnesium 2 g", "labetalolol", "pre-oxygenated",
    "checked that no2 is off", "",
  ])
  func `other words of what was done do not count`(words: String) throws {
    #expect(try state([(70, .action(words))]) == .met(since: minute(0)))
  }

  @Test func `what a note says is not what was done`() throws {
    #expect(try state([(70, .note("labetalol, oxygen at hand"))]) == .met(since: minute(0)))
  }

  @Test(arguments: ["oxygen 2 l by mask", "2 l O2 by mask", "mask/o2", "O₂ 2 l", "Oxygen off"])
  func `oxygen among what was done is open until it is entered`(words: String) throws {
    let action = (40, Content.action(words))
    let open = CriterionStanding.State.missing("#2 done: \(words); enter o2 … or air")
    #expect(try state([action], asOf: minute(41)) == open)
    // Nothing says that it stopped.
    #expect(try state([action], asOf: minute(300)) == open)
    #expect(
      try state([action, (50, .oxygen(2))], asOf: minute(60))
        == .missing("oxygen 2 l/min, and no room air since")
    )
    let air = try [action, (50, Content.roomAir())]
    #expect(try state(air, asOf: minute(79)) == .missing("oxygen until 29 min ago; 30 asked"))
    #expect(try state(air, asOf: minute(90)) == .met(since: minute(80)))
    #expect(try state([(30, .roomAir()), action], asOf: minute(60)) != .met(since: minute(0)))
  }

  @Test func `a void word counts no more, and an amended one as it stands`() throws {
    var session = try SessionScript()
    let action = try session.add(.action("oxygen 2 l"), at: minute(60))
    try session.amend(action, to: .action("turned to the left"), at: minute(62))
    #expect(try session.state(.nothingRecent, asOf: minute(63)) == .met(since: minute(0)))
    try session.amend(action, to: .action("midazolam 1 mg"), at: minute(64))
    #expect(try session.state(.nothingRecent, asOf: minute(65)) != .met(since: minute(0)))
    try session.void(action, at: minute(66))
    #expect(try session.state(.nothingRecent, asOf: minute(67)) == .met(since: minute(0)))
  }

  @Test func `of several the one that counts longest is told, a running one before all`() throws {
    let doses = try [
      (40, Content.dose("labetalol", over: 30)), (50, .dose("midazolam")), (60, .dose("labetalol")),
    ]
    #expect(try state(doses, asOf: minute(65)) == .missing("infusion of labetalol is running"))
    #expect(try state(doses, asOf: minute(75)) == .missing("labetalol 5 min ago; 30 asked"))
    #expect(try state(doses, asOf: minute(100)) == .met(since: minute(100)))
  }
}
