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
  /// Every effect that can be typed under this protocol.
  let effects: [EffectName]
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
    let signs = try named(object, "signs") { (node) throws(ProtocolRefusal) in
      try node.word(VitalSign.allCases.map { ($0.key, Need.sign($0)) })
    }
    let effects = try named(object, "effects") { (node) throws(ProtocolRefusal) in
      Need.effect(try node.effect(among: self.effects))
    }
    let scales = try named(object, "scales") { (node) throws(ProtocolRefusal) in
      Need.scale(try self.scale(node))
    }
    let needs = signs + effects + scales
    guard !needs.isEmpty else {
      throw object.node.refusal("A group needs at least one of signs, effects or scales.")
    }
    return needs
  }

  private func named(
    _ object: ProtocolObject,
    _ key: String,
    _ read: (ProtocolNode) throws(ProtocolRefusal) -> Need
  ) throws(ProtocolRefusal) -> [Need] {
    guard let node = object.optional(key) else { return [] }
    let needs = try node.distinct(read)
    guard !needs.isEmpty else {
      throw node.refusal("Expected at least one; leave the key out for none.")
    }
    return needs
  }

  /// Which scales can be typed is not known here: any name is accepted.
  ///
  /// But one that is a sign is never stored as a scale, so that no score could keep a slot.
  private func scale(_ node: ProtocolNode) throws(ProtocolRefusal) -> String {
    let scale = try node.key("a scale")
    guard scale == scale.lowercased() else {
      throw node.expected("a scale in lower case, as “phq-9”")
    }
    if let sign = VitalSign(key: scale) {
      throw node.refusal("\(sign.name) is a sign; list it among signs.")
    }
    return scale
  }
}
