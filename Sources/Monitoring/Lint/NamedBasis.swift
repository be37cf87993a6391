import SessionRecord

/// A number's basis with where it stands in the protocol, and the numbers that stand on it.
struct NamedBasis {
  let path: String
  let basis: Basis
  /// Those that a source can be asked for: no priority, tolerance or range of a scale.
  let figures: [Figure]
}

extension MonitoringProtocol {
  /// On what each of its numbers stands, in the file's order.
  var bases: [NamedBasis] {
    var bases: [NamedBasis] = []
    func add(_ path: String, _ basis: Basis?, _ figures: [Figure] = []) {
      if let basis { bases.append(NamedBasis(path: path, basis: basis, figures: figures)) }
    }
    add("drug.most", mostBasis, formulary.mostFigures)
    for scale in scales { add("scales.\(scale.scale.name)", scale.basis, scale.scale.figures) }
    add("news2", news2?.basis, news2.map { [.minutes($0.within.wholeMinutes)] } ?? [])
    for rule in rules {
      add(rule.id.text, rule.basis, rule.figures)
      add("\(rule.id).clear", rule.clearing.basis)
    }
    add("schedule", schedule.basis)
    for group in schedule.groups {
      add("schedule.groups.\(group.id)", group.basis)
      for basis in group.slots.map(\.basis).onlyOnce {
        add("schedule.groups.\(group.id).slots", basis, group.figures(of: basis))
      }
    }
    for criterion in leaving {
      add("leaving.\(criterion.id)", criterion.basis, criterion.requirement.figures)
    }
    for gate in gates { add(gate.path, gate.basis, gate.requirement.figures) }
    for rule in course { add(rule.path, rule.basis, rule.condition.figures) }
    for task in afterCare { add("afterCare.\(task.id)", task.basis, task.figures) }
    return bases
  }
}

extension Formulary {
  fileprivate var mostFigures: [Figure] {
    mostMilligramsPerKilogram.map { [Figure($0, "\(decimal($0)) mg/kg")] } ?? []
  }
}

extension Scale {
  /// Its cut-offs; where the first level begins at the end of the range, that is none.
  fileprivate var figures: [Figure] {
    levels.map(\.from).filter { $0 != range.lowerBound }.map(Figure.count)
  }
}

extension Rule {
  /// Of its condition, and for how long or how often it has to be broken.
  fileprivate var figures: [Figure] {
    let run: [Figure] =
      switch sustained {
      case .minutes(let minutes): [.minutes(minutes)]
      case .readings(let count): [.count(count)]
      case nil: []
      }
    return condition.figures + run
  }
}

extension ScheduleGroup {
  /// The times of the slots that stand on one basis, each after the one before it in its row.
  ///
  /// Slots that are there only while a flag is high are a row of their own.
  fileprivate func figures(of basis: Basis) -> [Figure] {
    [true, false].flatMap { isWhileHigh in
      let row = slots.filter { ($0.mark == .whileHigh) == isWhileHigh }
      return zip(row, [nil] + row.map(Optional.some)).filter { $0.0.basis == basis }.map {
        slot,
        before in
        Figure(
          slot.minutes * 1_000,
          "T+\(slot.minutes)",
          isMinutes: true,
          step: before.map { (slot.minutes - $0.minutes) * 1_000 }
        )
      }
    }
  }
}
