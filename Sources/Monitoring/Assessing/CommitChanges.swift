import SessionRecord

/// What the entries of one commit did to the flags, one by one.
struct CommitChanges {
  /// Flags that stood before the commit and are gone at its end, with the last entry after which each
  /// was gone.
  private(set) var removers: [FlagKey: EntryNumber] = [:]
  /// Flags that stand at its end and did not before.
  private(set) var opened: Set<FlagKey> = []
  /// The flags raised by time as they stand.
  private var timed: [FlagKey]

  init(timed: [FlagKey]) { self.timed = timed }

  mutating func note(
    _ change: (gone: [EpisodeKey], opened: [EpisodeKey]),
    by entry: EntryNumber
  ) {
    for key in change.gone { isGone(.episode(key), by: entry) }
    for key in change.opened { isOpened(.episode(key)) }
  }

  mutating func note(opened keys: [EpisodeKey]) { opened.formUnion(keys.map(FlagKey.episode)) }

  /// The flags that time has raised, after an entry or after all of them.
  mutating func note(timed keys: [FlagKey], by entry: EntryNumber?) {
    guard timed != keys else { return }
    if let entry { for key in timed where !keys.contains(key) { isGone(key, by: entry) } }
    for key in keys where !timed.contains(key) { isOpened(key) }
    timed = keys
  }

  private mutating func isGone(_ key: FlagKey, by entry: EntryNumber) {
    if opened.remove(key) == nil { removers[key] = entry }
  }

  private mutating func isOpened(_ key: FlagKey) {
    if removers.removeValue(forKey: key) == nil { opened.insert(key) }
  }
}
