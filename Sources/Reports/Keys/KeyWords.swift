package import SessionRecord

/// A key in words.
package struct KeyWords {
  private let standing: KeyStanding

  package init(_ standing: KeyStanding) { self.standing = standing }

  /// `LH`, or the record itself.
  var owner: String { standing.owner?.text ?? "this record".unbroken }

  /// What became of it, and of one in use whether it can be used here.
  var state: String {
    switch standing.end {
    case nil: "in use"
    case .followed(let next, let at):
      "followed by \(next.fingerprint.unbroken) \(KeyWords.day(at))"
    case .lost(let reason, let by, let at):
      "lost \(KeyWords.day(at)), said \(AccessorWords(by).text)" + (reason.map { ": \($0)" } ?? "")
    }
  }

  var place: String {
    if standing.sealsHere { return "here; seals".unbroken }
    return standing.isHere ? "here" : "not here".unbroken
  }

  static func day(_ stamp: Stamp) -> String { "\(stamp.civil.date) \(stamp.clock)".unbroken }
}
