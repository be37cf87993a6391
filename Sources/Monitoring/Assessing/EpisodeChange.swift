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

/// An episode by its rule's place in the protocol and the entry that first broke it.
struct EpisodeKey: Hashable {
  let place: Int
  let entry: EntryNumber
}
