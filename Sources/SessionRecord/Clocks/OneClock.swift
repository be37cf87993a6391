extension Entry {
  /// As it stands in the log.
  package var asWritten: Entry { moved(by: TimeSpan(milliseconds: -clockMovedBy.milliseconds)) }

  /// Whether the steps after it were of a clock that was wrong since the machine was started again, and not of the one
  /// that this was written by: as written it is later than the *next* entry, and once that is moved it is not.
  ///
  /// The step that *next* may be was only a guess at how far the clock had come up wrong, until it was set right.
  fileprivate func stands(before next: Entry, movedBy later: Int) -> Bool {
    guard monotonic.boot != next.monotonic.boot else { return false }
    let gap = (next.recorded.instant - recorded.instant).milliseconds
    var later = later
    if case .clockStep(let guess) = next.content { later -= guess.by.milliseconds }
    return gap < 0 && gap + later >= 0
  }

  /// The same entry as a clock would have shown it that was set by so much: what the machine's clock gave moves,
  /// and what other clocks gave (a paper chart, a monitor's file) stays.
  fileprivate func moved(by span: TimeSpan) -> Entry {
    guard span.milliseconds != 0 else { return self }
    var content = content
    if source.isByOwnClock, case .amendment(let amendment) = content {
      content = .amendment(
        Amendment(
          of: amendment.entry,
          content: amendment.content,
          observed: amendment.observed?.moved(by: span),
          reason: amendment.reason
        )
      )
    }
    return Entry(
      Draft(
        id: id,
        observed: source.isByOwnClock ? observed.moved(by: span) : observed,
        author: author,
        observer: observer,
        source: source,
        room: draft.room,
        content: content
      ),
      stream: stream,
      number: number,
      commit: commit,
      recorded: recorded.moved(by: span),
      monotonic: monotonic,
      record: record,
      clockMovedBy: TimeSpan(milliseconds: clockMovedBy.milliseconds + span.milliseconds)
    )
  }
}

extension [Entry] {
  /// A session's log by the clock as it is at its end, or after one more *step*.
  ///
  /// Every length of time is then what passed, whatever the clock was set to meanwhile: what was due, what was
  /// kept, and which of two came first. *Written down* stays what it was in the record, see `asWritten`.
  package func onOneClock(after step: ClockStep? = nil) -> [Entry] {
    guard step != nil || contains(where: \.content.isClockStep) else { return self }
    var later = step?.by.milliseconds ?? 0
    var log = self
    for place in indices.reversed() {
      let written = self[place].asWritten
      if place + 1 < endIndex, written.stands(before: self[place + 1].asWritten, movedBy: later) {
        later = 0
      }
      log[place] = written.moved(by: TimeSpan(milliseconds: later))
      if case .clockStep(let step) = self[place].content { later += step.by.milliseconds }
    }
    return log
  }
}

extension Content {
  fileprivate var isClockStep: Bool { if case .clockStep = self { true } else { false } }
}

extension Source {
  /// Whether its observed time came from the machine that recorded it.
  ///
  /// A copy of an entry of another session was typed there: where it stayed behind, a dose would be given
  /// in the future, and nothing be due.
  fileprivate var isByOwnClock: Bool {
    switch self {
    case .typed, .page, .device, .copy: true
    case .imported, .paper: false
    }
  }
}

extension Stamp {
  fileprivate func moved(by span: TimeSpan) -> Stamp {
    Stamp(instant + span, offsetMinutes: offsetMinutes)
  }
}
