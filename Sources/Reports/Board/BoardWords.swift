import Monitoring
import SessionRecord

/// What the board says of a session, in long and in short.
struct BoardWords {
  let session: BoardSession
  let now: Instant

  private var words: SessionWords { session.words }

  /// `P-014 Rivera, Alex`.
  var patient: Phrase {
    let code = Phrase(session.session.opening.patient.text)
    guard let name = words.file.patient.identity?.name else { return code }
    return code + " " + Phrase(name, .strong)
  }

  /// `T+36`, and `–` before the dose.
  var sinceDose: String { session.minutes.map { "T+\($0)" } ?? "–" }

  /// `infusion running`; nil where none was begun.
  var infusion: String? {
    switch session.infusion {
    case .running: "infusion running"
    case .paused: "infusion paused"
    case .stopped(let at): "infusion stopped\u{A0}\(clock(at))"
    case .endNotEntered: "infusion: end not entered"
    case nil: nil
    }
  }

  /// `9 of 13 met`; nil where the protocol has no criteria for leaving.
  var criteria: String? {
    let all = session.readiness.criteria.count
    return all == 0 ? nil : "\(session.readiness.metCount) of \(all) met".unbroken
  }

  /// How long ago the last set was: `4 min`, `48 min OLD` where the schedule wanted one since, `none`.
  var age: Phrase {
    let age = session.state.lastSet.map { SpanText.duration(now - $0.observed.instant).unbroken }
    guard session.isSetTooOld else { return Phrase(age ?? "none") }
    return Phrase((age ?? "none") + "\u{A0}") + Phrase("OLD", .high)
  }

  /// The same with when it was: `14:06, 4 min`.
  var timeAndAge: Phrase {
    guard let last = session.state.lastSet else { return age }
    return Phrase("\(clock(last.observed.instant)),\u{A0}".unbroken) + age
  }

  // MARK: - Due

  /// What is overdue, due and next, in full, and a lost baseline last; nil under a protocol without a
  /// schedule.
  var due: Phrase? {
    let assessment = words.file.assessment
    let due = session.due
    guard !due.readings.isEmpty || due.isOverdue else {
      return DuePhrases(words).phrase(saysHowLong: true)
    }
    let phrase = DuePhrases(
      due.readings,
      under: words.file.monitoringProtocol.schedule,
      timeZero: assessment.timeZero,
      now: assessment.asOf,
      clock: words.clock
    ).phrase(saysHowLong: true)
    guard due.lostBaseline != nil else { return phrase }
    let lost = "Baseline before the dose: \(due.lostBaselines.joined(separator: ", "))\u{A0}sets."
    return [phrase, Phrase(lost)].compactMap(\.self).joined(" ")
  }

  /// What is overdue or due now, each with when before what, else what is next, and a lost baseline last:
  /// `OVERDUE by 6 min: blood pressure and heart rate`, `baseline 0 of 2`; empty under a protocol without a
  /// schedule.
  var dueParts: [Phrase] {
    let items = session.due.takeable.isEmpty ? session.due.next : session.due.takeable
    let parts = items.map { when($0, by: "by\u{A0}") + Phrase(":\u{A0}\($0.what)") }
    let all = parts + (session.due.lostBaseline.map { [Phrase($0)] } ?? [])
    return all.isEmpty ? due.map { [$0] } ?? [] : all
  }

  /// Only when: `OVERDUE 6 min` before `now`, then `14:15`, `–`.
  var whenDue: Phrase {
    let due = session.due
    let first = due.overdue.first ?? due.takeable.first ?? due.next.first
    return first.map { when($0, by: "", next: "", now: "now") }
      ?? due.lostBaseline.map { Phrase($0) } ?? "–"
  }

  private func when(
    _ item: DueItem,
    by: String,
    next: String = "next\u{A0}",
    now word: String = "due\u{A0}now"
  ) -> Phrase {
    if item.overdueSince != nil {
      let long = SpanText.duration(now - item.due).unbroken
      return Phrase("OVERDUE", .high) + Phrase("\u{A0}\(by)\(long)")
    }
    return item.due <= now ? Phrase(word) : Phrase("\(next)\(clock(item.due))".unbroken)
  }

  // MARK: - Flags

  /// A flag in full: its label, then priority, state, what it is, and whether somebody answered it.
  func flag(_ flag: Flag) -> (label: Phrase, words: Phrase) {
    let text = words.text(flag)
    let asked = text.repeatWindow(asOf: now, near: now).map { ", repeat \($0)" } ?? ""
    return (
      label(flag),
      Phrase(
        "\(text.priority), \(text.state): \(text.titleWithPeak), raised "
          + clock(flag.raised) + asked
      ) + waiting(flag)
    )
  }

  /// Those that only say again what is overdue, in one line: `overdue flags ●1! ●2!`; nil without one.
  var overdueFlags: Phrase? {
    let flags = session.overdueFlags
    guard !flags.isEmpty else { return nil }
    return "overdue flag\(flags.count == 1 ? "" : "s") " + flags.map(label).joined(" ")
  }

  /// The worst one in words, and how many more are open, of which so many wait: `▲1! high +3 (2!): systolic
  /// at or over 180 mmHg: 194 mmHg`; nil where none is open.
  ///
  /// One that only says again what is overdue says no more than that.
  var worstFlag: Phrase? {
    guard let worst = session.openFlags.first else { return nil }
    let more = session.openFlags.dropFirst()
    let waiting = more.count { !$0.isAcknowledged }
    let rest =
      more.isEmpty ? "" : "\u{A0}+\(more.count)" + (waiting == 0 ? "" : "\u{A0}(\(waiting)!)")
    let isSaid = session.overdueFlags.contains { $0.number == worst.number }
    let title = isSaid ? "overdue" : words.text(worst).titleWithPeak
    return label(worst) + Phrase("\u{A0}\(worst.priority.word)\(rest): \(title)")
  }

  /// `▲1! +2`, the worst and how many more; `–` where none is open.
  var flagCount: Phrase {
    guard let worst = session.openFlags.first else { return "–" }
    let more = session.openFlags.count - 1
    return label(worst) + Phrase(more == 0 ? "" : "\u{A0}+\(more)")
  }

  /// `▲1`, with `!` where nobody acknowledged it.
  func label(_ flag: Flag) -> Phrase {
    Phrase(words.text(flag).label + (flag.isAcknowledged ? "" : "!"), Ink(flag.priority))
  }

  private func waiting(_ flag: Flag) -> Phrase {
    flag.isAcknowledged ? ", acknowledged" : ", " + Phrase("NOT\u{A0}ACKNOWLEDGED", .strong)
  }

  private func clock(_ instant: Instant) -> String { words.clock.clock(instant, near: now) }
}
