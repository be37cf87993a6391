import RecordStore
import SessionRecord

extension Supervision {
  /// Now, as the clock of a session's zone shows it.
  func commitMoment(in zone: Zone) -> CommitMoment {
    CommitMoment(recorded: Stamp(clock.now(), in: zone), monotonic: clock.monotonic())
  }
}
