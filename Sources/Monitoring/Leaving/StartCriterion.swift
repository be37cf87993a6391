import SessionRecord

/// So many minutes since time zero.
struct StartCriterion: JudgedOverTime {
  private let minutes: Int
  private let timeZero: Instant?

  init(_ minutes: Int, _ evidence: LeavingEvidence) {
    self.minutes = minutes
    timeZero = evidence.timeZero
  }

  var turns: [Instant] { timeZero.map { [$0, $0 + .minutes(minutes)] } ?? [] }

  func verdict(at instant: Instant) -> LeavingVerdict {
    guard let timeZero, timeZero <= instant else { return .noDose }
    guard instant < timeZero + .minutes(minutes) else { return .met() }
    let reached = (instant - timeZero).wholeMinutes
    return .missing("only \(reached) min since start; \(minutes) asked")
  }
}
