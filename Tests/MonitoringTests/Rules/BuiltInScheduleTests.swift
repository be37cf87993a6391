import Monitoring
import SessionRecord
import Testing

/// The schedules of the protocols that come with Vigil, slot by slot, against tables by hand.
@Suite struct BuiltInScheduleTests {
  /// Every quarter of an hour from 135 minutes to twelve hours.
  private static let late = """
    135 150 165 180 195 210 225 240 255 270 285 300 315 330 345 360 375 390 405 420 435 450 465 480 \
    495 510 525 540 555 570 585 600 615 630 645 660 675 690 705 720
    """
  /// Half way between two of those, from between 120 and 135.
  private static let lateBetween = """
    128 143 158 173 188 203 218 233 248 263 278 293 308 323 338 353 368 383 398 413 428 443 458 473 \
    488 503 518 533 548 563 578 593 608 623 638 653 668 683 698 713
    """

  /// Group | needs | priority, baseline sets, then a line for each mark, tolerance and standing.
  private static let infusion = """
    bp | systolic diastolic heartRate | medium, 2 sets
      required ±3 cited infusion-studies: 10 20 30 40 55 70 85 100
      required ±3 proposed vigil: 120 \(late)
      while-high ±2 proposed vigil: 5 15 25 35 48 63 78 93 110 \(lateBetween)
    resp | spo2 respiratoryRate | low, 1 set
      required ±3 adapted infusion-studies vigil: 10 20 30 40 55 70 85 100
      required ±3 proposed vigil: 120 \(late)
    sedation | moaas | low, 1 set
      required ±3 adapted infusion-studies vigil: 10 20 30 40 55 70 85 100
      required ±3 proposed vigil: 120 \(late)
    alertness | acvpu | low, 0 sets
      required ±3 proposed vigil: 120 \(late)
    dissociation | dissociation | low, 1 set
      required ±3 proposed vigil: 40 85 120 \(late)
    cadss | cadss-6 | low, 0 sets
      required ±3 proposed vigil: 40
    symptoms | nausea vomiting headache dizziness anxiety | low, 1 set
      required ±3 proposed vigil: 20 40 70 120 \(late)
    temperature | temperature oxygenFlow | low, 1 set
      required ±3 proposed vigil: 120
    """

  private static let spray = """
    bp | systolic diastolic heartRate | medium, 1 set
      while-high ±3 proposed label-5.6-peak vigil: 20 60 80 100
      peak ±5 cited label-5.6-peak rems-form vigil: 40
      required ±3 cited two-hours rems-form: 120
      required ±3 proposed vigil: \(late)
    resp | spo2 respiratoryRate | low, 1 set
      required ±3 proposed vigil: 20 60 80 100 \(late)
      peak ±5 adapted label-5.6-peak rems-form vigil: 40
      required ±3 cited two-hours: 120
    sedation | moaas | low, 1 set
      required ±3 proposed vigil: 20 60 80 100 \(late)
      peak ±5 adapted label-5.6-peak rems-form vigil: 40
      required ±3 cited two-hours: 120
    alertness | acvpu | low, 0 sets
      required ±3 proposed vigil: 120 \(late)
    dissociation | dissociation | low, 1 set
      peak ±5 adapted dissociation-course vigil: 40
      required ±3 proposed vigil: 80 \(late)
      required ±3 cited two-hours: 120
    cadss | cadss-6 | low, 0 sets
      peak ±5 adapted dissociation-course vigil: 40
    symptoms | nausea vomiting | low, 0 sets
      required ±3 proposed vigil: 120 \(late)
    temperature | temperature oxygenFlow | low, 1 set
      required ±3 proposed vigil: 120
    """

  private static let muscle = """
    bp | systolic diastolic heartRate | medium, 2 sets
      while-high ±2 proposed vigil: 8 23 38 53 68 83 98 113 \(lateBetween)
      required ±3 adapted subcutaneous-study vigil: 15 30 45 60 75 90
      required ±3 proposed vigil: 105 120 \(late)
    resp | spo2 respiratoryRate | low, 1 set
      required ±3 proposed vigil: 5 105 120 \(late)
      required ±3 adapted subcutaneous-study vigil: 15 30 45 60 75 90
    sedation | moaas | low, 1 set
      required ±3 proposed vigil: 5 105 120 \(late)
      required ±3 adapted subcutaneous-study vigil: 15 30 45 60 75 90
    alertness | acvpu | low, 0 sets
      required ±3 proposed vigil: 120 \(late)
    dissociation | dissociation | low, 1 set
      required ±3 proposed vigil: 30 60 90 105 120 \(late)
    symptoms | nausea vomiting headache dizziness anxiety | low, 1 set
      required ±3 proposed vigil: 30 60 105 120 \(late)
    temperature | temperature oxygenFlow | low, 1 set
      required ±3 proposed vigil: 120
    """

  private static let lozenge = """
    bp | systolic diastolic heartRate | medium, 2 sets
      while-high ±3 proposed vigil: 30 60 75 105
      peak ±3 adapted sublingual-course vigil: 45
      required ±3 proposed vigil: 90 \(late)
      required ±3 adapted observer-checks vigil: 120
      while-high ±2 proposed vigil: \(lateBetween)
    observer | acvpu | medium, 1 set
      required ±3 adapted observer-checks vigil: 15 30 45 60 75 90 105 120
      required ±3 proposed vigil: \(late)
    sedation | moaas | low, 1 set
      required ±3 adapted observer-checks vigil: 15 30 45 60 75 90 105 120
      required ±3 proposed vigil: \(late)
    """
  private static let lozengeEnd = """
    dissociation | dissociation | low, 1 set
      peak ±3 adapted sublingual-course vigil: 45
      required ±3 proposed vigil: 90 120 \(late)
    symptoms | nausea vomiting | low, 0 sets
      required ±3 proposed vigil: 120 \(late)
    """
  private static let inClinic = """
    \(lozenge)
    \(lozengeEnd)
    temperature | temperature oxygenFlow | low, 1 set
      required ±3 proposed vigil: 120
    """
  private static let atHome = """
    \(lozenge)
    spo2 | spo2 | low, 1 set
      required ±3 adapted fda-home vigil: 15 30 45 60 75 90 105 120
      required ±3 proposed vigil: \(late)
    \(lozengeEnd)
    """

  private static let tables = [
    (BuiltInProtocol.ketamineIntravenous, infusion), (.esketamineIntranasal, spray),
    (.ketamineIntramuscular, muscle), (.ketamineSublingual, inClinic), (.ketamineRemote, atHome),
  ]

  @Test(arguments: tables)
  func `has the slots of the table`(builtIn: BuiltInProtocol, table: String) throws {
    let groups = try MonitoringProtocol.builtIn(builtIn).schedule.groups
    let found = groups.flatMap { [head($0)] + rows($0) }
    // Line by line, so that a difference shows its own line and not both tables.
    let expected = table.split(separator: "\n").map(String.init)
    #expect(Set(found).subtracting(expected).isEmpty)
    #expect(Set(expected).subtracting(found).isEmpty)
    #expect(found.filter { !$0.hasPrefix(" ") } == expected.filter { !$0.hasPrefix(" ") })
    #expect(found.count == expected.count)
  }

  private func head(_ group: ScheduleGroup) -> String {
    let needs = group.needs.map(word)
    let sets = "\(group.baselineSets) set\(group.baselineSets == 1 ? "" : "s")"
    return "\(group.id) | \(needs.joined(separator: " ")) | \(group.priority.word), \(sets)"
  }

  private func word(_ need: Need) -> String {
    switch need {
    case .sign(let sign): sign.key
    case .effect(let effect): effect.text
    case .scale(let scale): scale
    }
  }

  private func rows(_ group: ScheduleGroup) -> [String] {
    var names: [String] = []
    var minutes: [String: [Int]] = [:]
    for slot in group.slots {
      let basis = ([slot.basis.standing.rawValue] + slot.basis.sources).joined(separator: " ")
      let name = "  \(slot.mark.rawValue) ±\(slot.tolerance.wholeMinutes) \(basis)"
      if minutes[name] == nil { names.append(name) }
      minutes[name, default: []].append(slot.minutes)
    }
    return names.map { name in
      "\(name): \((minutes[name] ?? []).map(String.init).joined(separator: " "))"
    }
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `is overdue after 5 and missed after 15 minutes, in every group`(
    builtIn: BuiltInProtocol
  ) throws {
    for group in try MonitoringProtocol.builtIn(builtIn).schedule.groups {
      #expect(group.overdue == .minutes(5))
      #expect(group.missed == .minutes(15))
    }
  }

  @Test(arguments: [
    (
      BuiltInProtocol.ketamineIntravenous,
      "0 first 40 minutes, 40 early recovery, 120 late recovery"
    ),
    (
      .esketamineIntranasal,
      "0 administration, 15 onset, 35 peak, 45 observation, 120 after two hours"
    ),
    (.ketamineIntramuscular, "0 onset, 15 peak, 60 fading, 120 late recovery"),
    (.ketamineSublingual, "0 onset, 15 peak, 75 fading, 120 after two hours"),
    (.ketamineRemote, "0 onset, 15 peak, 75 fading, 120 after two hours"),
  ])
  func `names the phases of a session`(builtIn: BuiltInProtocol, phases: String) throws {
    let found = try MonitoringProtocol.builtIn(builtIn).schedule.phases
    #expect(found.map { "\($0.fromMinute) \($0.name)" }.joined(separator: ", ") == phases)
  }

  @Test(arguments: [
    (
      BuiltInProtocol.ketamineIntravenous,
      "map etco2 weight rass cadss c-ssrs phq-9 gad-7 pcl-5 itq nrs aldrete padss"
    ),
    (
      .esketamineIntranasal,
      "map etco2 weight rass cadss c-ssrs phq-9 gad-7 pcl-5 itq nrs aldrete padss"
    ),
    (
      .ketamineIntramuscular,
      "map etco2 weight rass cadss cadss-6 c-ssrs phq-9 gad-7 pcl-5 itq nrs aldrete padss"
    ),
    (
      .ketamineSublingual,
      "spo2 respiratoryRate map weight rass cadss cadss-6 c-ssrs phq-9 gad-7 pcl-5 itq nrs aldrete padss"
    ),
    (
      .ketamineRemote,
      "respiratoryRate temperature oxygenFlow map weight rass cadss cadss-6 c-ssrs phq-9 gad-7 pcl-5 itq nrs aldrete padss"
    ),
  ])
  func `says what is measured where it is indicated, and asks for none of it otherwise`(
    builtIn: BuiltInProtocol,
    needs: String
  ) throws {
    let schedule = try MonitoringProtocol.builtIn(builtIn).schedule
    #expect(schedule.ifIndicated.map(word).joined(separator: " ") == needs)
    let asked = schedule.groups.flatMap(\.needs)
    #expect(schedule.ifIndicated.allSatisfy { !asked.contains($0) })
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `every slot is in time at its own minute, before the next begins`(
    builtIn: BuiltInProtocol
  ) throws {
    for group in try MonitoringProtocol.builtIn(builtIn).schedule.groups {
      for (earlier, later) in zip(group.slots, group.slots.dropFirst()) {
        #expect(later.opens > .minutes(earlier.minutes))
        #expect(later.opens > earlier.opens)
      }
    }
  }

  /// Its one slot has a span without end.
  @Test(arguments: [BuiltInProtocol.ketamineIntravenous, .esketamineIntranasal])
  func `a CADSS-6 that was missed is no longer overdue with any later one`(
    builtIn: BuiltInProtocol
  ) throws {
    let found = try MonitoringProtocol.builtIn(builtIn)
    var session = try SessionScript()
    try session.add(.dose(found.formulary.ownDrug), at: minute(20))
    func flag(asOf instant: Instant) -> Flag? {
      session.flags(under: found, asOf: instant).first { $0.identity.rule.text == "overdue.cadss" }
    }
    #expect(flag(asOf: minute(64)) == nil)
    #expect(flag(asOf: minute(200))?.raised == minute(65))
    #expect(flag(asOf: minute(200))?.isOpen == true)
    try session.add(.scale(ScaleScore(scale: "cadss-6", score: 3)), at: minute(220))
    #expect(flag(asOf: minute(220))?.state.clearedAt == minute(220))
  }
}
