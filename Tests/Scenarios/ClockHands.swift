import SessionRecord
import Supervision

/// A clock that stands where the story puts it.
final class ClockHands {
  var now: Instant
  private let began: Instant

  init(at now: Instant) {
    self.now = now
    began = now
  }

  var monotonic: MonotonicTime {
    MonotonicTime(nanoseconds: (now - began).milliseconds * 1_000_000, boot: nil)
  }

  var clock: SupervisionClock {
    SupervisionClock(now: { self.now }, monotonic: { self.monotonic })
  }
}
