import SessionRecord

/// Reads the groups of a schedule: what each needs here, its slots in `SlotReader`.
struct GroupReader {
  static let keys = [
    "id", "title", "signs", "effects", "scales", "priority", "baselineSets", "slots", "standing",
    "source",
  ]
  /// The most complete sets that a protocol can want before the first dose.
  private static let mostBaselineSets = 10

  let standings: StandingReader
  let vocabulary: Vocabulary
  let times: SlotTimes

  func groups(_ node: ProtocolNode) throws(ProtocolRefusal) -> [ScheduleGroup] {
    var groups: [ScheduleGroup] = []
    for element in try node.list() {
      let object = try element.object(keys: GroupReader.keys)
      let group = try group(object)
      guard !groups.contains(where: { $0.id == group.id }) else {
        throw try object.required("id").refusal(
          "Another group has the id “\(group.id)” already."
        )
      }
      groups.append(group)
    }
    guard !groups.isEmpty else { throw node.refusal("Expected at least one group.") }
    return groups
  }

  private func group(_ object: ProtocolObject) throws(ProtocolRefusal) -> ScheduleGroup {
    let id = GroupID(try object.required("id").key("a group's id"))
    let title = try object.required("title").words("a title", most: 200)
    let needs = try needs(object)
    let priority = try object.required("priority")
      .word(Priority.allCases.reversed().map { ($0.word, $0) })
    let sets =
      try object.optional("baselineSets")?
      .wholeNumber("a number of sets", in: 0...GroupReader.mostBaselineSets) ?? 0
    let basis = try standings.basis(of: object)
    let slots = try SlotReader(standings: standings, times: times).slots(object.required("slots"))
    return ScheduleGroup(
      id: id,
      title: title,
      needs: needs,
      priority: priority,
      overdue: .minutes(times.overdue),
      missed: .minutes(times.missed),
      slots: slots,
      baselineSets: sets,
      basis: basis
    )
  }

  private func needs(_ object: ProtocolObject) throws(ProtocolRefusal) -> [Need] {
    let needs = try NeedReader(vocabulary: vocabulary).needs(object)
    guard !needs.isEmpty else {
      throw object.node.refusal("A group needs at least one of signs, effects or scales.")
    }
    return needs
  }
}
