package import SessionRecord

/// When a commit is made, by both clocks; taken once the record is held for writing.
package struct CommitMoment: Hashable {
  package let recorded: Stamp
  package let monotonic: MonotonicTime

  package init(recorded: Stamp, monotonic: MonotonicTime) {
    self.recorded = recorded
    self.monotonic = monotonic
  }
}

/// What one commit did to a session.
///
/// It carries all that an answer needs, so that nothing has to be read after the commit.
package struct Appended {
  /// The session as the commit left it.
  package let session: Session
  /// The whole log, with the new entries at its end, by the clock as it is now.
  package let log: [Entry]
  package let new: [Entry]
}
