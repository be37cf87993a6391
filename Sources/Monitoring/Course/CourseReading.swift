package import SessionRecord

/// A session in which a dose of the class was given.
struct DosedSession {
  let session: Session
  /// The start of the first dose of the class in it.
  let began: Instant
  /// The start of the last dose of the class in it.
  let at: Instant
  /// What was given of the class, by drug and route.
  let given: [SessionTally.GivenTotal]

  /// Nil where none was given, and for a session that is struck out.
  init?(_ session: CourseSession) {
    guard session.session.state != .void else { return nil }
    let given = session.tally.given.filter(\.isOfClass)
    guard let at = given.map(\.lastBegan).max() else { return nil }
    self.session = session.session
    began = given.map(\.firstBegan).min() ?? at
    self.at = at
    self.given = given
  }

  /// `S-2026-0003`.
  var label: String { session.label }

  /// `ketamine intravenous`, each that was given last.
  var last: String { given.filter { $0.lastBegan == at }.map(\.words).joined(separator: ", ") }
}

/// A course as its rules look at it.
struct CourseReading {
  /// By when the dose began, those after the instant left out.
  let dosed: [DosedSession]
  /// A session would be opened at *now*; otherwise the newest one is looked at as it was given.
  let isOpening: Bool
  /// Up to when things are looked at.
  let now: Instant
  let zone: Zone
  private let course: Course

  init(of course: Course, openingAt: Instant?, asOf: Instant?, in zone: Zone) {
    let all = course.dosed
    let now = openingAt ?? asOf ?? course.lastKnown(all)
    self.course = course
    self.zone = zone
    self.now = now
    isOpening = openingAt != nil
    dosed = all.filter { $0.at <= now }
  }

  /// The instant that the rules about doses look back from: of the session to be opened, else of the first
  /// dose of the newest one.
  var end: Instant? { isOpening ? now : dosed.last?.began }

  /// The sessions in the days that end there; a dose at exactly so many days before is out of them.
  func dosed(withinDays days: Int) -> [DosedSession] {
    guard let end else { return [] }
    return dosed.filter { $0.at > end - .hours(24 * days) }
  }

  /// What stands in the patient's course by then, in observed order.
  var standing: [ChartEntry] {
    course.chart.standingInObservedOrder.filter { $0.observed.instant <= now }
  }

  /// The results of a test up to the day, oldest first; of one day, in the order in which they were entered.
  func results(of test: LaboratoryTest) -> [LaboratoryResult] {
    let today = date(of: now)
    let results = standing.compactMap { entry -> (result: LaboratoryResult, number: EntryNumber)? in
      guard case .course(.laboratory(let result)) = entry.content, result.test == test,
        result.day <= today
      else { return nil }
      return (result, entry.number)
    }
    return results.sorted { ($0.result.day, $0.number) < ($1.result.day, $1.number) }.map(\.result)
  }

  /// The sessions since a day, that day's among them: which of the two came first is not known.
  func dosed(sinceDay day: String?) -> [DosedSession] {
    guard let day else { return dosed }
    return dosed.filter { date(of: $0.at) >= day }
  }

  /// Every score on a scale, in sessions and between them, in observed order.
  func scores(on scale: String) -> [CourseScore] {
    course.scores.filter { $0.scale == scale && $0.at <= now }
  }

  /// `2026-11-19`.
  func date(of instant: Instant) -> String { Stamp(instant, in: zone).civil.date }
}

extension Course {
  /// The sessions with a dose of the class, by when it began.
  var dosed: [DosedSession] {
    sessions.compactMap(DosedSession.init).sorted {
      ($0.began, $0.session.number) < ($1.began, $1.session.number)
    }
  }

  fileprivate func lastKnown(_ dosed: [DosedSession]) -> Instant {
    let entered = log.map(\.recorded.instant)
    let sessions = sessions.flatMap { [$0.session.opened.instant, $0.session.closed?.instant] }
    return (entered + sessions.compactMap { $0 } + dosed.map(\.at)).max()
      ?? Instant(milliseconds: 0)
  }
}

extension SessionTally.GivenTotal {
  /// `ketamine intravenous`.
  package var words: String { [drug, route?.word ?? "route not said"].joined(separator: " ") }

  func isSame(as other: SessionTally.GivenTotal) -> Bool {
    drug == other.drug && route == other.route
  }
}
