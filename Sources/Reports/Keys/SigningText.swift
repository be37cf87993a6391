package import SessionRecord

/// What a signature would be over, for whoever is about to give it; and what was signed.
package struct SigningText {
  private let session: SessionToSign
  private let style: Style

  package init(_ session: SessionToSign, style: Style) {
    self.session = session
    self.style = style
  }

  /// What is about to be signed.
  package var asked: String {
    var page = Page(style)
    page.add(Phrase("\(heading), \(state)").inked(.strong))
    page.add(Phrase(contents), indent: 2)
    page.add(Phrase(standing), indent: 2)
    page.add(Phrase("Digest of entry #\(session.checkpoint.entry):"), indent: 2)
    addDigest(to: &page)
    return page.text
  }

  /// What was signed, with which key.
  package func signed(_ seal: Seal) -> String {
    var page = Page(style)
    let owner = seal.owner?.text ?? "this record"
    page.add(
      Phrase(
        """
        \(session.checkpoint.label) is signed with the key of \(owner), as of entry \
        #\(session.checkpoint.entry), \(KeyWords.day(seal.at)).
        """
      )
    )
    page.add(
      Phrase("Key \(seal.key.fingerprint.unbroken), seal \(seal.number). Digest:"),
      indent: 2
    )
    addDigest(to: &page)
    page.add("To check it later:", indent: 2)
    page.add(line: "    \(session.checkpoint.command)")
    return page.text
  }

  private func addDigest(to page: inout Page) {
    for line in DigestLines(session.checkpoint.digest).lines(style.width - 4) {
      page.add(Phrase(line), indent: 4)
    }
  }

  private var heading: String {
    let name = session.patientName.map { " \($0)" } ?? ""
    return "\(session.checkpoint.label) \(session.checkpoint.patient)\(name)"
  }

  private var state: String {
    let closed = session.closed.map { " \(KeyWords.day($0))" } ?? ""
    return switch session.state {
    case .open: "open"
    case .closed: "closed\(closed)"
    case .amended: "closed\(closed), and amended since"
    case .void: "struck out"
    }
  }

  private var contents: String {
    let entries = counted(session.checkpoint.entry.value, "entry", "entries")
    let flags =
      session.openFlags.isEmpty ? "no flag is open" : "open: \(numbered(session.openFlags))"
    return
      "\(entries), the last one recorded \(KeyWords.day(session.checkpoint.recorded)); \(flags)"
  }

  private var standing: String {
    let own = session.seals.last { $0.owner == nil }
    let sealed =
      own.map { "Sealed by this record, entered as \(AccessorWords($0.enteredAs).text)" }
      ?? "Not sealed by this record yet, which is done with the signature"
    let others = session.seals.compactMap(\.owner?.text)
    return sealed
      + (others.isEmpty ? "." : "; signed with the key of \(others.joined(separator: ", ")).")
  }
}
