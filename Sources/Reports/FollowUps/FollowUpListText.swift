import Monitoring
import SessionRecord

/// Open tasks as a table, the most overdue first.
package struct FollowUpListText {
  private let list: FollowUpList
  private let style: Style

  package init(_ list: FollowUpList, style: Style) {
    self.list = list
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    guard !list.tasks.isEmpty else {
      page.add(Phrase(nothing))
      return page.text
    }
    var table = Table([
      .init("Due"), .init("Session"), .init("Task"), .init("State"), .init("What", isWide: true),
    ])
    for task in list.tasks {
      let words = TaskWords(task, now: list.now)
      table.add([
        words.due,
        words.session + Phrase(" \(task.session.opening.patient)"),
        Phrase(task.task.id.text),
        [words.state, words.priority].joined(", "),
        words.what,
      ])
    }
    page.add(table)
    page.rule()
    page.add(Phrase(counts))
    for task in list.tasks {
      guard let who = task.countersigner else { continue }
      page.add("To countersign: vigil countersign \(task.session.label) --by \(who.text)")
    }
    if let first = list.tasks.first(where: { $0.state != .notOpen && $0.countersigner == nil }) {
      page.add(
        "When it is done: vigil course follow-up \(first.session.opening.patient) \(first.task.id) done …"
      )
    }
    return page.text
  }

  private var nothing: String {
    let whose = list.patient.map { " of \($0)" } ?? ""
    return list.dueOnly
      ? "No task\(whose) is due now. vigil followups lists what is still to come."
      : "No task\(whose) is open. A session with a dose brings those of its protocol."
  }

  /// `2 overdue, 1 open, 4 still to open`.
  private var counts: String {
    var parts = ["\(list.count(.overdue)) overdue", "\(list.count(.open)) open"]
    if !list.dueOnly { parts.append("\(list.count(.notOpen)) still to open") }
    return parts.joined(separator: ", ")
  }
}
