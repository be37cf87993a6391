import Monitoring
import SessionRecord

/// A task after a session as a member of a document.
struct CareTaskJSON {
  private let words: TaskWords

  init(_ task: CareTask, now: Instant) {
    words = TaskWords(task, now: now)
  }

  var value: JSONValue {
    let task = words.task
    return .object([
      "patient": .string(task.session.opening.patient.text),
      "session": .object([
        "number": .integer(task.session.number.value),
        "label": .string(task.session.label),
      ]),
      "task": .string(task.task.id.text),
      "title": .string(task.task.title),
      "occasion": .string(task.task.occasion.rawValue),
      "review": .optional(task.review?.value),
      "opens": .string(words.time(task.opens)),
      "due": .string(words.time(task.due)),
      "state": .string(words.stateWord),
      "priority": .string(task.priority.word),
      "closedBy": .optional(closing?.value),
      "tries": .array(task.tries.map { .integer($0.value) }),
    ])
  }

  private var closing: EntryNumber? {
    guard case .closed(let entry) = words.task.state else { return nil }
    return entry
  }
}
