import SessionRecord

/// The outcome of a verification as people read it: the outcome first, then what was looked at, what was
/// found, what none of it shows, and what to do.
package struct VerificationText {
  private let answer: VerificationAnswer
  private let style: Style

  private static let most = 20

  package init(_ answer: VerificationAnswer, style: Style) {
    self.answer = answer
    self.style = style
  }

  private var verification: Verification { answer.verification }

  package var text: String {
    var page = Page(style)
    page.add(Phrase(outcome).inked(.strong))
    addDigest(to: &page)
    add(verification.damages, "Damaged", to: &page)
    add(verification.doubts, "Cannot be told", to: &page)
    page.add(Phrase(extent), after: "Looked at: ")
    page.add(Phrase(sealed), after: "Sealed: ")
    if !verification.keys.isEmpty { page.add(Phrase(keys), after: "Keys in use: ") }
    addHead(to: &page)
    page.add(Phrase(limits), after: "Not shown: ")
    for step in next { page.add(Phrase(step), after: "Next: ") }
    return page.text
  }

  // MARK: - The outcome

  private var outcome: String {
    switch answer.outcome {
    case .holds:
      "HOLDS: \(what) is as it was written, as far as \(reach) can show."
    case .cannotTell:
      "CANNOT TELL: nothing wrong was found in \(what), and not all of it could be confirmed."
    case .damaged:
      if let missing = answer.missing {
        "DAMAGED: \(missing.name) is not in this record."
      } else if verification.outcome == .damaged {
        "DAMAGED: "
          + counted(verification.damages.count, "finding")
          + (verification.damages.count == 1 ? " says" : " say")
          + " that \(what) is not as it was written."
      } else {
        "DAMAGED, or another digest: what was expected is not in \(what)."
      }
    }
  }

  private var what: String {
    switch verification.scope {
    case .record: "this record"
    case .stream(let stream): answer.name(of: stream)
    }
  }

  private var reach: String {
    switch verification.level {
    case .chains: "chains and seals"
    case .full: "a full look"
    }
  }

  // MARK: - What was found

  private func addDigest(to page: inout Page) {
    guard let expected = answer.expected else { return }
    let words: String
    if let place = expected.place {
      words = "that of \(said(place))"
    } else if let elsewhere = expected.elsewhere {
      words = "none of \(answer.subject.map(answer.name) ?? "this record"), but \(said(elsewhere))"
    } else {
      words = "none of \(answer.subject.map(answer.name) ?? "this record")"
    }
    let short =
      expected.digest.isShort
      ? " Only \(expected.digest.digits.utf8.count) of its 64 digits were given." : ""
    page.add(Phrase("\(words).\(short)"), after: "Digest: ")
  }

  private func said(_ place: DigestPlace) -> String {
    switch place {
    case .entry(let stream, let entry, let recorded, let after):
      let at = recorded.map { ", recorded \(KeyWords.day($0))" } ?? ""
      let since =
        after == 0
        ? "nothing was entered since"
        : "\(counted(after, "entry", "entries")) \(after == 1 ? "was" : "were") added since"
      return "\(answer.name(of: stream)) as of entry #\(entry)\(at); \(since)"
    case .seal(let number, let at, let after):
      let made = at.map { ", made \(KeyWords.day($0))" } ?? ""
      let since =
        after == 0
        ? "none was made since"
        : "\(counted(after, "seal")) \(after == 1 ? "was" : "were") made since"
      return "seal \(number)\(made); \(since)"
    }
  }

  private func add(_ findings: [VerificationFinding], _ heading: String, to page: inout Page) {
    guard !findings.isEmpty else { return }
    page.add(Phrase("\(heading):"))
    for finding in findings.prefix(VerificationText.most) {
      page.add(Phrase("\(name(of: finding.place)): \(finding.what)"), indent: 2)
    }
    let rest = findings.count - VerificationText.most
    if rest > 0 { page.add(Phrase("… and \(rest) more; --format json has all"), indent: 2) }
  }

  /// With the session's label where it is known.
  private func name(of place: VerificationPlace) -> String {
    guard case .session(let number) = place.stream, let label = verification.labels[number] else {
      return place.name
    }
    return "\(place.name) (\(label))"
  }

  // MARK: - What was looked at

  private var extent: String {
    let extent = verification.extent
    return [
      counted(extent.entries, "entry", "entries"), counted(extent.sessions, "session"),
      counted(extent.courses, "course"), counted(extent.seals, "seal"),
      counted(extent.accesses, "access", "accesses"),
    ].joined(separator: ", ")
      + (verification.level == .full
        ? ", in full" : "; chains and seals only, no read models, identities or texts")
  }

  private var sealed: String {
    if let head = verification.head { return sealed(head) }
    let whole = verification.wholeSessions
    let all = verification.sealedSessions
    guard all > 0 else { return "no session" }
    if whole.count == all {
      return all == 1 ? "1 session, which is whole" : "\(all) sessions, all of them whole"
    }
    guard !whole.isEmpty else { return "\(counted(all, "session")), none of them surely whole" }
    return "\(counted(all, "session")); surely whole: \(NumberRanges(whole.map(\.value)).text)"
  }

  /// Of one session or course, up to its last entry.
  private func sealed(_ head: VerifiedHead) -> String {
    guard head.seals.contains(where: { $0.owner == nil }) else {
      return "not up to its last entry"
    }
    return verification.damages.isEmpty ? "up to its last entry" : "and not surely whole"
  }

  private var keys: String {
    verification.keys.map { key in
      "\(key.key.fingerprint.unbroken) of \(key.owner?.text ?? "this record")"
    }.joined(separator: ", ")
  }

  private func addHead(to page: inout Page) {
    guard let head = verification.head else { return }
    let at = head.recorded.map { ", recorded \(KeyWords.day($0))" } ?? ""
    page.add(Phrase("#\(head.entry)\(at)"), after: "Last entry: ")
    for line in DigestLines(head.hash).lines(style.width - 2) { page.add(Phrase(line), indent: 2) }
    for seal in head.seals {
      let entered = "entered as \(AccessorWords(seal.enteredAs).text), \(KeyWords.day(seal.at))"
      let words =
        seal.owner.map { "Signed with the key of \($0), \(entered)" }
        ?? "Sealed by this record, \(entered)"
      page.add(Phrase(words), indent: 2)
    }
  }

  // MARK: - What it does not show

  private var limits: String {
    """
    an open session can be rewritten by whoever may write the file, until it is sealed; a whole record \
    made anew with other keys holds too, unless a digest or a key is known from elsewhere.
    """
  }

  private var next: [String] { VerificationSteps(answer).lines }
}
