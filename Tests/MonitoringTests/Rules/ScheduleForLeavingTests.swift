import Monitoring
import SessionRecord
import Testing

/// What the criteria of the protocols that come with Vigil ask for is on their own schedules.
@Suite struct ScheduleForLeavingTests {
  /// The minutes of the slot from which on every criterion can be met.
  private static let twoHours = 120

  /// What a criterion looks at, and how old it may be.
  private struct Asked {
    let id: CriterionID
    let needs: [Need]
    let age: TimeSpan
  }

  private func asked(_ found: MonitoringProtocol) -> [Asked] {
    found.leaving.compactMap { criterion in
      switch criterion.requirement {
      case .pressure(let pressure):
        Asked(
          id: criterion.id,
          needs: [.sign(.systolic), .sign(.diastolic)],
          age: pressure.noOlderThan
        )
      case .value(let value):
        Asked(id: criterion.id, needs: [.sign(value.sign)], age: value.noOlderThan)
      case .effect(let effect):
        Asked(id: criterion.id, needs: [.effect(effect.effect)], age: effect.noOlderThan)
      case .minutesSinceStart, .minutesSinceInfusion, .noOpenFlag, .noRecent, .answered, .escort,
        .instructions:
        nil
      }
    }
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `what a criterion asks for is due to the end, before it is too old`(
    builtIn: BuiltInProtocol
  ) throws {
    let found = try MonitoringProtocol.builtIn(builtIn)
    let end = try #require(found.schedule.groups.flatMap(\.slots).map(\.minutes).max())
    let asked = asked(found)
    let count =
      switch builtIn {
      case .ketamineIntravenous, .esketamineIntranasal, .ketamineIntramuscular: 9
      case .ketamineSublingual: 7
      case .ketamineRemote: 8
      }
    #expect(asked.count == count)
    for asked in asked {
      let groups = found.schedule.groups.filter { group in
        asked.needs.allSatisfy(group.needs.contains)
      }
      try #require(groups.count == 1, "\(asked.id) is asked for in \(groups.count) groups")
      let minutes = groups[0].slots.filter { $0.mark != .whileHigh }.map(\.minutes)
      #expect(minutes.last == end, "\(asked.id) is last due at \(minutes.last ?? 0)")
      let late = minutes.filter { $0 >= Self.twoHours }
      #expect(late.first == Self.twoHours)
      for (earlier, later) in zip(late, late.dropFirst()) {
        let oldest = TimeSpan.minutes(later - earlier + groups[0].overdue.wholeMinutes)
        #expect(oldest <= asked.age, "\(asked.id) from \(earlier) to \(later)")
      }
    }
  }

  /// All that a group needs at each of its slots and nothing else, every second time so many minutes late.
  @Test(arguments: BuiltInProtocol.allCases, [0, 4])
  func `who follows the schedule meets what is measured from two hours to its end`(
    builtIn: BuiltInProtocol,
    late: Int
  ) throws {
    let found = try MonitoringProtocol.builtIn(builtIn)
    var taken: [(minutes: Int, content: Content)] = []
    for group in found.schedule.groups {
      let contents = try good(group)
      if group.baselineSets > 0 { taken += contents.map { (-10, $0) } }
      let slots = group.slots.filter { $0.mark != .whileHigh }
      for (place, slot) in slots.enumerated() {
        let minutes = slot.minutes + (place.isMultiple(of: 2) ? 0 : late)
        taken += contents.map { (minutes, $0) }
      }
    }
    taken.append((0, try .dose(found.formulary.ownDrug)))
    var session = try SessionScript()
    for (minutes, content) in taken.sorted(by: { $0.minutes < $1.minutes }) {
      try session.add(content, at: minute(Self.start + minutes))
    }
    let end = minute(Self.start + 720 + late)
    let file = try session.file(under: found, asOf: end)
    // Every second check is late by the minutes: beyond the tolerance the remote one is unattended.
    let isUnattended = builtIn == .ketamineRemote && late > 3
    let expected: Set = isUnattended ? [RuleID("staff")] : []
    #expect(Set(file.assessment.flags.map(\.identity.rule)) == expected)
    let measured = Set(asked(found).map(\.id))
    for standing in file.readiness.criteria where measured.contains(standing.criterion.id) {
      guard case .met(let since) = standing.state else {
        Issue.record("\(standing.criterion.id) at the end: \(standing.state)")
        continue
      }
      #expect(since <= minute(Self.start + Self.twoHours + late), "\(standing.criterion.id)")
    }
  }

  /// Minutes from opening to time zero.
  private static let start = 20

  private func good(_ group: ScheduleGroup) throws -> [Content] {
    var readings: [VitalSign: Reading] = [:]
    var contents: [Content] = []
    for need in group.needs {
      switch need {
      case .sign(.consciousness):
        readings[.consciousness] = .measured(Quantity(Consciousness.alert), verified: true)
      case .sign(.oxygenFlow): readings[.oxygenFlow] = .roomAir
      case .sign(let sign):
        let value = try #require(Self.values[sign])
        readings[sign] = .measured(try Quantity(sign, value), verified: true)
        if sign == .spo2 { readings[.oxygenFlow] = .roomAir }
      case .effect(let effect): contents.append(.effect(effect.text, course: .absent))
      case .scale(let scale): contents.append(.scale(ScaleScore(scale: scale, score: 0)))
      }
    }
    if !readings.isEmpty { contents.append(.vitals(try Vitals(readings))) }
    return contents
  }

  private static let values: [VitalSign: Int] = [
    .systolic: 120, .diastolic: 76, .heartRate: 72, .spo2: 98, .respiratoryRate: 14, .moaas: 5,
    .temperature: 37,
  ]
}
