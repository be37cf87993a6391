import SessionRecord

/// Time from left to right, in the session's zone.
struct PlotAxis {
  /// A line of the grid.
  struct Tick {
    let at: Instant
    let x: Double
    /// With its time above it.
    let isMajor: Bool
  }

  static let left = 92.0
  static let right = 978.0

  let clock: SessionClock
  let from: Instant
  let to: Instant
  /// Minutes between the light and between the strong lines.
  let minor: Int
  let major: Int

  /// From the first thing to the last, with room at both ends.
  init(from: Instant, to: Instant, clock: SessionClock) {
    self.clock = clock
    let span = max(30, (to - from).wholeMinutes)
    let step = PlotAxis.step(span)
    (minor, major) = step
    let room = TimeSpan(milliseconds: span * 60_000 / 50)
    self.from = PlotAxis.down(from - TimeSpan(milliseconds: room.milliseconds / 2), step.0, clock)
    let end = max(to, from + .minutes(30)) + room
    let last = PlotAxis.down(end, step.0, clock)
    self.to = last < end ? last + .minutes(step.0) : last
  }

  func x(_ instant: Instant) -> Double {
    let share =
      Double(instant.milliseconds - from.milliseconds) / Double((to - from).milliseconds)
    return PlotAxis.left + share * (PlotAxis.right - PlotAxis.left)
  }

  /// At an edge where it lies beyond.
  func clamped(_ instant: Instant) -> Double {
    min(max(x(instant), PlotAxis.left), PlotAxis.right)
  }

  /// The lines of the grid; they keep to round times of the clock, also after it was changed.
  var ticks: [Tick] {
    var ticks: [Tick] = []
    var at = from
    while at <= to {
      let isMajor = localMinute(at) % major == 0
      ticks.append(Tick(at: at, x: x(at), isMajor: isMajor))
      at = PlotAxis.down(at, minor, clock) + .minutes(minor)
    }
    return ticks
  }

  private func localMinute(_ instant: Instant) -> Int {
    instant.milliseconds / 60_000 + clock.stamp(instant).offsetMinutes
  }

  /// 5 and 15 minutes to four hours, then coarser, so that at most about sixteen times stand above.
  private static func step(_ minutes: Int) -> (Int, Int) {
    switch minutes {
    case ...240: (5, 15)
    case ...480: (15, 30)
    case ...960: (30, 60)
    case ...2_880: (60, 180)
    case ...5_760: (180, 360)
    case ...11_520: (360, 720)
    case ...23_040: (720, 1_440)
    default: (1_440 * (minutes / 23_040 + 1), 1_440 * (minutes / 23_040 + 1))
    }
  }

  /// The last round time of the clock at or before it.
  private static func down(_ instant: Instant, _ step: Int, _ clock: SessionClock) -> Instant {
    let offset = clock.stamp(instant).offsetMinutes * 60_000
    let size = step * 60_000
    let local = instant.milliseconds + offset
    let over = ((local % size) + size) % size
    return Instant(milliseconds: instant.milliseconds - over)
  }
}
