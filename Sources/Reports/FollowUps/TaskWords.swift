import Monitoring
import SessionRecord

/// A task after a session in words.
struct TaskWords {
  let task: CareTask
  let now: Instant
  private let clock: SessionClock

  init(_ task: CareTask, now: Instant) {
    self.task = task
    self.now = now
    clock = SessionClock(of: task.session)
  }

  /// `OVERDUE by 3 h`, `open, 5 h left`, `opens 2026-11-20 08:05`.
  var state: Phrase {
    switch task.state {
    case .overdue:
      Phrase("OVERDUE", .high) + Phrase(" by \(SpanText.duration(now - task.due))")
    case .open: Phrase("open, \(SpanText.duration(task.due - now)) left")
    case .notOpen: Phrase("opens \(clock.clock(task.opens, near: now).unbroken)")
    case .closed(let entry): Phrase(entry.map { "closed by #\($0)" } ?? "closed by scores")
    }
  }

  /// `medium`, where it has grown; empty before.
  var priority: Phrase {
    task.priority == .info ? "" : Phrase(task.priority.word, Ink(task.priority))
  }

  /// `2026-11-20 14:05`.
  var due: Phrase { Phrase(clock.dateAndClock(task.due).unbroken) }

  /// `S-2026-0012`, and the review that a report is of.
  var session: Phrase {
    Phrase(task.session.label + (task.review.map { ", review #\($0)" } ?? ""))
  }

  /// The title, without the id where it begins with that, and how often it was tried.
  var what: Phrase {
    let tries = task.tries.map { "#\($0)" }.joined(separator: ", ")
    let title = task.task.title
    let start = "\(task.task.id): "
    let words = title.hasPrefix(start) ? String(title.dropFirst(start.count)) : title
    return Phrase(words) + (tries.isEmpty ? "" : Phrase("; tried: \(tries)"))
  }

  /// `call of S-2026-0012, OVERDUE by 3 h, medium`.
  var line: Phrase {
    let head = Phrase(task.task.id.text) + " of " + session
    let when: Phrase = task.state == .notOpen ? state + ", due " + due : state
    return [head, when, priority].joined(", ")
  }

  func time(_ instant: Instant) -> String { clock.stamp(instant).rfc3339 }

  var stateWord: String {
    switch task.state {
    case .notOpen: "not-open"
    case .open: "open"
    case .overdue: "overdue"
    case .closed: "closed"
    }
  }
}
