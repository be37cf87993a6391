import Reports
import Supervision

/// What is said after something was recorded.
enum Answer {
  static func text(_ recorded: Recorded, style: Style = Terminal.style()) -> String {
    AnswerText(
      recorded.file,
      new: recorded.new,
      hints: recorded.hints,
      changes: recorded.changes,
      alreadySaved: recorded.alreadySaved,
      style: style
    ).text
  }
}
