import Monitoring
import SessionRecord

/// Holds an answer against the model that took its commit in.
struct AnswerCheck {
  let model: ModelClinic
  let answer: Answer
  /// How many entries each stream had before.
  let before: [EntryStream: Int]

  func look() throws {
    for (stream, log) in answer.logs {
      try require("the log of \(stream) in the answer", expected(stream), are: log)
    }
    for (stream, new) in answer.new {
      let first = (before[stream] ?? 0) + 1
      let last = model.count(in: stream)
      try require(
        "what the answer says is new in \(stream)",
        first > last ? [] : (first...last).map { EntryNumber($0) },
        are: new
      )
    }
    for session in answer.sessions {
      let known = model[session.number]
      try require(
        "the session in the answer",
        known?.session?.beside(known?.log ?? []),
        is: session
      )
      // Opened as the clock shows that now.
      try require("when it was opened", known?.log.first?.observed, is: session.opened)
    }
    for (number, flags) in answer.flags {
      try require(
        "the flags of session \(number) in the answer",
        model[number]?.assessment().flags ?? [],
        are: flags
      )
    }
  }

  private func expected(_ stream: EntryStream) -> [Entry] {
    switch stream {
    case .session(let number): model[number]?.log ?? []
    case .course(let patient): model.courses[patient] ?? []
    }
  }
}
