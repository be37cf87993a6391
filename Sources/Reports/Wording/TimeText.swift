import SessionRecord

/// The session's clock as its people read it.
///
/// In the session's zone, or with the offset that was stored where this machine does not know it.
struct SessionClock {
  private let zone: Zone?
  private let offsetMinutes: Int
  /// Whether months are spelled, as every print does; a terminal and a file have `2026-11-19`.
  let isOnPaper: Bool

  init(_ zone: Zone, onPaper: Bool = false) {
    self.zone = zone
    isOnPaper = onPaper
    offsetMinutes = 0
  }

  init(of session: Session) {
    zone = Zone(named: session.opening.zone)
    isOnPaper = false
    offsetMinutes = session.opened.offsetMinutes
  }

  func stamp(_ instant: Instant) -> Stamp {
    if let zone { return Stamp(instant, in: zone) }
    return Stamp(instant, offsetMinutes: offsetMinutes)
  }

  /// `14:05`.
  func clock(_ instant: Instant) -> String { stamp(instant).clock }

  /// `2026-11-19`.
  func date(_ instant: Instant) -> String { date(stamp(instant).civil) }

  /// The same of a date that is at hand.
  func date(_ civil: CivilTime) -> String { isOnPaper ? PaperDate.date(civil) : civil.date }

  /// `2026-11-19 14:05`.
  func dateAndClock(_ instant: Instant) -> String { "\(date(instant)) \(clock(instant))" }

  /// `14:05`, with the date before it where that is not the day of *near*, and the offset behind it
  /// where the clocks were changed in between.
  func clock(_ instant: Instant, near other: Instant) -> String {
    let stamp = stamp(instant)
    let near = self.stamp(other)
    let isSameDay = stamp.civil.date == near.civil.date
    let text = isSameDay ? stamp.clock : "\(date(stamp.civil)) \(stamp.clock)"
    return stamp.offsetMinutes == near.offsetMinutes
      ? text : text + "\u{A0}(\(SessionClock.words(offset: stamp.offsetMinutes)))"
  }

  /// `+01:00`.
  func offset(_ instant: Instant) -> String {
    SessionClock.words(offset: stamp(instant).offsetMinutes)
  }

  static func words(offset minutes: Int) -> String {
    let size = abs(minutes)
    return (minutes < 0 ? "−" : "+") + padded(size / 60, 2) + ":" + padded(size % 60, 2)
  }
}

/// Lengths of time in words.
enum SpanText {
  /// Since the first dose: `T+12`, `T−5`; `–` without one.
  static func sinceTimeZero(_ instant: Instant, _ timeZero: Instant?) -> String {
    guard let timeZero else { return "–" }
    let minutes = (instant - timeZero).wholeMinutes
    return minutes < 0 ? "T−\(-minutes)" : "T+\(minutes)"
  }

  /// Whole minutes, and hours from two on: `35 min`, `2 h 5 min`; under one, seconds.
  static func duration(_ span: TimeSpan) -> String {
    guard span.milliseconds >= 0 else {
      return "−" + duration(TimeSpan(milliseconds: -span.milliseconds))
    }
    let minutes = span.wholeMinutes
    if minutes == 0 { return "\(span.milliseconds / 1_000)\u{A0}s" }
    if minutes < 120 { return "\(minutes)\u{A0}min" }
    let hours = minutes / 60
    let text = hours < 48 ? "\(hours)\u{A0}h" : "\(hours / 24)\u{A0}d \(hours % 24)\u{A0}h"
    return hours < 48 && minutes % 60 != 0 ? text + " \(minutes % 60)\u{A0}min" : text
  }
}

extension Instant {
  /// The whole minute that it is, or the next one.
  var wholeMinuteUp: Instant {
    let minute = TimeSpan.minutes(1).milliseconds
    let over = ((milliseconds % minute) + minute) % minute
    return over == 0 ? self : Instant(milliseconds: milliseconds - over + minute)
  }
}
