import Monitoring
import SessionRecord

/// The lines between entries that say which day begins, or that the clocks were changed and an hour
/// comes twice.
struct DayLines {
  private let clock: SessionClock
  private let usual: String
  private var day: String

  /// *saysFirst* false where the day of the opening is told elsewhere.
  init(_ words: SessionWords, saysFirst: Bool) {
    clock = words.clock
    let opened = words.file.session.opened.instant
    usual = clock.offset(opened)
    day = saysFirst ? "" : clock.date(opened)
  }

  /// `2026-10-25 (+01:00)`; nil where the entry is of the day of the one before.
  mutating func line(before instant: Instant) -> Phrase? {
    let offset = clock.offset(instant)
    let date = clock.date(instant) + (offset == usual ? "" : " (\(offset))")
    guard date != day else { return nil }
    day = date
    return Phrase(date, .strong)
  }
}
