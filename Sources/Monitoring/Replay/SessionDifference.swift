package import SessionRecord

/// One session's flags under another protocol beside those that were stored with it.
///
/// A flag is the same where its rule and its cause are: a later, milder or differently worded one is
/// kept.
package struct SessionDifference: Hashable {
  package let session: Session
  /// Flagged before and after; as they are after.
  package let kept: [Flag]
  package let gained: [Flag]
  package let lost: [Flag]

  /// From standing flags, each list by number.
  package init(_ session: Session, before: [Flag], after: [Flag]) {
    // One entry can raise several flags of a rule: one for each value.
    var waiting: [FlagIdentity: Int] = [:]
    for flag in before { waiting[flag.identity, default: 0] += 1 }
    var kept: [Flag] = []
    var gained: [Flag] = []
    var matched: [FlagIdentity: Int] = [:]
    for flag in after {
      if let count = waiting[flag.identity], count > matched[flag.identity, default: 0] {
        matched[flag.identity, default: 0] += 1
        kept.append(flag)
      } else {
        gained.append(flag)
      }
    }
    var lost: [Flag] = []
    for flag in before {
      if let count = matched[flag.identity], count > 0 {
        matched[flag.identity] = count - 1
      } else {
        lost.append(flag)
      }
    }
    self.session = session
    self.kept = kept
    self.gained = gained
    self.lost = lost
  }

  package var differs: Bool { !gained.isEmpty || !lost.isEmpty }
}
