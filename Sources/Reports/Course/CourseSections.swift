import Monitoring
import SessionRecord

/// What stands below the sessions of a course, on whatever sheet.
struct CourseSections {
  let report: CourseReport
  /// How a day is said: paper spells its month.
  let clock: SessionClock

  init(_ report: CourseReport, onPaper: Bool) {
    self.report = report
    clock = SessionClock(report.zone, onPaper: onPaper)
  }

  func add(to sheet: inout some Sheet) {
    addTotals(to: &sheet)
    addRules(to: &sheet)
    addTasks(to: &sheet)
    addScores(to: &sheet)
    addEntries("Consents", none: "No consent on file.", to: &sheet) { content in
      switch content {
      case .course(.consent), .course(.consentWithdrawn): true
      default: false
      }
    }
    addEntries("Tests and checks", none: "No result on file.", to: &sheet) {
      if case .course(.laboratory) = $0 { true } else { false }
    }
    addEntries("Integration", none: "No integration session on file.", to: &sheet) {
      if case .course(.integration) = $0 { true } else { false }
    }
    if report.withConcerns {
      addEntries("Concerns", none: "No concern on file.", to: &sheet) {
        if case .course(.concern) = $0 { true } else { false }
      }
    }
  }

  // MARK: - Exposure

  private func addTotals(to sheet: inout some Sheet) {
    sheet.heading("Given in all sessions together, by drug and route")
    let totals = report.course.totals
    guard !totals.isEmpty else { return sheet.add("No dose.") }
    var table = Table([
      .init("Drug and route", isWide: true), .init("Sessions", number: true),
      .init("mg", number: true), .init("mg/kg", number: true),
    ])
    for total in totals {
      table.add([
        Phrase(total.words), Phrase(String(total.sessions)),
        Phrase(total.milligramWords), Phrase(total.perKilogramWords),
      ])
    }
    sheet.add(table)
    sheet.small("Two drugs or two routes are never added. mg/kg of each session is rounded down.")
  }

  // MARK: - Rules

  private func addRules(to sheet: inout some Sheet) {
    sheet.heading("Course rules")
    guard let rules = report.rules else {
      return sheet.add("No session, so no protocol whose rules could be asked.")
    }
    guard !report.findings.isEmpty else {
      return sheet.add(Phrase("\(rules.id) \(rules.version) has no course rules."))
    }
    var table = Table([
      .init("Rule"), .init("Priority"), .init("Says"), .init("On what", isWide: true),
    ])
    for finding in report.findings {
      let said = CourseFindingWords(finding, withConcerns: report.withConcerns)
      table.add([
        Phrase(finding.rule.title), Phrase(said.priority), said.answer, Phrase(said.basis),
      ])
    }
    sheet.add(table)
    sheet.small(
      Phrase(
        "By \(rules.id) \(rules.version), as of \(clock.dateAndClock(report.asOf)). "
          + "The newest session is looked at as it was given. A rule flags; a clinician decides."
      )
    )
  }

  // MARK: - Tasks

  private func addTasks(to sheet: inout some Sheet) {
    sheet.heading("Tasks after sessions")
    guard !report.tasks.isEmpty else { return sheet.add("No task.") }
    var table = Table([
      .init("Session"), .init("Task", isWide: true), .init("Due"), .init("State", isWide: true),
    ])
    for task in report.tasks {
      table.add([
        Phrase(task.session.label), Phrase(task.task.title),
        Phrase(clock.dateAndClock(task.due).unbroken), state(of: task),
      ])
    }
    sheet.add(table)
  }

  private func state(of task: CareTask) -> Phrase {
    let tried = task.tries.isEmpty ? "" : ", tried \(counted(task.tries.count, "time"))"
    switch task.state {
    case .notOpen: return Phrase("from \(clock.dateAndClock(task.opens))")
    case .open: return Phrase("open\(tried)")
    case .overdue:
      return Phrase("overdue, \(task.priority.word)", Ink(task.priority)) + Phrase(tried)
    case .closed(let number):
      guard let number, let entry = report.course.chart[number] else { return "closed" }
      return Phrase(
        "\(TaskClosing.words(entry.content)) \(clock.date(entry.observed.instant)), "
          + "\(entry.original.author)"
      )
    }
  }

  // MARK: - Scores

  private func addScores(to sheet: inout some Sheet) {
    sheet.heading("Scores")
    let series = report.series
    guard !series.isEmpty else { return sheet.add("No score.") }
    var table = Table([.init("Scale"), .init("Scores", isWide: true)])
    for series in series {
      let scores = series.scores.map { score in
        let place = score.session.flatMap { number in
          report.rows.first { $0.session.number == number }?.session.label
        }
        return "\(score.score) on \(clock.date(score.at))".unbroken
          + (place.map { " (\($0))" } ?? "")
      }
      table.add([
        Phrase("\(series.title), \(series.direction)"), Phrase(scores.joined(separator: "; ")),
      ])
    }
    sheet.add(table)
  }

  // MARK: - Entries

  private func addEntries(
    _ heading: Phrase,
    none: Phrase,
    to sheet: inout some Sheet,
    where isOne: (Content) -> Bool
  ) {
    sheet.heading(heading)
    let entries = report.entries(isOne)
    guard !entries.isEmpty else { return sheet.add(none) }
    var table = Table([.init("Entry"), .init("Day"), .init("What", isWide: true), .init("By")])
    for entry in entries {
      guard case .course(let event) = entry.content else { continue }
      let words = CourseWords.phrase(event)
      var what = entry.isVoid ? words.inked(.struck) : words
      if let number = entry.voidedBy { what += Phrase(" struck out by #\(number)") }
      if let number = entry.amendments.last { what += Phrase(" corrected by #\(number)") }
      table.add([
        Phrase("#\(entry.number)"), Phrase(clock.date(entry.observed.instant)), what,
        Phrase(entry.original.author.text),
      ])
    }
    sheet.add(table)
  }
}

extension CourseTotal {
  var words: String { [drug, route?.word ?? "route not said"].joined(separator: " ") }

  var milligramWords: String {
    CourseAmountText.words(milligramThousandths, "mg", isLeast: isLeast.milligrams)
  }

  var perKilogramWords: String {
    CourseAmountText.words(perKilogramThousandths, "mg/kg", isLeast: isLeast.perKilogram)
  }
}

/// By what a task was closed, in words.
enum TaskClosing {
  static func words(_ content: Content) -> String {
    switch content {
    case .followUp(let followUp): followUp.outcome.word.replacing("-", with: " ")
    case .course(.integration): "integration"
    case .scale: "scored"
    default: "closed"
    }
  }
}
