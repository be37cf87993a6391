import Foundation
import SessionRecord
import TestSupport

/// The clock of the clinic's machine: one that can be set, and one that only goes on.
struct SimulatedClock {
  private(set) var now: Instant
  private(set) var nanoseconds: Int
  private(set) var boot: UUID
  /// What the clock would show if nobody had ever set it.
  private(set) var unset: Instant

  init(at now: Instant, _ random: inout SeededGenerator) {
    self.now = now
    unset = now
    nanoseconds = random.number(60...9_000) * 1_000_000_000
    boot = UUID.drawn(using: &random)
  }

  var monotonic: MonotonicTime { MonotonicTime(nanoseconds: nanoseconds, boot: boot) }

  mutating func advance(by span: TimeSpan) {
    now = now + span
    unset = unset + span
    nanoseconds += span.milliseconds * 1_000_000
  }

  /// Somebody, or a server of time, sets the clock.
  mutating func set(by span: TimeSpan) { now = now + span }

  /// The machine is started again after a while, during which nothing counts but the clock.
  mutating func startAgain(after span: TimeSpan, _ random: inout SeededGenerator) {
    now = now + span
    unset = unset + span
    nanoseconds = random.number(5...90) * 1_000_000_000
    boot = UUID.drawn(using: &random)
  }
}
