import Monitoring
import SessionRecord

/// One line of a timeline about the schedule: the groups whose slot was due at one time and was not
/// kept in time in the same way.
struct SlotRow {
  private(set) var titles: [String]
  let minutes: Int
  let due: Instant
  let state: String

  /// `blood pressure and heart rate, respiration due T+20: missed`.
  var text: String { "\(titles.joined(separator: ", ")) due T+\(minutes): \(state)" }

  /// By due time, then in the protocol's order.
  static func rows(_ words: SessionWords) -> [SlotRow] {
    var rows: [SlotRow] = []
    for scheduled in words.file.assessment.schedule {
      for slot in scheduled.slots {
        let text = SlotText(words: words, group: scheduled.group, slot: slot)
        guard text.isTold else { continue }
        if let same = rows.firstIndex(where: { $0.due == slot.due && $0.state == text.state }) {
          rows[same].titles.append(scheduled.group.title)
        } else {
          rows.append(
            SlotRow(
              titles: [scheduled.group.title],
              minutes: slot.minutes,
              due: slot.due,
              state: text.state
            )
          )
        }
      }
    }
    return rows.enumerated().sorted {
      ($0.element.due, $0.offset) < ($1.element.due, $1.offset)
    }.map(\.element)
  }
}
