/// Phases that begin after the last slot of the schedule, so that nothing is ever due in them.
struct LatePhases: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    let schedule = monitoringProtocol.schedule
    guard let last = schedule.groups.flatMap(\.slots).map(\.minutes).max() else { return [] }
    return schedule.phases.enumerated().filter { $0.element.fromMinute > last }.map {
      place,
      phase in
      ProtocolFinding(
        path: "schedule.phases[\(place)]",
        problem: "The phase “\(phase.name)” begins at T+\(phase.fromMinute), after the last slot of"
          + " the schedule at T+\(last).",
        remedy: "Let it begin earlier, add a slot, or take the phase out."
      )
    }
  }
}
