package import Monitoring
package import SessionRecord

/// The answer to what was entered into a course: what was stored, as a person would say it back, and
/// what is due next.
package struct CourseAnswerText {
  private let course: Course
  private let new: [EntryNumber]
  private let now: Instant
  private let zone: Zone
  private let scales: [Scale]
  private let flagging: [Rule]
  private let style: Style

  /// *scales* are those of the clinic's protocols, for the names of scores; *flagging* are their rules
  /// that flag a score in a session.
  package init(
    _ course: Course,
    new: [EntryNumber],
    now: Instant,
    in zone: Zone,
    scales: [Scale] = [],
    flagging: [Rule] = [],
    style: Style
  ) {
    self.course = course
    self.new = new
    self.now = now
    self.zone = zone
    self.scales = scales
    self.flagging = flagging
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    let author = entries.first.map { "  entered by\u{A0}\($0.author)" } ?? ""
    page.add(SessionHead.patient(course.patient) + Phrase(author))
    for entry in entries { add(entry, to: &page) }
    addTasks(to: &page)
    return page.text
  }

  private var entries: [Entry] { course.log.filter { new.contains($0.number) } }

  private func add(_ entry: Entry, to page: inout Page) {
    let clock = SessionClock(zone)
    page.add(
      phrase(entry.content),
      after: "#\(entry.number) \(clock.clock(entry.observed.instant, near: now).unbroken) "
    )
    if case .scale(let score) = entry.content, let said = flagged(score) {
      page.add(said, indent: 4)
    }
    if case .void(let voiding) = entry.content, let voided = course.chart[voiding.entry] {
      page.add("It said: " + phrase(voided.content).inked(.struck), indent: 4)
    }
    let closed = course.tasks(asOf: now).filter { $0.state == .closed(by: entry.number) }
    for task in closed {
      page.add("closes the task \(task.task.id) of \(task.session.label)", indent: 4)
    }
  }

  /// That a session would have flagged the score, which a course does not; nil where no rule is about it.
  private func flagged(_ score: ScaleScore) -> Phrase? {
    let broken = flagging.filter { rule in
      guard case .scale(let limit) = rule.condition else { return false }
      return limit.isBroken(by: score)
    }
    guard !broken.isEmpty else { return nil }
    let text = ScoreText(score.scale, scales.first { $0.name == score.scale })
    let titles = broken.map { text.naming($0.title) }.joined(separator: ", ")
    return Phrase(
      "The protocol flags this in a session: \(titles); a course raises no flag.",
      .strong
    )
  }

  private func phrase(_ content: Content) -> Phrase {
    if case .scale(let score) = content {
      let text = ScoreText(score.scale, scales.first { $0.name == score.scale })
      return Phrase(
        text.phraseWithItems(score) + (score.remark.map { " — \($0)" } ?? "")
      )
    }
    // In a session entry 1 is its opening, and voiding it strikes the session out; in a course it is not.
    if case .void(let voiding) = content, case .because(let reason) = voiding.reason {
      return Phrase("#\(voiding.entry) voided: \(reason)")
    }
    return ContentText(values: ValueText(.none), weight: nil, marks: nil)
      .phrase(content, of: EntryNumber(1))
  }

  /// What is overdue and open, else what opens next.
  private func addTasks(to page: inout Page) {
    let tasks = course.tasks(asOf: now).filter { !$0.isClosed }
    let now = tasks.filter { $0.state != .notOpen }
    for task in now.isEmpty ? Array(tasks.prefix(1)) : now {
      page.add(TaskWords(task, now: self.now).line, after: now.isEmpty ? "Next: " : "Due: ")
    }
    if tasks.isEmpty, course.sessions.contains(where: { !$0.afterCare.isEmpty }) {
      page.add("No task is open.")
    }
  }
}
