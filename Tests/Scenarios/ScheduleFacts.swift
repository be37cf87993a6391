import Monitoring
import SessionRecord

extension Facts {
  /// What is to be said for a statement about what is due and what was kept; nil for any other.
  func ofSchedule(_ statement: Expectation.Statement) -> String? {
    let value = statement.value
    switch statement.word {
    case "slots": return inGroup(value, slots)
    case "slot": return slot(value)
    case "no slot": return isThere(value) ? "\(value) is there" : value
    case "kept": return inGroup(value) { count(assessment.keptCount(of: $0)) }
    case "baseline sets":
      return inGroup(value) { $0.baseline.map { "\($0.taken) of \($0.wanted)" } ?? "none wanted" }
    case "due":
      return inGroup(value) { group in
        let due = assessment.dueReadings.filter { $0.group.id == group.group.id }.map(text)
        return due.isEmpty ? "nothing" : due.joined(separator: ", ")
      }
    case "nothing due":
      return assessment.dueReadings.map { "\($0.group.id) \(text($0))" }.joined(separator: ", ")
    case "next":
      return assessment.dueReadings.first.map { "\($0.group.id) \(text($0))" } ?? "nothing"
    default: return nil
    }
  }

  /// A statement that begins with a group is answered with what is said of that group.
  private func inGroup(_ value: String, _ text: (ScheduledGroup) -> String) -> String {
    let id = value.split(separator: " ").first.map(String.init) ?? ""
    guard let group = assessment.schedule.first(where: { $0.group.id.text == id }) else {
      return "no such group: \(id)"
    }
    return "\(id) \(text(group))"
  }

  /// Every slot up to the last one that has begun or is closed, so that none is there unsaid.
  private func slots(_ group: ScheduledGroup) -> String {
    guard let last = group.slots.lastIndex(where: { $0.state != .upcoming }) else { return "none" }
    return group.slots[...last].map { "T+\($0.minutes) \($0.state.word)" }.joined(separator: ", ")
  }

  private func slot(_ value: String) -> String {
    let name = value.split(separator: " ").prefix(2).joined(separator: " ")
    guard let slot = found(name) else { return "\(name) is not there" }
    return "\(name) \(text(slot.state))"
  }

  private func isThere(_ name: String) -> Bool { found(name) != nil }

  /// The slot named as `bp T+20`.
  private func found(_ name: String) -> Slot? {
    let words = name.components(by: " T+")
    guard words.count == 2, let minutes = Int(words[1]) else { return nil }
    return assessment.schedule.first { $0.group.id.text == words[0] }?.slots
      .first { $0.minutes == minutes }
  }

  private func text(_ state: SlotState) -> String {
    switch state {
    case .kept(let at, let by), .keptLate(let at, let by), .notObtained(let at, let by):
      "\(state.word) at \(clock.text(at)) by \(numbers(by))"
    case .deferred(let at, let by): "\(state.word) at \(clock.text(at)) by #\(by)"
    case .upcoming, .due, .overdue, .missed: state.word
    }
  }

  /// `7 of 9, 2 late, 1 missed`: what there is none of is not said.
  private func count(_ count: KeptCount) -> String {
    let rest = [
      (count.late, "late"), (count.notObtained, "not obtained"), (count.deferred, "deferred"),
      (count.overdue, "overdue"), (count.missed, "missed"),
    ]
    return "\(count.kept) of \(count.required)"
      + rest.filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }.joined()
  }

  private func text(_ reading: DueReading) -> String {
    let what =
      switch reading.kind {
      case .slot(let minutes, _): "T+\(minutes) at \(clock.text(reading.due))"
      case .baseline(let taken, let wanted):
        "baseline \(taken) of \(wanted) by \(clock.text(reading.due))"
      }
    if let since = reading.overdueSince {
      return what + (reading.isOpen ? "" : " missed,") + " overdue since \(clock.text(since))"
    }
    return what + (reading.isOpen ? " now" : "")
  }
}
