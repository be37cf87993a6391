package import SessionRecord

/// Which entry a correction or a withdrawal names, as it was typed.
package enum EntryTarget: Hashable {
  case number(EntryNumber)
  case last

  /// `17`, `#17` or `last`; nil for anything else.
  package init?(_ word: String) {
    if word.lowercased() == "last" {
      self = .last
      return
    }
    guard let number = plainCount(word.hasPrefix("#") ? word.dropFirst() : word[...]) else {
      return nil
    }
    self = .number(EntryNumber(number))
  }

  /// As it is typed, without a `#`, which a shell would take for a comment: `17` or `last`.
  package var text: String {
    switch self {
    case .number(let number): "\(number)"
    case .last: "last"
    }
  }
}
