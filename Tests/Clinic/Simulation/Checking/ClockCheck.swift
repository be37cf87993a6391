import Monitoring
import SessionRecord

/// What the clock was set to must not change what passed: a session reads as it would by a clock that nobody ever set.
struct ClockCheck {
  let session: ModelSession

  func look() throws {
    let log = lasting
    guard log.count > 1 else { return }
    try lookAtSpans(log)
    try lookAtReminders()
  }

  /// The entries up to the closing: of a session that is over nobody asks what the clock was set to.
  private var lasting: [(shown: Entry, unset: Instant)] {
    let log = session.log
    let end = log.firstIndex { $0.content == .closed } ?? log.count - 1
    return Array(zip(log, session.unset).prefix(end + 1)).map { (shown: $0.0, unset: $0.1) }
  }

  /// Between two entries of one boot as much time passed as is shown, to the two seconds that go without a word.
  private func lookAtSpans(_ log: [(shown: Entry, unset: Instant)]) throws {
    for (before, after) in zip(log, log.dropFirst())
    where before.shown.monotonic.boot == after.shown.monotonic.boot {
      let shown = after.shown.recorded.instant - before.shown.recorded.instant
      let passed = after.unset - before.unset
      guard abs((shown - passed).milliseconds) <= 2_000 else {
        throw Difference(
          "the time from #\(before.shown.number) to #\(after.shown.number) of session \(session.number)",
          expected: passed,
          found: shown
        )
      }
    }
  }

  /// Of no slot two reminders, and none that is missing beside a session on a clock that nobody set.
  private func lookAtReminders() throws {
    let found = reminders(session.assessment().flags)
    guard Set(found).count == found.count else {
      throw Difference(
        "reminders of session \(session.number)",
        expected: "each once",
        found: found
      )
    }
    guard let twin else { return }
    let flags = assess(
      twin,
      under: session.terms.monitoringProtocol,
      asOf: ModelSession.newest(twin)
    ).flags
    try require(
      "reminders of session \(session.number) beside those by a clock that nobody set",
      reminders(flags),
      are: found
    )
  }

  private func reminders(_ flags: [Flag]) -> [FlagIdentity] {
    flags.filter { $0.isProcess && $0.retractedBy == nil && $0.identity.entry == nil }.map(
      \.identity
    )
  }

  /// The session as it would be by such a clock; nil where what went without a word could make a difference, where
  /// the machine was started again, and where entries came from another session.
  private var twin: [Entry]? {
    let written = session.written
    let log = session.log
    guard let last = log.last, let lastUnset = session.unset.last else { return nil }
    let off = last.recorded.instant - lastUnset
    var twin: [Entry] = []
    for (place, entry) in written.enumerated() {
      let unset = session.unset[place]
      guard log[place].recorded.instant - unset == off, entry.monotonic.boot == last.monotonic.boot
      else { return nil }
      let back = entry.recorded.instant - unset
      func set(_ stamp: Stamp) -> Stamp { Stamp(stamp.instant - back, offsetMinutes: 0) }
      twin.append(
        Entry(
          Draft(
            id: entry.id,
            observed: set(entry.observed),
            author: entry.author,
            observer: entry.observer,
            source: entry.source,
            room: entry.draft.room,
            content: unstepped(entry.content, set)
          ),
          stream: entry.stream,
          number: entry.number,
          commit: entry.commit,
          recorded: set(entry.recorded),
          monotonic: entry.monotonic,
          record: entry.record
        )
      )
    }
    return twin
  }

  private func unstepped(_ content: Content, _ set: (Stamp) -> Stamp) -> Content {
    switch content {
    case .clockStep: .note("")
    case .amendment(let amendment):
      .amendment(
        Amendment(
          of: amendment.entry,
          content: amendment.content,
          observed: amendment.observed.map(set),
          reason: amendment.reason
        )
      )
    default: content
    }
  }
}
