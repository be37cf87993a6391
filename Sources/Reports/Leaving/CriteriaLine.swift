import Monitoring
import SessionRecord

/// How many of the clinic's criteria for leaving are met: a count, never a decision.
struct CriteriaLine {
  private let readiness: DischargeReadiness
  private let timeZero: Instant?
  private let now: Instant
  private let clock: SessionClock

  init(_ readiness: DischargeReadiness, timeZero: Instant?, now: Instant, clock: SessionClock) {
    self.readiness = readiness
    self.timeZero = timeZero
    self.now = now
    self.clock = clock
  }

  init(_ readiness: DischargeReadiness, in words: SessionWords) {
    self.init(
      readiness,
      timeZero: words.file.assessment.timeZero,
      now: words.file.assessment.clock,
      clock: words.clock
    )
  }

  /// `criteria met since T+118 (15:28)`, or `9 of 13 criteria met`.
  var text: String {
    if let since = readiness.allMetSince { return "criteria met since\u{A0}\(moment(since))" }
    return "\(readiness.metCount) of \(counted(readiness.criteria.count, "criterion", "criteria"))"
      + " met"
  }

  /// The same beside a session; nil before its time: until the minutes since the start are over, or all
  /// other criteria are met.
  var inPassing: Phrase? {
    guard !readiness.criteria.isEmpty, isTime else { return nil }
    let count = "\(readiness.metCount) of \(readiness.criteria.count) met"
    return Phrase("Criteria for leaving: \(readiness.allMetSince == nil ? count : text).")
  }

  /// `T+118 (15:28)`; the clock alone without a time zero.
  func moment(_ instant: Instant) -> String {
    let time = clock.clock(instant, near: now)
    guard timeZero != nil else { return time.unbroken }
    return "\(SpanText.sinceTimeZero(instant, timeZero)) (\(time))".unbroken
  }

  private var isTime: Bool {
    let isMinutes: (CriterionStanding) -> Bool = {
      if case .minutesSinceStart = $0.criterion.requirement { true } else { false }
    }
    return readiness.criteria.contains { isMinutes($0) && $0.isMet }
      || readiness.criteria.allSatisfy { isMinutes($0) || $0.isMet }
  }
}
