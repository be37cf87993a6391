import Monitoring
import SessionRecord

/// Which column of a chart a moment stands in, and what is written above the columns.
struct TimeAxis {
  struct Tick {
    let column: Int
    let text: String
  }

  /// Nothing of less than this is stretched over a whole chart.
  private static let shortest = TimeSpan.minutes(10)
  /// Columns of a clock time.
  private static let clockWidth = 5
  /// Columns from one clock time to the next, at least.
  private static let leastStep = 8

  let width: Int
  private let words: SessionWords
  private let from: Instant
  private let to: Instant
  /// Whole columns in a span: *columns* in *span* milliseconds.
  private let columns: Int
  private let span: Int
  private let stepMinutes: Int

  init(_ chart: SessionChart, width: Int) {
    self.width = width
    words = chart.words
    let minute = TimeSpan.minutes(1).milliseconds
    let start = Instant(
      milliseconds: chart.from.wholeMinuteUp.milliseconds - (chart.from.isWholeMinute ? 0 : minute)
    )
    let end = max(chart.to, start + TimeAxis.shortest)
    from = start
    to = end
    let whole = (end - start).milliseconds
    stepMinutes = TimeAxis.step(columns: width - TimeAxis.clockWidth, milliseconds: whole)
    // The last clock time has to fit, and so has what stands at the end.
    let ticks = TimeAxis.clockInstants(start, end, stepMinutes, words.clock)
    let last = ticks.last.map { ($0 - start).milliseconds } ?? 0
    if last * (width - 2) > (width - TimeAxis.clockWidth) * whole {
      columns = width - TimeAxis.clockWidth
      span = last
    } else {
      columns = width - 2
      span = whole
    }
  }

  /// Towards the past; what is outside stands at the edge.
  func column(_ instant: Instant) -> Int {
    let since = max(0, (instant - from).milliseconds)
    return min(width - 1, Int(Int128(since) * Int128(columns) / Int128(max(1, span))))
  }

  /// `13:30`, on the clock's own round minutes.
  var clock: [Tick] {
    TimeAxis.clockInstants(from, to, stepMinutes, words.clock).map {
      Tick(column: column($0), text: words.clock.clock($0))
    }
  }

  /// `−30m`, `start`, `+2h`; nothing before a first dose.
  var sinceTimeZero: [Tick] {
    guard let zero = words.file.assessment.timeZero else { return [] }
    let step = TimeSpan.minutes(stepMinutes).milliseconds
    let first = -((zero - from).milliseconds / step)
    return (first...max(first, (to - zero).milliseconds / step)).compactMap { count in
      let instant = zero + TimeSpan(milliseconds: count * step)
      guard instant >= from, instant <= to else { return nil }
      let minutes = abs(count) * stepMinutes
      let size = stepMinutes.isMultiple(of: 60) ? "\(minutes / 60)h" : "\(minutes)m"
      let text = count == 0 ? "start" : (count < 0 ? "−" : "+") + size
      let column = column(instant)
      return column + text.count <= width ? Tick(column: column, text: text) : nil
    }
  }

  /// Where a day begins or the clock was changed: `2026-10-25`, `2026-10-25 (+01:00)`; none where all
  /// is of one day and offset.
  var days: [Tick] {
    let usual = words.clock.offset(words.file.session.opened.instant)
    func day(_ instant: Instant) -> String {
      let offset = words.clock.offset(instant)
      return words.clock.date(instant) + (offset == usual ? "" : " (\(offset))")
    }
    var ticks = [Tick(column: 0, text: day(from))]
    var before = from
    let ends = TimeAxis.clockInstants(from, to, stepMinutes, words.clock) + [to]
    for instant in ends where instant > before {
      let last = ticks.last?.text ?? ""
      if day(instant) != last {
        let change = TimeAxis.first(after: before, upTo: instant) { day($0) != last }
        ticks.append(Tick(column: column(change), text: day(change)))
        // A second change within one step, such as a midnight and a change of the clocks.
        let second = day(instant)
        if second != ticks.last?.text, let known = ticks.last?.text {
          let next = TimeAxis.first(after: change, upTo: instant) { day($0) != known }
          ticks.append(Tick(column: column(next), text: second))
        }
      }
      before = instant
    }
    return ticks.count > 1 ? ticks : []
  }

  /// The first whole minute at which something is so that is so at the end.
  private static func first(
    after start: Instant,
    upTo end: Instant,
    where isSo: (Instant) -> Bool
  ) -> Instant {
    var low = 0
    var high = max(1, (end - start).wholeMinutes)
    while low + 1 < high {
      let middle = (low + high) / 2
      if isSo(start + .minutes(middle)) { high = middle } else { low = middle }
    }
    return start + .minutes(high)
  }

  /// The fewest round minutes that leave room between two clock times.
  private static func step(columns: Int, milliseconds: Int) -> Int {
    let minute = TimeSpan.minutes(1).milliseconds
    func fits(_ minutes: Int) -> Bool {
      Int128(minutes * minute) * Int128(columns) >= Int128(leastStep) * Int128(milliseconds)
    }
    if let step = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720].first(where: fits) {
      return step
    }
    let day = 1_440
    let days = leastStep * milliseconds / max(1, columns * day * minute)
    return (days + 1) * day
  }

  private static func clockInstants(
    _ from: Instant,
    _ to: Instant,
    _ stepMinutes: Int,
    _ clock: SessionClock
  ) -> [Instant] {
    let minute = TimeSpan.minutes(1).milliseconds
    let step = stepMinutes * minute
    let local = from.milliseconds + clock.stamp(from).offsetMinutes * minute
    let over = ((local % step) + step) % step
    var instant = from + TimeSpan(milliseconds: over == 0 ? 0 : step - over)
    var found: [Instant] = []
    while instant <= to {
      found.append(instant)
      instant = instant + TimeSpan(milliseconds: step)
    }
    return found
  }
}

extension Instant {
  fileprivate var isWholeMinute: Bool { wholeMinuteUp == self }
}
