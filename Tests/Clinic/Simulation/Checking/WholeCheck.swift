import Monitoring
import RecordStore
import SessionRecord
import Supervision

/// Holds the whole record against the model: every session and course, the questions across them, seals, adoptions, and
/// what `verify` says.
struct WholeCheck {
  let model: ModelClinic
  let supervision: Supervision
  let moment: Moment
  /// From this session on each is read whole; what is before is asked about with the rest.
  let from: SessionNumber

  private var now: Instant { moment.now }
  private var store: RecordStore { supervision.store }

  func look(_ level: VerificationLevel) throws {
    try lookAtSessions()
    try lookAtCourses()
    try lookAtQuestions()
    try lookAtSeals()
    try require("the adoptions", model.adoptions, are: try store.adoptions())
    try require(
      "the patients",
      model.patients.map(\.code).sorted(),
      are: try store.patients().map(\.code)
    )
    try verify(level)
  }

  private func lookAtSessions() throws {
    let all = model.sessions.compactMap(\.session)
    try require("all sessions", all, are: try store.sessions(of: nil, openOnly: false))
    try require(
      "the open sessions",
      all.filter(\.isOpen),
      are: try store.sessions(of: nil, openOnly: true)
    )
    let check = StepCheck(model: model, store: store)
    for session in model.sessions where session.number >= from {
      try check.look(at: session.number)
      try ClockCheck(session: session).look()
    }
    for file in try supervision.openFiles() {
      try require(
        "the flags of session \(file.session.number) as of now",
        model[file.session.number]?.assessment(at: moment).flags ?? [],
        are: file.assessment.flags
      )
    }
  }

  private func lookAtCourses() throws {
    let courses = try store.courses()
    try require(
      "whose courses there are",
      model.courses.keys.sorted(),
      are: courses.map(\.patient)
    )
    for course in courses {
      try require(
        "the course of \(course.patient)",
        model.courses[course.patient] ?? [],
        are: course.log
      )
    }
    let tasks = model.patients.flatMap { patient in
      Course(
        patient: patient,
        sessions: counted(of: patient),
        log: model.courses[patient.code] ?? []
      ).tasks(asOf: now).filter { !$0.isClosed }
    }.sorted { ($0.due, $0.session.number) < ($1.due, $1.session.number) }
    let found = try supervision.openTasks()
    try require("the tasks", tasks.map(\.told), are: found.map(\.told))
  }

  private func counted(of patient: Patient) -> [CourseSession] {
    model.sessions.filter { $0.patient.code == patient.code && $0.state != .void }
      .compactMap { session in
        guard let row = session.session else { return nil }
        let terms = session.terms.monitoringProtocol
        return CourseSession(
          session: row,
          tally: session.assessment(at: moment).tally(under: terms.formulary),
          afterCare: terms.afterCare
        )
      }
      .sorted {
        ($0.session.opened.instant, $0.session.number) < (
          $1.session.opened.instant, $1.session.number
        )
      }
  }

  private func lookAtQuestions() throws {
    var flags: [(session: ModelSession, flag: Flag)] = []
    for session in model.sessions where session.state != .void {
      for flag in session.assessment().flags { flags.append((session, flag)) }
    }
    flags.sort {
      ($0.flag.raised, $0.session.number, $0.flag.number)
        < ($1.flag.raised, $1.session.number, $1.flag.number)
    }
    var queries = [
      FlagQuery(), FlagQuery(priority: .medium), FlagQuery(rule: RuleID("sys")),
      FlagQuery(rule: RuleID("overdue.bp")), FlagQuery(states: [.open]),
      FlagQuery(unacknowledgedOnly: true), FlagQuery(unreviewedOnly: true),
      FlagQuery(since: now - .hours(48), until: now - .hours(3)),
    ]
    if let patient = model.patients.last { queries.append(FlagQuery(patient: patient.code)) }
    for query in queries {
      let expected = flags.filter { session, flag in
        query.patient.map { $0 == session.patient.code } ?? true && query.matches(flag)
      }
      let found = try store.flags(query)
      try require(
        "which flags \(query) finds",
        expected.map { "\($0.session.number) \($0.flag.number)" },
        are: found.map { "\($0.session.number) \($0.flag.number)" }
      )
      try require("the flags that \(query) finds", expected.map(\.flag), are: found.map(\.flag))
    }
  }

  private func lookAtSeals() throws {
    let heads = try store.seals().compactMap { seal -> ModelClinic.Sealed? in
      guard case .head(let stream, let entry, _, _) = seal.act else { return nil }
      return ModelClinic.Sealed(stream: stream, entry: entry)
    }
    try require("the seals", model.seals, are: heads)
    let unsealed = try store.unsealed()
    guard unsealed.isEmpty else {
      throw Difference("what is closed and not sealed", expected: "nothing", found: unsealed)
    }
  }

  private func verify(_ level: VerificationLevel) throws {
    let verification = try supervision.verify(.record, level: level, by: .account("clinic"))
    // Of a record in which nothing was sealed yet there is one thing that cannot be told.
    try require(
      "what verify finds",
      model.seals.isEmpty ? [.nothingSealed] : [],
      are: verification.findings.map(\.fault)
    )
    try require("the entries that verify counts", model.entries, is: verification.extent.entries)
    try require(
      "the sessions that it counts",
      model.sessions.count,
      is: verification.extent.sessions
    )
    try require("the courses that it counts", model.courses.count, is: verification.extent.courses)
    try require("the newest commit", model.commits, is: verification.extent.commit)
  }
}

extension CareTask {
  fileprivate var told: String { "\(task.id) \(session.number) \(state) \(due) \(opens)" }
}
