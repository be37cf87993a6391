import Monitoring
import SessionRecord

/// A protocol's schedule and criteria for leaving as parts of its document.
enum PlannedJSON {
  /// Null where nothing is due by the protocol.
  static func schedule(_ schedule: Schedule) -> JSONValue {
    guard !schedule.groups.isEmpty || !schedule.ifIndicated.isEmpty else { return .null }
    return .object([
      "standing": .optional(schedule.basis?.standing.rawValue),
      "sources": .array((schedule.basis?.sources ?? []).map(JSONValue.string)),
      "phases": .array(
        schedule.phases.map { phase in
          .object(["from": .integer(phase.fromMinute), "name": .string(phase.name)])
        }
      ),
      "groups": .array(schedule.groups.map(group)),
      "ifIndicated": .object(needs(schedule.ifIndicated)),
    ])
  }

  private static func group(_ group: ScheduleGroup) -> JSONValue {
    let own: [String: JSONValue] = [
      "id": .string(group.id.text),
      "title": .string(group.title),
      "priority": .string(group.priority.word),
      "baselineSets": .integer(group.baselineSets),
      "overdueAfterMinutes": .integer(group.overdue.wholeMinutes),
      "missedAfterMinutes": .integer(group.missed.wholeMinutes),
      "slots": .array(AlikeSlots.of(group).map(slots)),
      "standing": .string(group.basis.standing.rawValue),
      "sources": .array(group.basis.sources.map(JSONValue.string)),
    ]
    return .object(own.merging(needs(group.needs)) { first, _ in first })
  }

  private static func needs(_ needs: [Need]) -> [String: JSONValue] {
    [
      "signs": .array(
        needs.compactMap { if case .sign(let sign) = $0 { .string(sign.key) } else { nil } }
      ),
      "effects": .array(
        needs.compactMap { if case .effect(let name) = $0 { .string(name.text) } else { nil } }
      ),
      "scales": .array(
        needs.compactMap { if case .scale(let name) = $0 { .string(name) } else { nil } }
      ),
    ]
  }

  private static func slots(_ slots: AlikeSlots) -> JSONValue {
    .object([
      "mark": .string(slots.mark.rawValue),
      "minutes": .array(slots.minutes.map(JSONValue.integer)),
      "toleranceMinutes": .integer(slots.tolerance.wholeMinutes),
      "standing": .string(slots.basis.standing.rawValue),
      "sources": .array(slots.basis.sources.map(JSONValue.string)),
    ])
  }

  static func criterion(_ criterion: LeavingCriterion) -> JSONValue {
    let text = CriterionText(criterion)
    return .object([
      "id": .string(criterion.id.text),
      "kind": .string(text.kind),
      "title": .string(criterion.title),
      "requirement": .string(text.text),
      "standing": .string(criterion.basis.standing.rawValue),
      "sources": .array(criterion.basis.sources.map(JSONValue.string)),
    ])
  }
}
