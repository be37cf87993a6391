import SessionRecord

extension Flag {
  /// An episode's flag.
  init(
    _ episode: Episode,
    number: FlagNumber,
    known: Instant,
    acknowledgements: [FlagAcknowledgement]
  ) {
    self.init(
      identity: episode.identity,
      number: number,
      measure: episode.measure,
      title: episode.rule.title(of: episode.measure, quantity: episode.readings[0].quantity),
      isProcess: episode.rule.isProcess,
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
      retractedBy: nil
    )
  }

  /// A flag that time raised: of a group of the schedule, or nil for the session's own.
  ///
  /// It starts confirmed, and has no readings, peak or back inside.
  init(
    _ timed: TimedFlag,
    of group: ScheduleGroup?,
    number: FlagNumber,
    known: Instant,
    _ acknowledging: [ChartEntry]
  ) {
    let identity = FlagIdentity(
      rule: group?.id.overdueRule ?? Silence.rule,
      cause: timed.cause
    )
    let priority = group?.priority ?? Silence.priority
    self.init(
      identity: identity,
      number: number,
      measure: group.map { .group($0.id) } ?? .session,
      title: group?.overdueTitle(timed.cause) ?? Silence.title,
      isProcess: true,
      protocolPriority: priority,
      priority: priority,
      limit: nil,
      readings: [],
      peak: nil,
      raised: timed.raised,
      known: known,
      state: timed.cleared.map { .cleared(at: $0, repeated: true) }
        ?? .confirmed(at: timed.raised, repeated: true),
      confirmed: timed.raised,
      backInside: nil,
      acknowledgements: Acknowledgements.of(identity, in: acknowledging),
      retractedBy: nil
    )
  }

  /// The same flag, last found so, and gone since.
  func retracted(by entry: EntryNumber?) -> Flag {
    Flag(
      identity: identity,
      number: number,
      measure: measure,
      title: title,
      isProcess: isProcess,
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
      retractedBy: entry
    )
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
