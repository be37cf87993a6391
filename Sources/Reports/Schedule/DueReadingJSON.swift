import Monitoring
import SessionRecord

/// A reading that is wanted, as a member of a document.
struct DueReadingJSON {
  let reading: DueReading
  let now: Instant
  let clock: SessionClock

  var value: JSONValue {
    var minutes: Int?
    var mark: String?
    var baseline = JSONValue.null
    switch reading.kind {
    case .slot(let offset, let slotMark):
      minutes = offset
      mark = slotMark.rawValue
    case .baseline(let taken, let wanted):
      baseline = .object(["taken": .integer(taken), "wanted": .integer(wanted)])
    }
    return .object([
      "group": .string(reading.group.id.text),
      "title": .string(reading.group.title),
      "priority": .string(reading.group.priority.word),
      "kind": .string(minutes == nil ? "baseline" : "slot"),
      "minutes": .optional(minutes),
      "mark": .optional(mark),
      "baseline": baseline,
      "due": .string(clock.stamp(reading.due).rfc3339),
      "open": .bool(reading.isOpen),
      "overdue": .bool(reading.isOverdue),
      "overdueSince": .optional(reading.overdueSince.map { clock.stamp($0).rfc3339 }),
      "secondsUntilDue": .integer((reading.due - now).milliseconds / 1_000),
    ])
  }
}
