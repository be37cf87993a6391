import SessionRecord

/// Reads the criteria for leaving.
///
/// What they share is here, what is a kind's own in `RequirementReader`.
struct LeavingReader {
  let standings: StandingReader
  let requirements: RequirementReader

  func criteria(_ node: ProtocolNode) throws(ProtocolRefusal) -> [LeavingCriterion] {
    var criteria: [LeavingCriterion] = []
    var kinds: Set<LeavingKind> = []
    for element in try node.list() {
      let unchecked = try element.anyObject()
      let kindNode = try unchecked.required("kind")
      let kind = try kindNode.word(LeavingKind.allCases.map { ($0.rawValue, $0) })
      let object = try unchecked.allowing(
        ["id", "kind", "title"] + kind.keys + ["standing", "source"]
      )
      let criterion = try criterion(kind, object)
      guard !criteria.contains(where: { $0.id == criterion.id }) else {
        throw try object.required("id").refusal(
          "Another criterion has the id “\(criterion.id)” already."
        )
      }
      guard kinds.insert(kind).inserted || !kind.isSingle else {
        throw kindNode.refusal("Another criterion is of kind “\(kind.rawValue)” already.")
      }
      criteria.append(criterion)
    }
    guard !criteria.isEmpty else {
      throw node.refusal("Expected at least one criterion; leave the key out for none.")
    }
    return criteria
  }

  private func criterion(
    _ kind: LeavingKind,
    _ object: ProtocolObject
  ) throws(ProtocolRefusal) -> LeavingCriterion {
    let id = CriterionID(try object.required("id").key("a criterion's id"))
    let title = try object.required("title").words("a title", most: 200)
    let requirement = try requirements.requirement(kind, object)
    let basis = try standings.basis(of: object)
    return LeavingCriterion(id: id, title: title, requirement: requirement, basis: basis)
  }
}
