import SessionRecord

/// Who sealed or signed what a print shows, and how far that reaches.
///
/// A seal says that nothing was changed since, and under which name that was entered; it is no signature
/// of the person who is named.
struct SealWords {
  /// What is printed: the session, or the course.
  private let what: String
  /// Of the entries that are printed.
  private let last: EntryNumber
  private let isOpen: Bool
  /// The hash of the last entry.
  private let digest: RecordDigest
  private let clock: SessionClock
  /// Over heads of this stream, by number.
  private let seals: [HeadSeal]

  /// A seal over a head, with the number of its last entry.
  private struct HeadSeal {
    let seal: Seal
    let upTo: EntryNumber
    let digest: RecordDigest
  }

  /// Nil where nothing of the kind is sealed.
  init?(_ mark: PrintMark?, _ clock: SessionClock) {
    guard let mark else { return nil }
    switch mark.subject {
    case .session(_, let upTo, let isOpen): (what, last, self.isOpen) = ("session", upTo, isOpen)
    case .course(_, let upTo): (what, last, isOpen) = ("course", upTo, false)
    case .record: return nil
    }
    self.clock = clock
    digest = mark.digest
    seals = mark.seals.compactMap { seal in
      guard case .head(_, let upTo, let digest, _) = seal.act else { return nil }
      return HeadSeal(seal: seal, upTo: upTo, digest: digest)
    }
  }

  /// One sentence each: the record's own newest seal, then every signature.
  ///
  /// An older seal of the record says nothing that the newest does not.
  var lines: [String] {
    let own = seals.last { $0.seal.owner == nil }
    let signed = seals.filter { $0.seal.owner != nil }
    return [own.map(sealed) ?? unsealed] + signed.map(sealed)
  }

  private var unsealed: String {
    isOpen ? "Open: it is sealed when it is closed." : "Not sealed."
  }

  private func sealed(_ head: HeadSeal) -> String {
    let seal = head.seal
    let at = clock.dateAndClock(seal.at.instant)
    var sentence: String
    if let owner = seal.owner {
      sentence = "Signed with the key of \(owner), \(seal.key.fingerprint.unbroken), \(at)"
      if seal.enteredAs != .clinician(owner) { sentence += ", \(entered(seal.enteredAs))" }
    } else {
      sentence = "Sealed by this record \(at), \(entered(seal.enteredAs))"
    }
    return sentence + reach(head) + "."
  }

  private func entered(_ accessor: Accessor) -> String {
    switch accessor {
    case .clinician(let code): "entered as \(code)"
    case .account(let name): "entered under the account \(name)"
    }
  }

  /// Nothing where it covers all there is.
  private func reach(_ head: HeadSeal) -> String {
    if head.upTo == last {
      return head.digest == digest ? "" : "; over another #\(last) than this one"
    }
    // It was made while this was being printed.
    guard head.upTo < last else { return "; covers more than this" }
    let rest = head.seal.owner == nil && !isOpen ? "; what was entered since is not sealed" : ""
    return "; covers the \(what) up to #\(head.upTo)\(rest)"
  }
}
