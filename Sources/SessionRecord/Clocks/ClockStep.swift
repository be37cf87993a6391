/// The machine's clock was set, or set itself, while a session went on.
///
/// Found by the clock that never steps: between two entries the two clocks went on by different lengths of
/// time. A change of zone, of summer time, or a machine that slept is none.
package struct ClockStep: Hashable {
  /// How far the clock was set forward; negative where it was set back.
  package let by: TimeSpan

  /// What clocks may differ by without a word: one that is kept right moves by less at a time.
  package static let unnoticed = TimeSpan.seconds(2)  // Vigil's own
  /// No clock is set by more than all the years that a record can hold.
  private static let furthest = 315_537_897_600_000

  /// Nil for what goes without a word, and for what no clock can be set by.
  package init?(by span: TimeSpan) {
    guard abs(span.milliseconds) > ClockStep.unnoticed.milliseconds,
      abs(span.milliseconds) <= ClockStep.furthest
    else { return nil }
    by = span
  }

  /// Between the last entry and now; nil where the clock was not set, and where nothing can be known of it: the
  /// machine was started again and its clock does not contradict that, or it has no name for its boots.
  ///
  /// Where it was started again and the clock is behind the last entry, what is sure to have passed is what it
  /// has been up for: so much at least, and the step is wrong by what it was down for.
  package init?(since last: Entry, to now: Instant, _ monotonic: MonotonicTime) {
    guard let boot = last.monotonic.boot, let current = monotonic.boot else { return nil }
    let shown = now - last.asWritten.recorded.instant
    if boot == current {
      let (passed, overflows) = monotonic.nanoseconds
        .subtractingReportingOverflow(last.monotonic.nanoseconds)
      guard !overflows, passed >= 0 else { return nil }
      self.init(by: shown - TimeSpan(milliseconds: passed / 1_000_000))
    } else {
      guard shown < TimeSpan(milliseconds: 0) else { return nil }
      let up = TimeSpan(milliseconds: monotonic.nanoseconds / 1_000_000)
      // Up for longer than a session goes on: another machine, of which nothing follows.
      let passed =
        (TimeSpan(milliseconds: 0)..<ClockStep.longestSession).contains(up)
        ? up : TimeSpan(milliseconds: 0)
      self.init(by: shown - passed)
    }
  }

  private static let longestSession = TimeSpan.hours(12)  // Vigil's own
}
