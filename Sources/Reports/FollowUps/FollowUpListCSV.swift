import Monitoring
import SessionRecord

/// Open tasks as a table, one a line.
package struct FollowUpListCSV {
  private let list: FollowUpList

  package init(_ list: FollowUpList) { self.list = list }

  /// Every line ends with CRLF, the last one too.
  package var text: String {
    var table = CSVTable([
      "patient", "session", "task", "title", "occasion", "review", "opens", "due", "state",
      "priority", "minutes_overdue", "tries",
    ])
    for task in list.tasks {
      let words = TaskWords(task, now: list.now)
      let overdue = task.state == .overdue ? (list.now - task.due).wholeMinutes : nil
      table.add([
        .text(task.session.opening.patient.text), .text(task.session.label),
        .text(task.task.id.text), .text(task.task.title), .plain(task.task.occasion.rawValue),
        .integer(task.review?.value), .plain(words.time(task.opens)), .plain(words.time(task.due)),
        .plain(words.stateWord), .plain(task.priority.word), .integer(overdue),
        .integer(task.tries.count),
      ])
    }
    return table.text
  }
}
