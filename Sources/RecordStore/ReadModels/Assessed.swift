package import SessionRecord

/// What the rules make of a session's log, to be stored with it.
package struct Assessed: Hashable {
  package let flags: [Flag]
  package let tally: SessionTally

  package init(flags: [Flag], tally: SessionTally) {
    self.flags = flags
    self.tally = tally
  }
}
