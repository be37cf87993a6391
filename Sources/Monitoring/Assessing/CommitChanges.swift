import SessionRecord

/// What the entries of one commit did to the flags, one by one.
struct CommitChanges {
  /// Flags that stood before the commit and are gone at its end, with the last entry after which each
  /// was gone.
  private(set) var removers: [EpisodeKey: EntryNumber] = [:]
  /// Flags that stand at its end and did not before.
  private(set) var opened: Set<EpisodeKey> = []

  mutating func note(
    _ change: (gone: [EpisodeKey], opened: [EpisodeKey]),
    by entry: EntryNumber
  ) {
    for key in change.gone where opened.remove(key) == nil { removers[key] = entry }
    for key in change.opened where removers.removeValue(forKey: key) == nil {
      opened.insert(key)
    }
  }

  mutating func note(opened keys: [EpisodeKey]) { opened.formUnion(keys) }
}
