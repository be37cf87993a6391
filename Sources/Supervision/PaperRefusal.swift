package import SessionRecord

/// Why something of a paper chart is not stored.
package enum PaperRefusal: Refusal, Hashable {
  /// Every line of a chart says when.
  case noTime
  case beforeOpening(String, of: Session, opened: Stamp)
  /// The chart's date, which is still to come.
  case dateAhead(String)
  /// A time of its own, as that of the closing, before the session was opened.
  case timeBeforeOpening(String, opened: Stamp)
  /// The session says the same of the same minute already.
  case thereAlready(EntryNumber, takesRemark: Bool)
  /// A closing before something that was observed.
  case closedBefore(EntryNumber, at: Stamp, closing: String)
  /// A closing before something that was entered as it happened.
  case closedBeforeLive(EntryNumber, EntryKind, at: Stamp, closing: String, session: SessionNumber)
  /// A line typed as it happens, in a session that was opened from a paper chart.
  case liveLine(session: String, SessionNumber)
  /// A session that is begun now.
  case openedJustNow(PatientCode, Stamp)

  package var kind: RefusalKind { .badInput }

  /// Whether one of the chart's lines is what is wrong.
  package var isAboutLine: Bool {
    switch self {
    case .noTime, .beforeOpening, .thereAlready: true
    case .dateAhead, .timeBeforeOpening, .closedBefore, .closedBeforeLive, .liveLine,
      .openedJustNow:
      false
    }
  }

  package var problem: String {
    switch self {
    case .noTime: "It does not say when, as every line of a paper chart does. Nothing was stored."
    case .beforeOpening(let clock, let session, let opened):
      "\(clock) is before \(session.label) was opened, \(PaperRefusal.moment(opened)). Nothing was stored."
    case .dateAhead(let date): "\(date) is still to come. Nothing was stored."
    case .timeBeforeOpening(let clock, let opened):
      "\(clock) is before the session was opened, \(PaperRefusal.moment(opened)). Nothing was stored."
    case .thereAlready(let number, _):
      "The session has this line already, as #\(number), of the same minute. Nothing was stored."
    case .closedBefore(let number, let at, let clock):
      "\(clock) is before #\(number) was observed, \(PaperRefusal.moment(at)). Nothing was stored."
    case .closedBeforeLive(let number, let kind, let at, let clock, _):
      "\(clock) is before #\(number), \(kind.named) that was entered as it happened, "
        + "\(PaperRefusal.moment(at)): the session still went on. Nothing was stored."
    case .liveLine(let session, _):
      "\(session) was opened from paper, past its gates, and takes what the chart says, with its time. "
        + "Nothing was stored."
    case .openedJustNow(let patient, let began):
      "A session of \(patient) that began at \(began.clock) has only begun: a paper chart is entered "
        + "afterwards. Nothing was stored."
    }
  }

  package var remedy: String? {
    switch self {
    case .noTime: "Write the time of the chart before it, as: @13:05 120/80 72"
    case .beforeOpening(let clock, let session, let opened):
      "If the chart began earlier, void the session and open it as of then: vigil start "
        + "\(session.opening.patient) … --from-paper --opened '\(opened.civil.date) \(clock)'. "
        + "If the date is another: --date"
    case .thereAlready(_, takesRemark: true):
      "Leave that line out. If it happened twice in that minute, say so behind it: … -- a second time"
    case .thereAlready(_, takesRemark: false):
      "Leave that line out. If it happened twice in that minute, say so in a note of that time."
    case .dateAhead: "Give the date at the head of the chart, as --date 2026-11-18."
    case .closedBeforeLive(_, _, let at, _, let session):
      "To close it now: vigil end \(session). Or when the chart says, from \(at.clock) on: "
        + "vigil end \(session) --from-paper --at \(at.clock)"
    case .liveLine(_, let session):
      "Write it with its time: vigil add - -s \(session) --from-paper --date 2026-11-18 "
        + "--observed-by KO. fix, void, ack and review are taken as ever."
    case .openedJustNow(let patient, _):
      "Open it as it happens: vigil start \(patient) …, without --from-paper and --opened. "
        + "What was seen since goes in with its time, as @13:05 120/80 72"
    case .timeBeforeOpening, .closedBefore:
      "Give the time that the chart says, as --at 15:40, and its date with --date where it is another."
    }
  }

  private static func moment(_ stamp: Stamp) -> String { "\(stamp.civil.date) \(stamp.clock)" }
}
