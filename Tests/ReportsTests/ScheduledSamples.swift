import Monitoring
import Reports
import SessionRecord

/// What a nurse sees of one session from its opening to the patient's leaving, view by view.
enum ScheduledSamples {
  static func all(_ style: Style) throws -> String {
    var parts: [String] = []
    func add(_ title: String, _ text: String) { parts.append("== \(title)\n\(text)") }

    let before = try ScheduledSession.beforeDose()
    add("a first set, 13:05", try before.answer(asOf: "13:05", style: style))
    add("status, 13:20", try status(before, "13:20", style))
    let running = try ScheduledSession.running()
    add("resumed, 13:45", try running.answer(asOf: "13:45", style: style))
    add("due, 13:47", try due(running, "13:47", all: false, style))
    let overdue = try ScheduledSession.overdue()
    add("stopped with a third given, 13:52", try overdue.answer(asOf: "13:52", style: style))
    var told = overdue
    try told.add("13:57", .note("calm, eyes closed"))
    add("a note while overdue, 13:57", try told.answer(asOf: "13:57", style: style))
    var late = overdue
    try late.log(late: "13:51", try ScheduledSession.full(130, 80, 75), recorded: "13:58")
    add("the set that was taken in time, typed 13:58", try late.answer(asOf: "13:58", style: style))
    add("status, 14:00", try status(told, "14:00", style))
    add("due, 14:00", try due(told, "14:00", all: false, style))
    add("due --all, 14:00", try due(told, "14:00", all: true, style))
    var asleep = try ScheduledSession.overdue()
    try asleep.add("14:25", .deferred(Deferral(.bloodPressure, reason: "asleep")))
    add("put off, 14:25", try asleep.answer(asOf: "14:25", style: style))
    try asleep.correct("14:26", 17, to: .deferred(Deferral(.wholeSet, reason: "asleep")))
    add("corrected to the whole set, 14:26", try asleep.answer(asOf: "14:26", style: style))
    let recovered = try ScheduledSession.recovered()
    add("in time, 15:10", try recovered.answer(asOf: "15:10", style: style))
    add("leaving, 15:15", LeavingText(try recovered.file(asOf: "15:15"), style: style).text)
    let answered = try ScheduledSession.answered()
    add("answered, 15:29", try answered.answer(asOf: "15:29", style: style))
    let left = try ScheduledSession.left().file(asOf: "15:40")
    add(
      "end, 15:33",
      AnswerText(
        left,
        new: left.log.suffix(2).map(\.number),
        changes: FlagChanges(before: left.assessment, after: left.assessment),
        style: style
      ).text
    )
    var undone = try ScheduledSession.left()
    try undone.add("15:34", .void(Voiding(of: EntryNumber(35), reason: .undone)))
    add("undone, 15:34", try undone.answer(asOf: "15:34", style: style))
    add("leaving, open again", LeavingText(try undone.file(asOf: "15:34"), style: style).text)
    add("leaving, closed", LeavingText(left, style: style).text)
    add("timeline", TimelineText(left, style: style).text)
    add("report", SessionReportText(left, style: style).text)
    return parts.joined(separator: "\n\n")
  }

  private static func status(
    _ session: AssessedSession,
    _ now: String,
    _ style: Style
  ) throws -> String {
    StatusText([try session.file(asOf: now)], now: try session.log.at(now), style: style).text
  }

  private static func due(
    _ session: AssessedSession,
    _ now: String,
    all: Bool,
    _ style: Style
  ) throws -> String {
    DueText([try session.file(asOf: now)], now: try session.log.at(now), all: all, style: style)
      .text
  }
}
