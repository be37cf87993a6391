/// What is wrong with a time after `@`.
package enum TimeFault: Hashable, LineFaultText {
  /// No time in any form, and what it may have meant.
  case notATime(String, write: String?)
  case noSuchTime(String)
  /// Clocks went forward over it.
  case skipped(String, date: String)
  /// Clocks went back over it; it needs an offset.
  case doubled(String, date: String, write: [String])
  /// The zone's clock did not have that offset then.
  case wrongOffset(String, write: [String])
  case inFuture(String, now: String)
  case tooLongAgo(String, hours: Int)
  /// Counted back from now, in a line of a paper chart.
  case notOnPaper(String)
  /// A time and nothing else.
  case alone(String)
  /// A time before `fix`, where it could mean two things.
  case beforeFix
  case notTaken(by: String)

  var problem: String {
    switch self {
    case .notATime(let typed, _): "“@\(typed)” is not a time."
    case .noSuchTime(let typed): "“@\(typed)”: there is no such time."
    case .skipped(let typed, let date):
      "“@\(typed)”: there is no such time on \(date), when the clocks went forward."
    case .doubled(let typed, let date, _):
      "“@\(typed)” came twice on \(date), when the clocks went back."
    case .wrongOffset(let typed, _): "“@\(typed)”: the clock here did not have that offset."
    case .inFuture(let typed, let now): "“@\(typed)” is in the future: it is \(now) now."
    case .tooLongAgo(let typed, let hours): "“@\(typed)” is more than \(hours) hours ago."
    case .notOnPaper(let typed): "“@\(typed)” counts back from now, as no paper chart does."
    case .alone(let typed): "“\(typed)” is a time with nothing to record."
    case .beforeFix: "A time before fix could be of the correction or of the entry."
    case .notTaken(let command): "“\(command)” takes no time: it happens now."
    }
  }

  var remedy: String? {
    switch self {
    case .notATime(_, let write?): "Write \(write)."
    case .notATime(_, nil): "Write @14:02, @1402, @14:02:30, or @-3m for three minutes ago."
    case .noSuchTime: "Write hours from 00 to 23 and minutes from 00 to 59, as @14:02."
    case .skipped: "Write the time that the clock showed."
    case .doubled(_, _, let write): "Write \(write.joined(separator: " or "))."
    case .wrongOffset(_, let write): "Write \(write.joined(separator: " or "))."
    case .inFuture: "Write when it was seen, or leave the time out for now."
    case .tooLongAgo: "Write an older observation as a note, with its time in words."
    case .notOnPaper: "Write the time that the chart shows, as @13:05."
    case .alone(let typed): "Write what was seen then, as \(typed) 120/80 72."
    case .beforeFix: "Write the new time after the number, as fix 17 @14:02 -- clock read wrong."
    case .notTaken(let command): "Write \(command) without the time."
    }
  }
}
