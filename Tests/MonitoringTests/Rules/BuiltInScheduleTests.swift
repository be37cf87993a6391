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
    temperature | temperature | low, 1 set
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
    temperature | temperature | low, 1 set
      required ±3 proposed vigil: 120
    """

  @Test(arguments: [
    (BuiltInProtocol.ketamineIntravenous, infusion), (.esketamineIntranasal, spray),
  ])
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
    let needs = group.needs.map { need in
      switch need {
      case .sign(let sign): sign.key
      case .effect(let effect): effect.text
      case .scale(let scale): scale
      }
    }
    let sets = "\(group.baselineSets) set\(group.baselineSets == 1 ? "" : "s")"
    return "\(group.id) | \(needs.joined(separator: " ")) | \(group.priority.word), \(sets)"
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

  @Test func `names the phases of an infusion`() throws {
    let phases = try MonitoringProtocol.builtIn(.ketamineIntravenous).schedule.phases
    #expect(phases.map(\.fromMinute) == [0, 40, 120])
    #expect(phases.map(\.name) == ["first 40 minutes", "early recovery", "late recovery"])
  }

  @Test func `names the phases of a spray`() throws {
    let phases = try MonitoringProtocol.builtIn(.esketamineIntranasal).schedule.phases
    #expect(phases.map(\.fromMinute) == [0, 15, 35, 45, 120])
    #expect(
      phases.map(\.name) == ["administration", "onset", "peak", "observation", "after two hours"]
    )
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
  @Test(arguments: BuiltInProtocol.allCases)
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
