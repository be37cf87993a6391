import SessionRecord

/// A number's basis with where it stands in the protocol.
struct NamedBasis {
  let path: String
  let basis: Basis
}

extension MonitoringProtocol {
  /// On what each of its numbers stands, in the file's order.
  var bases: [NamedBasis] {
    var bases: [NamedBasis] = []
    func add(_ path: String, _ basis: Basis?) {
      if let basis { bases.append(NamedBasis(path: path, basis: basis)) }
    }
    add("drug.most", mostBasis)
    for scale in scales { add("scales.\(scale.scale.name)", scale.basis) }
    add("news2", news2?.basis)
    for rule in rules {
      add(rule.id.text, rule.basis)
      add("\(rule.id).clear", rule.clearing.basis)
    }
    add("schedule", schedule.basis)
    for group in schedule.groups {
      add("schedule.groups.\(group.id)", group.basis)
      for basis in group.slots.map(\.basis).onlyOnce {
        add("schedule.groups.\(group.id).slots", basis)
      }
    }
    for criterion in leaving { add("leaving.\(criterion.id)", criterion.basis) }
    return bases
  }
}
