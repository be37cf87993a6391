package import Monitoring
package import SessionRecord

/// Flags across sessions, with counts.
package struct FlagListText {
  private let flags: [SessionFlag]
  private let protocols: BoundProtocols
  private let atHand: [SessionNumber: SessionWords]
  private let isFiltered: Bool
  private let closed: UnreviewedSpan?
  private let style: Style

  /// *isFiltered* says that something was asked for, so that none found does not mean that none is;
  /// *protocols* are those that the sessions are bound to, for the names of their scales and levels;
  /// of a session among *files* a flag says what its entry says, as of a dose that is not verified;
  /// *closed* is what is said where flags to review were asked for and there is none.
  package init(
    _ flags: [SessionFlag],
    under protocols: [RecordDigest: MonitoringProtocol] = [:],
    of files: [SessionFile] = [],
    isFiltered: Bool = false,
    closed: UnreviewedSpan? = nil,
    style: Style
  ) {
    self.flags = flags
    self.protocols = BoundProtocols(protocols)
    atHand = Dictionary(
      files.map { ($0.session.number, SessionWords($0)) },
      uniquingKeysWith: { first, _ in first }
    )
    self.isFiltered = isFiltered
    self.closed = closed
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    guard !flags.isEmpty else {
      page.add(
        closed.map { Phrase($0.sentence) }
          ?? (isFiltered
            ? "No flag matches what was asked for. vigil flags lists all."
            : "No flag was found. That means only that no limit was crossed in what was typed.")
      )
      return page.text
    }
    var table = Table([
      .init("Session"), .init("Flag"), .init("Raised"), .init("Priority"), .init("State"),
      .init("What"),
    ])
    for found in flags { table.add(row(found)) }
    page.add(table)
    page.rule()
    addCounts(to: &page)
    return page.text
  }

  private func text(_ found: SessionFlag) -> FlagText {
    atHand[found.session.number]?.text(found.flag) ?? protocols.text(found)
  }

  private func row(_ found: SessionFlag) -> [Phrase] {
    let flag = found.flag
    let clock = SessionClock(of: found.session)
    let text = text(found)
    let by = flag.acknowledgements.first.map {
      "acknowledged \($0.by.text)\u{A0}\(clock.clock($0.at, near: flag.raised))"
    }
    return [
      Phrase("\(found.session.label) \(found.session.opening.patient.text)"),
      Phrase(text.label, Ink(flag.priority)),
      Phrase(clock.dateAndClock(flag.raised).unbroken),
      Phrase(flag.priority.word) + (flag.isProcess ? " (process)" : ""),
      Phrase("\(text.stateWord), \(by ?? "not acknowledged")\(review(flag))"),
      Phrase(text.titleWithPeak, flag.retractedBy == nil ? .plain : .struck)
        + (text.stopLine.map { "; " + $0 } ?? ""),
    ]
  }

  /// `, reviewed LH: expected`.
  private func review(_ flag: Flag) -> String {
    flag.reviewed.map { mark in
      let seen = mark.outgrown.map { " when it was \($0.words)" } ?? ""
      return ", reviewed\(seen) \(mark.by): \(mark.verdict.words)"
    } ?? ""
  }

  private func addCounts(to page: inout Page) {
    let counts = FlagCounts(flags) { text($0).title }
    for isProcess in [false, true] {
      let sessions = counts.sessions(process: isProcess)
      let name = isProcess ? "process" : "clinical"
      page.add(
        Phrase(
          "\(counted(counts.total(process: isProcess), "\(name) flag")) in \(counted(sessions, "session"))"
            + counts.byPriority(process: isProcess)
        )
      )
    }
    for rule in counts.byRule {
      page.add(
        Phrase(
          "\(rule.name): \(rule.total) in \(rule.sessions)"
        ),
        indent: 2
      )
    }
    let unreviewed = [false, true].map { counts.unreviewed(process: $0) }
    if unreviewed != [0, 0] {
      page.add(Phrase("not reviewed: \(unreviewed[0]) clinical, \(unreviewed[1]) process"))
    }
    if counts.retracted > 0 { page.add("\(counts.retracted) retracted, not counted") }
  }
}
