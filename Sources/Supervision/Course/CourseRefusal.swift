package import SessionRecord

/// Why something is not added to a patient's course.
package enum CourseRefusal: Refusal, Hashable {
  case notOfCourse(EntryKind)
  case observedAhead(Stamp, now: Stamp)
  /// A day, as `2026-11-19`, that has not come yet.
  case dayAhead(String, today: String)
  case noSuchEntry(EntryNumber, PatientCode, last: EntryNumber?)
  case alreadyVoid(EntryNumber, by: EntryNumber)
  /// The entry is itself a withdrawal.
  case alreadyWithdrawal(EntryNumber)
  case erasureStays(EntryNumber)
  case reasonMissing
  /// A session that is not the patient's, or was struck out.
  case notTheirSession(SessionNumber, PatientCode)
  case unknownTask(String, among: [String])
  /// No session of the patient has anything to follow.
  case nothingToFollow(PatientCode)
  /// The task of every session is closed.
  case nothingOpen(TaskID, PatientCode, last: SessionNumber)
  /// There is the task, but nothing happened yet that it would be after.
  case nothingHappened(TaskID, PatientCode)
  /// No protocol lists a scale.
  case noScales
  /// What is rated here is a reading, which a session has.
  case readingOfSession(String)
  /// Only forgetting a patient says that the identity was erased.
  case erasureByForgetting(PatientCode)

  package var kind: RefusalKind {
    switch self {
    case .notOfCourse, .observedAhead, .dayAhead, .reasonMissing, .readingOfSession: .badInput
    case .noSuchEntry, .notTheirSession, .unknownTask, .nothingToFollow, .noScales: .notFound
    case .alreadyVoid, .alreadyWithdrawal, .erasureStays, .nothingOpen, .nothingHappened,
      .erasureByForgetting:
      .notAllowed
    }
  }

  package var problem: String { said + " Nothing was stored." }

  private var said: String {
    switch self {
    case .notOfCourse(let kind):
      "An entry of the kind \(kind.rawValue) belongs to a session, not to a course."
    case .observedAhead(let observed, let now):
      "\(observed.civil.date) \(observed.clock) is in the future: it is \(now.civil.date) \(now.clock) now."
    case .dayAhead(let day, let today): "\(day) is in the future: today is \(today)."
    case .noSuchEntry(let number, let patient, let last):
      if let last {
        "The course of \(patient) has no entry #\(number); its last is #\(last)."
      } else {
        "The course of \(patient) has no entry yet."
      }
    case .alreadyVoid(let number, let by): "Entry #\(number) was withdrawn already, by #\(by)."
    case .alreadyWithdrawal(let number):
      "Entry #\(number) is itself a withdrawal, and a withdrawal is final."
    case .erasureStays(let number):
      "Entry #\(number) says that the identity was erased, which nothing takes back."
    case .reasonMissing: "A withdrawal takes a reason."
    case .notTheirSession(let number, let patient):
      "Session \(number) is no session of \(patient) that stands."
    case .unknownTask(let task, let known):
      known.isEmpty
        ? "There is no task “\(task)”: the protocol of that session has none."
        : "There is no task “\(task)”; there are \(known.joined(separator: ", "))."
    case .nothingToFollow(let patient):
      "\(patient) has no session with a task after it."
    case .nothingOpen(let task, let patient, _): "No task \(task) of \(patient) is open."
    case .nothingHappened(let task, let patient):
      "Nothing has happened to \(patient) that the task \(task) would be after."
    case .noScales: "No adopted protocol lists a scale."
    case .readingOfSession(let text):
      "“\(text)” is a reading of a session, and no score of a course."
    case .erasureByForgetting:
      "That an identity was erased is entered by erasing it, and in no other way."
    }
  }

  package var remedy: String? {
    switch self {
    case .notOfCourse: "Enter it in the session: vigil add"
    case .observedAhead: "Write when it was, or leave --at out for now."
    case .dayAhead(_, let today): "Write the day that it was, \(today) at the latest."
    case .noSuchEntry(_, let patient, _): "vigil course \(patient) lists its entries."
    case .alreadyVoid, .erasureStays: nil
    case .alreadyWithdrawal: "Enter what was withdrawn again, if it was right."
    case .reasonMissing: "Say why: --because 'entered for the wrong patient'"
    case .notTheirSession(_, let patient), .nothingToFollow(let patient):
      "vigil course \(patient) lists the sessions."
    case .unknownTask(let task, let known):
      nearest(to: task, among: known).map { "Write \($0)." }
        ?? "vigil followups lists what is open."
    case .nothingOpen(_, _, let last): "To add to a closed one, name it: --session \(last)"
    case .nothingHappened: "vigil followups lists what is open."
    case .noScales: "vigil protocol list shows what is adopted."
    case .readingOfSession(let text): "In a session: vigil add \(text)"
    case .erasureByForgetting(let patient): "vigil patient forget \(patient)"
    }
  }
}
