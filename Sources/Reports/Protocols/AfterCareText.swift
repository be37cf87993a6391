import Monitoring
import SessionRecord

/// A task after a session in words: after what and by when, how it grows, and what closes it.
struct AfterCareText {
  private let task: AfterCareTask
  private let scales: [ProtocolScale]

  init(_ task: AfterCareTask, scales: [ProtocolScale]) {
    self.task = task
    self.scales = scales
  }

  var times: String {
    let occasion =
      switch task.occasion {
      case .dose: "after the first dose of a session"
      case .serious: "after a review that calls something serious"
      case .countersignature: "after a decision that another typed"
      }
    return "\(occasion): open from \(hours(task.opens)), due by \(hours(task.due))"
  }

  /// Nil where it stays as it is.
  var growth: String? {
    guard !task.grows.isEmpty else { return nil }
    return "not done, "
      + task.grows.map { "\($0.priority.word)\u{A0}priority from \(hours($0.after))" }
      .joined(separator: ", ")
  }

  var closing: String {
    switch task.closing {
    case .followUp: "closed by a follow-up"
    case .integration: "closed by an integration entry, or a follow-up"
    case .scores(let names):
      "closed by a score each of \(names.map { scales.title(of: $0) }.joined(separator: ", ")), or "
        + "a follow-up"
    }
  }

  private func hours(_ span: TimeSpan) -> String { "+\(span.wholeHours)\u{A0}h" }
}
