import Monitoring
import SessionRecord

/// Makes a session smaller for as long as it still fails.
///
/// An entry is blanked to a mark without words, which means nothing, so that all numbers stay.
func shrunk(
  _ session: RandomSession,
  while fails: (RandomSession) -> Bool
) throws -> RandomSession {
  var smallest = session
  var isSmaller = true
  while isSmaller {
    isSmaller = false
    for smaller in try steps(from: smallest) where fails(smaller) {
      smallest = smaller
      isSmaller = true
      break
    }
  }
  return smallest
}

private func steps(from session: RandomSession) throws -> [RandomSession] {
  var steps: [RandomSession] = []
  if session.log.count > 1 {
    var shorter = session
    shorter.log.removeLast()
    steps.append(shorter)
  }
  for place in session.monitoringProtocol.rules.indices
  where session.monitoringProtocol.rules.count > 1 {
    var fewer = session
    fewer.monitoringProtocol = session.monitoringProtocol.without(rule: place)
    steps.append(fewer)
  }
  let groups = session.monitoringProtocol.schedule.groups
  for place in groups.indices {
    var fewer = session
    var others = groups
    others.remove(at: place)
    fewer.monitoringProtocol = session.monitoringProtocol.with(Schedule(groups: others))
    steps.append(fewer)
    for slot in groups[place].slots.indices where groups[place].slots.count > 1 {
      var shorter = groups
      shorter[place] = groups[place].without(slot: slot)
      var spare = session
      spare.monitoringProtocol = session.monitoringProtocol.with(Schedule(groups: shorter))
      steps.append(spare)
    }
  }
  for (place, entry) in session.log.enumerated() where place > 0 && entry.content != .mark(nil) {
    var blanked = session
    blanked.log[place] = try RandomSession.entry(
      entry.number.value,
      entry.commit.value,
      .mark(nil),
      observed: entry.observed.instant,
      recorded: entry.recorded.instant,
      source: entry.source
    )
    steps.append(blanked)
    guard case .vitals(let vitals) = entry.content, vitals.readings.count > 1 else { continue }
    for sign in vitals.signs {
      var fewer = session
      fewer.log[place] = try RandomSession.entry(
        entry.number.value,
        entry.commit.value,
        .vitals(try Vitals(vitals.readings.filter { $0.key != sign })),
        observed: entry.observed.instant,
        recorded: entry.recorded.instant,
        source: entry.source
      )
      steps.append(fewer)
    }
  }
  return steps
}

extension MonitoringProtocol {
  fileprivate func without(rule place: Int) -> MonitoringProtocol {
    var fewer = rules
    fewer.remove(at: place)
    return with(schedule, rules: fewer)
  }

  /// The same with another schedule, and other rules.
  func with(_ schedule: Schedule, rules others: [Rule]? = nil) -> MonitoringProtocol {
    MonitoringProtocol(
      id: id,
      version: version,
      title: title,
      settings: settings,
      formulary: formulary,
      addedEffects: addedEffects,
      baseline: baseline,
      news2: news2,
      rules: others ?? rules,
      schedule: schedule,
      sources: sources
    )
  }
}

extension ScheduleGroup {
  fileprivate func without(slot place: Int) -> ScheduleGroup {
    var fewer = slots
    fewer.remove(at: place)
    return ScheduleGroup(
      id: id,
      title: title,
      needs: needs,
      priority: priority,
      overdue: overdue,
      missed: missed,
      slots: fewer,
      baselineSets: baselineSets,
      basis: basis
    )
  }
}
