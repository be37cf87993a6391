import SessionRecord

/// What the model says of a clock that was set.
///
/// It is an entry of its own, first in the commit that finds it, and all that was entered before is shown as the
/// clock shows it now.
enum ClockSteps {
  /// How far the clock was set between the last entry of a log and now; nil where it was not, by more than two seconds,
  /// and where the machine was started again meanwhile, unless its clock came up behind the last entry.
  static func step(since last: Entry, to moment: Moment) -> TimeSpan? {
    guard let boot = last.monotonic.boot, let now = moment.monotonic.boot else { return nil }
    let shown = (moment.now - last.recorded.instant).milliseconds
    let counted = moment.monotonic.nanoseconds / 1_000_000
    let passed: Int
    if boot == now {
      passed = (moment.monotonic.nanoseconds - last.monotonic.nanoseconds) / 1_000_000
    } else if shown < 0 {
      // So long at least; a machine that was up before the session began says nothing.
      passed = counted < 12 * 3_600_000 ? counted : 0
    } else {
      return nil
    }
    let by = shown - passed
    return passed >= 0 && abs(by) > 2_000 ? TimeSpan(milliseconds: by) : nil
  }

  /// A log as it was written, by the clock as it is at its end, or *further* on.
  static func shown(_ written: [Entry], further: TimeSpan = TimeSpan(milliseconds: 0)) -> [Entry] {
    var later = further.milliseconds
    var shown: [Entry] = []
    var after: Entry?
    for entry in written.reversed() {
      // A machine that came up with its clock too far back, and was set right then: what it wrote before was right.
      if let next = after, next.monotonic.boot != entry.monotonic.boot,
        next.recorded.instant < entry.recorded.instant
      {
        // The guess that was made when it came up is none of what it was set by afterwards.
        var guess = 0
        if case .clockStep(let step) = next.content { guess = step.by.milliseconds }
        let right = next.recorded.instant + TimeSpan(milliseconds: later - guess)
        if right >= entry.recorded.instant { later = 0 }
      }
      after = entry
      shown.append(moved(entry, by: TimeSpan(milliseconds: later)))
      if case .clockStep(let step) = entry.content { later += step.by.milliseconds }
    }
    return shown.reversed()
  }

  private static func moved(_ entry: Entry, by span: TimeSpan) -> Entry {
    guard span.milliseconds != 0 else { return entry }
    func moved(_ stamp: Stamp) -> Stamp {
      Stamp(stamp.instant + span, offsetMinutes: stamp.offsetMinutes)
    }
    var content = entry.content
    let isOwn = entry.source.isOfTheMachine
    if isOwn, case .amendment(let amendment) = content {
      content = .amendment(
        Amendment(
          of: amendment.entry,
          content: amendment.content,
          observed: amendment.observed.map(moved),
          reason: amendment.reason
        )
      )
    }
    return Entry(
      Draft(
        id: entry.id,
        observed: isOwn ? moved(entry.observed) : entry.observed,
        author: entry.author,
        observer: entry.observer,
        source: entry.source,
        room: entry.draft.room,
        content: content
      ),
      stream: entry.stream,
      number: entry.number,
      commit: entry.commit,
      recorded: moved(entry.recorded),
      monotonic: entry.monotonic,
      record: entry.record,
      clockMovedBy: span
    )
  }
}

extension Source {
  /// Whether its observed time is of the clock that is set.
  fileprivate var isOfTheMachine: Bool {
    switch self {
    case .typed, .page, .device, .copy: true
    case .imported, .paper: false
    }
  }
}
