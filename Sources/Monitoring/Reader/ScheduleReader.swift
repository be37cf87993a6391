import SessionRecord

/// Reads what is to be measured and when: times and phases here, groups in `GroupReader`.
struct ScheduleReader {
  static let keys = [
    "tolerance", "overdue", "missed", "phases", "groups", "standing", "source",
  ]

  let standings: StandingReader
  /// Every effect that can be typed under this protocol.
  let effects: [EffectName]

  func schedule(_ node: ProtocolNode) throws(ProtocolRefusal) -> Schedule {
    let object = try node.object(keys: ScheduleReader.keys)
    let times = try SlotTimes(reading: object)
    let basis = try standings.basis(of: object)
    let phases = try phases(object)
    let groups = try GroupReader(
      standings: standings,
      effects: effects,
      times: times
    ).groups(object.required("groups"))
    return Schedule(groups: groups, phases: phases, basis: basis)
  }

  private func phases(_ object: ProtocolObject) throws(ProtocolRefusal) -> [Schedule.Phase] {
    guard let node = object.optional("phases") else { return [] }
    var phases: [Schedule.Phase] = []
    for element in try node.list() {
      let phase = try element.object(keys: ["from", "name"])
      let fromNode = try phase.required("from")
      let from = try fromNode.minutes()
      if let last = phases.last, from <= last.fromMinute {
        throw fromNode.refusal(
          "A phase begins later than the one before it; “\(last.name)” begins at "
            + "\(last.fromMinute) minutes."
        )
      }
      let name = try phase.required("name").words("a phase's name", most: 64)
      phases.append(Schedule.Phase(name: name, fromMinute: from))
    }
    guard !phases.isEmpty else {
      throw node.refusal("Expected at least one phase; leave the key out for none.")
    }
    return phases
  }
}
