import SessionRecord

/// Reads what is to be measured and when: times and phases here, groups in `GroupReader`.
struct ScheduleReader {
  static let keys = [
    "tolerance", "overdue", "missed", "phases", "groups", "ifIndicated", "standing", "source",
  ]

  let standings: StandingReader
  let vocabulary: Vocabulary

  func schedule(_ node: ProtocolNode) throws(ProtocolRefusal) -> Schedule {
    let object = try node.object(keys: ScheduleReader.keys)
    let times = try SlotTimes(reading: object)
    let basis = try standings.basis(of: object)
    let phases = try phases(object)
    let groups = try GroupReader(
      standings: standings,
      vocabulary: vocabulary,
      times: times
    ).groups(object.required("groups"))
    let ifIndicated = try object.optional("ifIndicated").map(self.ifIndicated)
    return Schedule(groups: groups, phases: phases, ifIndicated: ifIndicated ?? [], basis: basis)
  }

  /// What is measured where somebody finds it indicated.
  private func ifIndicated(_ node: ProtocolNode) throws(ProtocolRefusal) -> [Need] {
    let object = try node.object(keys: NeedReader.keys)
    let needs = try NeedReader(vocabulary: vocabulary).needs(object)
    guard !needs.isEmpty else {
      throw node.refusal("Expected at least one of signs, effects or scales.")
    }
    return needs
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
