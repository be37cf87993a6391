package import SessionRecord

/// Where the time comes from; the program's clock, or a test's.
package struct SupervisionClock {
  package let now: () -> Instant
  package let monotonic: () -> MonotonicTime

  package init(now: @escaping () -> Instant, monotonic: @escaping () -> MonotonicTime) {
    self.now = now
    self.monotonic = monotonic
  }
}
