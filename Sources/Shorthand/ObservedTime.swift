import SessionRecord

/// A time as it is typed after `@`.
struct ObservedTime {
  private enum Meaning {
    case ago(TimeSpan)
    case clock(hour: Int, minute: Int, second: Int, offset: Int?)
  }

  private let typed: String
  private let meaning: Meaning

  /// Reads `@14:02`, `@14:02:30`, `@1402`, each with or without an offset (`+02:00`), or `@-3m`.
  init(_ typed: String) throws(LineRefusal) {
    self.typed = String(typed.dropFirst())
    let bytes = Array(typed.utf8.dropFirst())
    if bytes.first == UInt8(ascii: "-") {
      guard let span = ObservedTime.span(bytes.dropFirst()) else {
        throw .time(.notATime(self.typed, write: ObservedTime.spanWithUnit(bytes)))
      }
      meaning = .ago(span)
      return
    }
    let sign = bytes.firstIndex { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    let offset = try sign.map { at throws(LineRefusal) in
      guard let minutes = ObservedTime.offset(bytes[at...]) else {
        throw LineRefusal.time(.notATime(String(typed.dropFirst()), write: nil))
      }
      return minutes
    }
    guard let fields = ObservedTime.clock(bytes[..<(sign ?? bytes.endIndex)]) else {
      throw .time(.notATime(self.typed, write: ObservedTime.padded(bytes)))
    }
    guard fields[0] < 24, fields[1] < 60, fields[2] < 60 else {
      throw .time(.noSuchTime(self.typed))
    }
    meaning = .clock(hour: fields[0], minute: fields[1], second: fields[2], offset: offset)
  }

  /// The moment it means: the most recent one that is not in the future.
  ///
  /// In a `fix`, where the context says near what, it is the one nearest to that.
  func stamp(in context: LineContext, inFix: Bool) throws(LineRefusal) -> Stamp {
    switch meaning {
    case .ago(let span):
      guard context.paper == nil else { throw .time(.notOnPaper(typed)) }
      if let reach = context.reach, span > reach { throw tooLongAgo(reach) }
      return Stamp(context.now - span, in: context.zone)
    case .clock(let hour, let minute, let second, let offset):
      let clock = ClockTime(hour: hour, minute: minute, second: second, offset: offset)
      let moment =
        if inFix, let near = context.fixesNear {
          try nearest(clock, to: near, in: context)
        } else if let paper = context.paper {
          try past(only(paper.showing(clock, in: context.zone), in: context), in: context)
        } else {
          try mostRecent(clock, in: context)
        }
      return Stamp(moment, in: context.zone)
    }
  }

  private func mostRecent(
    _ clock: ClockTime,
    in context: LineContext
  ) throws(LineRefusal) -> Instant {
    let today = ShownTime(clock, onDayOf: context.now, plus: 0, in: context.zone)
    if today.couldBePast(at: context.now) {
      let moment = try only(today, in: context)
      if let reach = context.reach, context.now - moment > reach { throw tooLongAgo(reach) }
      return moment
    }
    let yesterday = ShownTime(clock, onDayOf: context.now, plus: -1, in: context.zone)
    if let reach = context.reach {
      guard let latest = yesterday.instants.last, context.now - latest <= reach else {
        throw .time(.inFuture(typed, now: Stamp(context.now, in: context.zone).clock))
      }
    }
    return try only(yesterday, in: context)
  }

  private func nearest(
    _ clock: ClockTime,
    to near: Instant,
    in context: LineContext
  ) throws(LineRefusal) -> Instant {
    let days = [0, -1, 1].map { ShownTime(clock, onDayOf: near, plus: $0, in: context.zone) }
    func distance(_ day: ShownTime) -> Int { abs((day.guess - near).milliseconds) }
    let closest = days.min { distance($0) < distance($1) } ?? days[0]
    guard closest.instants.isEmpty || closest.instants[0] <= context.now else {
      throw .time(.inFuture(typed, now: Stamp(context.now, in: context.zone).clock))
    }
    return try only(closest, in: context)
  }

  /// The one moment at which the clock showed it; refused where it skipped it or showed it twice.
  private func only(_ showing: ShownTime, in context: LineContext) throws(LineRefusal) -> Instant {
    guard !showing.instants.isEmpty else {
      throw .time(.skipped(typed, date: showing.time.date))
    }
    let zone = context.zone
    guard let offset = showing.offset else {
      let past = showing.instants.filter { $0 <= context.now }
      let isFirstPass =
        past.count == 1
        && zone.offsetMinutes(at: context.now) == zone.offsetMinutes(at: past[0])
      guard showing.instants.count == 1 || isFirstPass else {
        throw .time(
          .doubled(
            typed,
            date: showing.time.date,
            write: showing.instants.map { typedTime(Stamp($0, in: zone), withOffset: true) }
          )
        )
      }
      return past.last ?? showing.instants[0]
    }
    guard let moment = showing.instants.last(where: { zone.offsetMinutes(at: $0) == offset })
    else {
      throw .time(
        .wrongOffset(
          typed,
          write: showing.instants.map { typedTime(Stamp($0, in: zone), withOffset: true) }
        )
      )
    }
    guard moment <= context.now else {
      throw .time(.inFuture(typed, now: Stamp(context.now, in: zone).clock))
    }
    return moment
  }

  private func past(_ moment: Instant, in context: LineContext) throws(LineRefusal) -> Instant {
    guard moment <= context.now else {
      throw .time(.inFuture(typed, now: Stamp(context.now, in: context.zone).clock))
    }
    return moment
  }

  private func tooLongAgo(_ reach: TimeSpan) -> LineRefusal {
    .time(.tooLongAgo(typed, hours: reach.milliseconds / 3_600_000))
  }
}
