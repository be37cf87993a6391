import SessionRecord

/// What is on file of a patient at one moment, by which gates are judged.
struct ScreeningEvidence {
  let patient: Patient
  let sessions: [CourseSession]
  /// The entries of the course that stand and were observed by then, the newest first; of two at one
  /// instant the later entry is the newer.
  ///
  /// What has a day of its own counts from that day, whenever it was entered.
  let newest: [ChartEntry]
  let at: Instant
  private let zone: Zone

  init(of course: Course, at: Instant, in zone: Zone) {
    patient = course.patient
    sessions = course.sessions
    let day = Stamp(at, in: zone).civil.date
    newest = course.chart.entries
      .filter { entry in
        guard !entry.isVoid, entry.observed.instant > at else { return !entry.isVoid }
        return switch entry.content {
        case .course(.consent(let consent)): consent.signed <= day
        case .course(.laboratory(let result)): result.day <= day
        default: false
        }
      }
      .sorted { ($0.observed.instant, $0.number) > ($1.observed.instant, $1.number) }
    self.at = at
    self.zone = zone
  }

  func verdict(on gate: Gate) -> GateVerdict {
    switch gate.requirement {
    case .answer(let clear, let needsWords, let validity):
      AnsweredGate(clear: clear, needsWords: needsWords, validity: validity)
        .verdict(self, of: gate.id)
        .beside(gate.id == SuicideScores.gate ? SuicideScores(self).words : [])
    case .age(let years): AgeGate(years: years).verdict(self)
    case .consent(let days, let offLabel):
      ConsentGate(days: days, offLabel: offLabel).verdict(self)
    case .tests(let tests, let days): TestsGate(tests: tests, days: days).verdict(self)
    case .scores(let scales, let days): ScoresGate(scales: scales, days: days).verdict(self)
    case .contact: ContactGate().verdict(self)
    case .rules:
      // Nothing is measured before the session is open; then a standing flag holds.
      GateVerdict(
        answer: .notAsked,
        isClear: true,
        basis: "by the readings before the dose"
      )
    }
  }

  // MARK: - Days

  /// The day of the session that would be opened, in its zone.
  var day: CivilTime { civil(at) }

  func civil(_ instant: Instant) -> CivilTime { Stamp(instant, in: zone).civil }

  /// `2026-11-19`.
  func date(_ instant: Instant) -> String { civil(instant).date }

  /// `2026-11-19 13:05`.
  func dateAndClock(_ instant: Instant) -> String {
    let time = civil(instant)
    return "\(time.date) \(time.clock)"
  }

  /// Calendar days from a date to the day of the session; negative where it is later, nil for no date.
  func days(since date: String) -> Int? {
    guard let then = CivilTime(date: date), let today = CivilTime(date: day.date) else {
      return nil
    }
    let span = today.instant(offsetMinutes: 0) - then.instant(offsetMinutes: 0)
    return span.milliseconds / TimeSpan.hours(24).milliseconds
  }

  /// What makes something of a date too old, or not yet so; nil where it can be relied on.
  func fault(of date: String, within days: Int?) -> String? {
    guard let age = self.days(since: date) else { return "not a date" }
    if age < 0 { return "after the day of the session" }
    if let days, age > days { return "older than \(daysText(days))" }
    return nil
  }

  func daysText(_ days: Int) -> String { days == 1 ? "1 day" : "\(days) days" }
}
