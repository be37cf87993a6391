import SessionRecord

extension Flag {
  /// An episode's flag.
  init(
    _ episode: Episode,
    number: FlagNumber,
    known: Instant,
    acknowledgements: [FlagAcknowledgement],
    reviewed: ReviewMark?
  ) {
    self.init(
      identity: episode.identity,
      number: number,
      measure: episode.measure,
      title: episode.rule.title(of: episode.measure, quantity: episode.readings[0].quantity),
      text: episode.rule.text,
      isProcess: episode.rule.isProcess,
      isStopCriterionMet: episode.rule.isStopCriterion && episode.life.confirmed != nil,
      protocolPriority: episode.rule.priority,
      priority: episode.priority,
      limit: episode.limit,
      readings: episode.readings,
      peak: episode.peak,
      raised: episode.life.raised,
      known: known,
      state: episode.life.state,
      confirmed: episode.life.confirmed,
      backInside: episode.life.backInside,
      acknowledgements: acknowledgements,
      retractedBy: nil,
      reviewed: reviewed
    )
  }

  /// A flag that time raised: of a group of the schedule, or nil for the session's own.
  ///
  /// It starts confirmed; only a rule's, of an effect that lasts, has readings, peak and back inside.
  init(
    _ timed: TimedFlag,
    of group: ScheduleGroup?,
    number: FlagNumber,
    known: Instant,
    _ acknowledging: [ChartEntry],
    _ reviews: Reviews
  ) {
    let own = timed.ofRule
    let identity = FlagIdentity(
      rule: own?.rule.id ?? group?.id.overdueRule ?? Silence.rule,
      cause: timed.cause
    )
    let priority = own?.rule.priority ?? group?.priority ?? Silence.priority
    self.init(
      identity: identity,
      number: number,
      measure: own?.measure ?? group.map { .group($0.id) } ?? .session,
      title: own.map { $0.rule.title(of: $0.measure, quantity: nil) }
        ?? group?.overdueTitle(timed.cause) ?? Silence.title,
      text: own?.rule.text ?? "",
      isProcess: own?.rule.isProcess ?? true,
      isStopCriterionMet: own?.rule.isStopCriterion ?? false,
      protocolPriority: priority,
      priority: priority,
      limit: nil,
      readings: own?.readings ?? [],
      peak: own?.peak,
      raised: timed.raised,
      known: known,
      state: timed.cleared.map { .cleared(at: $0, repeated: true) }
        ?? .confirmed(at: timed.raised, repeated: true),
      confirmed: timed.raised,
      backInside: own?.readings.isEmpty == false ? timed.cleared : nil,
      acknowledgements: Acknowledgements.of(
        identity,
        holding: own?.readings ?? [],
        in: acknowledging
      ),
      retractedBy: nil,
      reviewed: reviews.mark(on: identity, holding: own?.readings ?? [])
    )
  }

  /// The same flag, last found so, and gone since.
  func retracted(by entry: EntryNumber?) -> Flag {
    Flag(
      identity: identity,
      number: number,
      measure: measure,
      title: title,
      text: text,
      isProcess: isProcess,
      isStopCriterionMet: isStopCriterionMet,
      protocolPriority: protocolPriority,
      priority: priority,
      limit: limit,
      readings: readings,
      peak: peak,
      raised: raised,
      known: known,
      state: state,
      confirmed: confirmed,
      backInside: backInside,
      acknowledgements: acknowledgements,
      retractedBy: entry,
      reviewed: reviewed
    )
  }
}

extension TimedFlag.OfRule {
  /// The most severe of its entries, the first of equals.
  fileprivate var peak: BreakingReading? {
    readings.reduce(nil) { peak, reading in
      guard let peak else { return reading }
      return (reading.effect?.severity?.rawValue ?? 0) > (peak.effect?.severity?.rawValue ?? 0)
        ? reading : peak
    }
  }
}

extension ScheduleGroup {
  fileprivate func overdueTitle(_ cause: FlagCause) -> String {
    switch cause {
    case .slot(let minutes): "\(title) overdue, due at T+\(minutes)"
    case .baseline: "baseline of \(title) overdue"
    case .entry, .silence: "\(title) overdue"
    }
  }
}

extension Silence {
  /// The rule id, priority and title of its flag, proposed by this project.
  static let rule = RuleID("session.not-closed")
  static let priority = Priority.low
  static let title = "not closed: nothing entered for 12 hours"
}
