import SessionRecord

/// When a commit is made, by both clocks, and by one that nobody ever set.
struct Moment {
  let now: Instant
  let monotonic: MonotonicTime
  let unset: Instant

  init(_ clock: SimulatedClock) {
    now = clock.now
    monotonic = clock.monotonic
    unset = clock.unset
  }
}
