package import SessionRecord

/// What one commit did to a session's flags, for the answer that follows it.
package struct FlagChanges {
  /// Flags that were not known before, worst first.
  package let raised: [Flag]
  /// Flags that were unconfirmed, or not known, and are confirmed now; those in `raised` are not here.
  package let confirmed: [Flag]
  /// Flags that were open and are cleared now.
  package let cleared: [Flag]
  /// Flags that stood and are retracted now, also those that were raised since and never told: an
  /// overdue one, by the late entry that keeps its slot.
  package let retracted: [Flag]
  /// Flags that stand again under their old number: retracted before, or open again after clearing.
  ///
  /// One that was retracted and is back already cleared is here too: it is told once, with its state.
  package let reopened: [Flag]

  /// From when to when time zero moved, and the schedule with it; nil where it did not, came or went.
  package let timeZeroMoved: (from: Instant, to: Instant)?

  package init(before: Assessment, after: Assessment) {
    if let from = before.timeZero, let to = after.timeZero, from != to {
      timeZeroMoved = (from, to)
    } else {
      timeZeroMoved = nil
    }
    var raised: [Flag] = []
    var confirmed: [Flag] = []
    var cleared: [Flag] = []
    var retracted: [Flag] = []
    var reopened: [Flag] = []
    let old = Dictionary(
      before.flags.map { ($0.number, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for flag in after.flags {
      guard let was = old[flag.number] else {
        // Raised and over within one commit is told once: retracted, or raised with its state.
        if flag.retractedBy == nil { raised.append(flag) } else { retracted.append(flag) }
        continue
      }
      if flag.retractedBy != nil {
        if was.retractedBy == nil { retracted.append(flag) }
      } else if was.retractedBy != nil {
        reopened.append(flag)
      } else if flag.isOpen {
        if !was.isOpen {
          reopened.append(flag)
        } else if was.state == .unconfirmed, flag.state != .unconfirmed {
          confirmed.append(flag)
        }
      } else if was.isOpen {
        cleared.append(flag)
      }
    }
    self.raised = raised.sorted { $0.isWorse(than: $1) }
    self.confirmed = confirmed.sorted { $0.isWorse(than: $1) }
    self.cleared = cleared
    self.retracted = retracted
    self.reopened = reopened.sorted { $0.isWorse(than: $1) }
  }
}
