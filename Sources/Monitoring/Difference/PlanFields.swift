import SessionRecord

extension MonitoringProtocol {
  var ownFields: [ProtocolField] {
    [
      ProtocolField("id", .text(id.text)), ProtocolField("version", .text(version)),
      ProtocolField("title", .text(title)),
      ProtocolField("settings", .members(settings.map(\.rawValue))),
      ProtocolField("baseline", .text(baseline.rawValue)),
      ProtocolField("added effects", .effects(addedEffects)),
    ]
  }

  var drugFields: [ProtocolField] {
    [
      ProtocolField("name", .text(formulary.ownDrug)),
      ProtocolField("route", .text(formulary.ownRoute.word)),
      ProtocolField(
        "most in one dose",
        formulary.mostMilligramsPerKilogram.map { .amount($0, " mg/kg") }
      ),
    ] + .basis(mostBasis, of: "most") + [
      ProtocolField("medicines", .members(formulary.medicines)),
      ProtocolField("same class", .members(formulary.sameClass)),
    ]
  }

  var news2Fields: [ProtocolField] {
    [ProtocolField("within", news2.map { .span($0.within) })] + .basis(news2?.basis)
  }
}

extension ProtocolScale {
  var fields: [ProtocolField] {
    let range = "\(scale.range.lowerBound) to \(scale.range.upperBound)"
    let items = scale.items.map { items in
      "\(items.count) from \(items.points.lowerBound) to \(items.points.upperBound)"
    }
    return [
      ProtocolField("title", .text(scale.title)), ProtocolField("range", .text(range)),
      ProtocolField("worse", .text(scale.worse.rawValue)),
      ProtocolField("scoring", .text(scale.scoring.rawValue)),
      ProtocolField("items", items.map(ProtocolValue.text)),
      ProtocolField("levels", .members(scale.levels.map { "\($0.from) \($0.name)" })),
      ProtocolField("sign", scale.sign.map { .text($0.name) }),
    ] + .basis(basis)
  }
}

extension Schedule {
  /// What its groups share, and what has no slots.
  var ownFields: [ProtocolField] {
    [
      ProtocolField("phases", .members(phases.map { "\($0.name) from T+\($0.fromMinute)" })),
      ProtocolField("where indicated", .members(ifIndicated.map(\.words))),
    ] + .basis(basis)
  }
}

extension Need {
  /// As a sentence names it.
  package var words: String {
    switch self {
    case .sign(let sign): sign.name
    case .effect(let effect): effect.text
    case .scale(let scale): scale
    }
  }
}

extension ScheduleGroup {
  private var fields: [ProtocolField] {
    [
      ProtocolField("title", .text(title)), ProtocolField("needs", .members(needs.map(\.words))),
      ProtocolField("priority", .text(priority.word)),
      ProtocolField("overdue after", .span(overdue)), ProtocolField("missed after", .span(missed)),
      ProtocolField("baseline sets", .count(baselineSets)),
      ProtocolField("slots", .members(slots.map(\.place))),
    ] + .basis(basis)
  }

  /// Of the group, and of the slots that both have, those that change alike as one.
  func changes(to other: ScheduleGroup) -> [ProtocolDifference.FieldChange] {
    var alike: [(change: ProtocolDifference.FieldChange, places: [String])] = []
    for slot in slots {
      guard let new = other.slots.first(where: { $0.minutes == slot.minutes }) else { continue }
      for change in slot.fields.changes(to: new.fields) {
        if let place = alike.firstIndex(where: { $0.change == change }) {
          alike[place].places.append(slot.place)
        } else {
          alike.append((change, [slot.place]))
        }
      }
    }
    return fields.changes(to: other.fields)
      + alike.map { change, places in
        .init(
          "\(change.name) at \(places.joined(separator: ", "))",
          was: change.was,
          now: change.now
        )
      }
  }
}

extension PlannedSlot {
  fileprivate var place: String { "T+\(minutes)" }

  fileprivate var fields: [ProtocolField] {
    [ProtocolField("mark", .text(mark.rawValue)), ProtocolField("tolerance", .span(tolerance))]
      + .basis(basis)
  }
}
