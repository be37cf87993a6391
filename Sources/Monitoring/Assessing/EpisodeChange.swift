import SessionRecord

/// Episodes that a change took away and brought, by the entry that first broke their rule.
struct EpisodeChange {
  private(set) var gone: [EntryNumber] = []
  private(set) var opened: [EntryNumber] = []

  init() {}

  init(gone: [EntryNumber], opened: [EntryNumber]) {
    self.gone = gone
    self.opened = opened
  }

  init(from old: [EntryNumber], to new: [EntryNumber]) {
    let before = Set(old)
    let after = Set(new)
    gone = old.filter { !after.contains($0) }
    opened = new.filter { !before.contains($0) }
  }
}

/// A flag by what raised it.
enum FlagKey: Hashable {
  case episode(EpisodeKey)
  /// Raised by time: the place of its group, after all of them for the session's own.
  case timed(place: Int, FlagCause)
}

/// An episode by its rule's place in the protocol and the entry that first broke it.
struct EpisodeKey: Hashable {
  let place: Int
  let entry: EntryNumber
}
