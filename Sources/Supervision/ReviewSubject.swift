package import SessionRecord

/// Which flags and side effects of a session a review names, as it was typed.
package enum ReviewSubject: Hashable {
  /// Every unreviewed one; flags of high priority are never among them.
  case all
  /// In the order in which they were typed.
  case named([Name])

  /// One part of a list.
  package enum Name: Hashable {
    /// `3`, or `5-7`.
    case flags(FlagNumber, through: FlagNumber)
    /// `#17`: the entry at which a side effect was first seen.
    case onset(EntryNumber)
    /// `nausea`
    case effect(EffectName)
  }

  /// Reads `3`, `3,5-7`, `all`, `nausea` or `#17`, and lists of these.
  package init(typed text: String) throws(ReviewRefusal) {
    guard text.lowercased() != "all" else {
      self = .all
      return
    }
    var names: [Name] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      names.append(try Name(typed: part.split(separator: " ").joined(separator: " "), of: text))
    }
    self = .named(names)
  }
}

extension ReviewSubject.Name {
  fileprivate init(typed part: String, of whole: String) throws(ReviewRefusal) {
    guard let first = part.first, part.lowercased() != "all" else { throw .notASubject(whole) }
    if first == "#" {
      guard let number = ReviewSubject.Name.number(part.dropFirst()) else {
        throw .notASubject(whole)
      }
      self = .onset(EntryNumber(number))
    } else if first.isNumber {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map {
        ReviewSubject.Name.number($0.drop { $0 == " " }.prefix { $0 != " " })
      }
      guard ends.count <= 2, let lower = ends.first ?? nil, let upper = ends.last ?? nil,
        lower <= upper
      else { throw .notASubject(whole) }
      self = .flags(FlagNumber(lower), through: FlagNumber(upper))
    } else {
      guard first.isLetter else { throw .notASubject(whole) }
      self = .effect(EffectName(part.lowercased()))
    }
  }

  /// A number from 1, in plain digits.
  private static func number(_ digits: Substring) -> Int? {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(digits), number >= 1
    else { return nil }
    return number
  }
}
