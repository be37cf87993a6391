import SessionRecord

/// Reads what is asked and looked up before the dose.
///
/// What gates share is here, what is a kind's own in `GateRequirementReader`.
struct GateReader {
  private static let levels: [(String, GateLevel?)] =
    [("none", nil)] + GateLevel.allCases.map { ($0.word, $0) }

  let standings: StandingReader
  let requirements: GateRequirementReader

  func gates(_ node: ProtocolNode) throws(ProtocolRefusal) -> [Gate] {
    let list = try node.object(keys: ["gates"]).required("gates")
    var gates: [Gate] = []
    for element in try list.list() {
      let unchecked = try element.anyObject()
      let kind = try unchecked.required("kind").word(GateKind.allCases.map { ($0.rawValue, $0) })
      let object = try unchecked.allowing(
        ["id", "kind", "title", "level", "remoteLevel"] + kind.keys + ["standing", "source"]
      )
      let gate = try gate(kind, object)
      guard !gates.contains(where: { $0.id == gate.id }) else {
        throw try object.required("id").refusal("Another gate has the id “\(gate.id)” already.")
      }
      gates.append(gate)
    }
    guard !gates.isEmpty else {
      throw list.refusal("Expected at least one gate; leave “screening” out for none.")
    }
    return gates
  }

  private func gate(_ kind: GateKind, _ object: ProtocolObject) throws(ProtocolRefusal) -> Gate {
    let id = GateID(try object.required("id").key("a gate's id"))
    let title = try object.required("title").words("a title", most: 200)
    let levelNode = try object.required("level")
    let level = try levelNode.word(GateReader.levels)
    var remoteLevel = level
    if let node = object.optional("remoteLevel") { remoteLevel = try node.word(GateReader.levels) }
    guard level != nil || remoteLevel != nil else {
      throw levelNode.refusal(
        "A gate that is asked in no setting says nothing; give “level” or “remoteLevel” another"
          + " word than “none”, or take the gate out."
      )
    }
    return Gate(
      id: id,
      title: title,
      level: level,
      remoteLevel: remoteLevel,
      requirement: try requirements.requirement(kind, object),
      basis: try standings.basis(of: object)
    )
  }
}
