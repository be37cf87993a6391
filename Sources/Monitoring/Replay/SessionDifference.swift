package import SessionRecord

/// One session's flags under another protocol beside those that were stored with it.
///
/// A flag is kept where its rule and its cause are, however it changed; a later or differently worded
/// one is the same, a milder or worse one has changed.
package struct SessionDifference: Hashable {
  package let session: Session
  /// Flagged before and after, in the order that they have after.
  package let kept: [KeptFlag]
  package let gained: [Flag]
  package let lost: [Flag]

  /// From standing flags, each list by number.
  package init(_ session: Session, before: [Flag], after: [Flag]) {
    var waiting = Dictionary(grouping: before, by: \.identity)
    var partners: [FlagNumber: Flag] = [:]
    // One entry can raise several flags of a rule, one for each value: the same value first.
    for isSameMeasure in [true, false] {
      for flag in after where partners[flag.number] == nil {
        let place = waiting[flag.identity]?.firstIndex {
          !isSameMeasure || $0.measure == flag.measure
        }
        if let place { partners[flag.number] = waiting[flag.identity]?.remove(at: place) }
      }
    }
    let left = Set(waiting.values.joined().map(\.number))
    self.session = session
    kept = after.compactMap { flag in
      partners[flag.number].map { KeptFlag(before: $0, after: flag) }
    }
    gained = after.filter { partners[$0.number] == nil }
    lost = before.filter { left.contains($0.number) }
  }

  /// Kept ones that are milder or worse.
  package var changed: [KeptFlag] { kept.filter { $0.change != nil } }

  package var differs: Bool {
    !gained.isEmpty || !lost.isEmpty || kept.contains { $0.change != nil }
  }
}
