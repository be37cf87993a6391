import Monitoring
import SessionRecord

/// How the schedule was kept, as a member of a document: every group with every slot that there is.
struct ScheduleJSON {
  let words: SessionWords

  var value: JSONValue { .array(words.file.assessment.schedule.map(group)) }

  private func group(_ scheduled: ScheduledGroup) -> JSONValue {
    let count = words.file.assessment.keptCount(of: scheduled)
    return .object([
      "id": .string(scheduled.group.id.text),
      "title": .string(scheduled.group.title),
      "count": .object([
        "required": .integer(count.required),
        "kept": .integer(count.kept),
        "keptLate": .integer(count.late),
        "notObtained": .integer(count.notObtained),
        "deferred": .integer(count.deferred),
        "overdue": .integer(count.overdue),
        "missed": .integer(count.missed),
      ]),
      "baseline": scheduled.baseline.map { baseline in
        .object([
          "taken": .integer(baseline.taken),
          "wanted": .integer(baseline.wanted),
          "deadline": time(baseline.deadline),
          "overdue": .bool(baseline.isOverdue),
        ])
      } ?? .null,
      "slots": .array(scheduled.slots.map { slot($0, of: scheduled.group) }),
    ])
  }

  private func slot(_ slot: Slot, of group: ScheduleGroup) -> JSONValue {
    let text = SlotText(words: words, group: group, slot: slot)
    return .object([
      "minutes": .integer(slot.minutes),
      "mark": .string(slot.planned.mark.rawValue),
      "due": time(slot.due),
      "opens": time(slot.opens),
      "ends": slot.ends.map(time) ?? .null,
      "state": .string(slot.state.word.replacing(" ", with: "-")),
      "closed": text.closed.map(time) ?? .null,
      "entries": .array(text.entries.map { .integer($0.value) }),
      "reasons": .array(text.reasons.map(JSONValue.string)),
    ])
  }

  private func time(_ instant: Instant) -> JSONValue {
    .string(words.clock.stamp(instant).rfc3339)
  }
}
