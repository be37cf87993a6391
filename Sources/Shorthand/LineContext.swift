package import SessionRecord

/// What a line is read against: the time, the session's zone and the words it may use.
package struct LineContext {
  package let now: Instant
  package let zone: Zone
  package let vocabulary: Vocabulary
  /// How far back `@` may go; nil for any time (paper transcription, import).
  package let reach: TimeSpan?
  /// Near which moment a clock time in a `fix` is looked for; nil for now.
  ///
  /// Set to the session's last observed time, it lets `@14:02` be corrected the next day.
  package let fixesNear: Instant?
  /// Set where lines of a paper chart are read: then a clock time is one of its day.
  package let paper: PaperClock?

  package init(
    now: Instant,
    zone: Zone,
    vocabulary: Vocabulary,
    reach: TimeSpan? = .hours(12),
    fixesNear: Instant? = nil,
    paper: PaperClock? = nil
  ) {
    self.now = now
    self.zone = zone
    self.vocabulary = vocabulary
    self.reach = reach
    self.fixesNear = fixesNear
    self.paper = paper
  }

  /// When it was by a clock time alone, as `15:40`.
  package func stamp(of clock: String) throws(LineRefusal) -> Stamp {
    try ObservedTime("@" + clock).stamp(in: self, inFix: false)
  }
}
