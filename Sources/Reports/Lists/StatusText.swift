package import Monitoring
package import SessionRecord

/// The open sessions as of now: how far each is, what holds before the dose, its last set with its age, what
/// is due, what was given, its open flags, and how many criteria for leaving are met.
package struct StatusText {
  private let files: [SessionFile]
  private let now: Instant
  private let backup: BackupAge?
  private let withdrawals: [PatientCode: ConsentWithdrawal]
  private let style: Style

  /// *backup* is nil where the clinic set no number of days; *withdrawals* are of those whose consent is
  /// taken back as things stand.
  package init(
    _ files: [SessionFile],
    now: Instant,
    backup: BackupAge? = nil,
    withdrawals: [PatientCode: ConsentWithdrawal] = [:],
    style: Style
  ) {
    self.backup = backup
    self.withdrawals = withdrawals
    self.files = files
    self.now = now
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    if files.isEmpty { page.add("No session is open.") }
    for (place, file) in files.enumerated() {
      if place > 0 { page.blank() }
      add(SessionState(file, now: now), to: &page)
    }
    if let warning = backup.flatMap({ BackupWords($0).warning }) {
      page.blank()
      page.add(Phrase(warning, .strong))
    }
    return page.text
  }

  private func add(_ state: SessionState, to page: inout Page) {
    let words = state.words
    let opened = words.file.session.opened.instant
    AnswerHead.add(words, to: &page)
    page.add(
      "open since \(words.clock.dateAndClock(opened)), \(state.phrase)",
      indent: 2
    )
    if let help = RemoteHelp(words).phrase { page.add(help, indent: 2) }
    if let withdrawal = withdrawals[words.file.session.opening.patient] {
      let time = words.clock.clock(withdrawal.observed.instant, near: now)
      page.add(
        Phrase("consent withdrawn \(time): \(withdrawal.reason)", .strong),
        indent: 2
      )
    }
    if let hold = HoldPhrase(words).phrase { page.add(hold, indent: 2) }
    if let last = state.lastSet {
      let line = words.standing.phrase(
        last.content,
        of: last.number,
        isVerified: last.verifiedBy != nil
      )
      let score =
        words.news2(at: last.number).flatMap { NEWS2Text($0).beside }.map { Phrase("  \($0)") }
        ?? ""
      let age = SpanText.duration(now - last.observed.instant)
      page.add(
        "last set #\(last.number) \(words.clock.clock(last.observed.instant)), \(age) ago: " + line
          + score,
        indent: 2
      )
    } else {
      page.add("no vital signs yet", indent: 2)
    }
    if let due = DuePhrases(words).phrase(saysHowLong: true) { page.add(due, indent: 2) }
    for line in GivenText(words).lines(state.exposure) { page.add(line, indent: 2) }
    if state.openFlags.isEmpty {
      page.add("no open flag: no limit is crossed in what was typed", indent: 2)
    }
    for flag in state.openFlags {
      let text = words.text(flag)
      let waiting = flag.isAcknowledged ? "acknowledged" : "not acknowledged"
      let asked = text.repeatWindow(asOf: now, near: now).map { ", repeat \($0)" } ?? ""
      page.add(
        Phrase(
          "flag \(flag.number) \(text.priority), \(text.state): \(text.titleWithPeak), "
            + "raised \(words.clock.clock(flag.raised, near: now))\(asked), \(waiting)"
        ),
        after: Phrase(text.label, Ink(flag.priority)) + " ",
        indent: 2
      )
      for line in text.asides { page.add(line, indent: 4) }
    }
    let unverified = words.unverifiedValues.map { value in
      "\(value.text) (#\(value.entry)\u{A0}\(words.clock.clock(value.observed, near: now)))"
    }
    if !unverified.isEmpty {
      page.add("waiting to be verified: \(unverified.joined(separator: ", "))", indent: 2)
    }
    for line in OpenCountersignatures(words).lines { page.add(line, indent: 2) }
    if words.file.assessment.baseline.isEmpty {
      page.add("baseline missing: no baseline rule speaks", indent: 2)
    }
    if let criteria = CriteriaLine(words.file.readiness, in: words).inPassing {
      page.add(criteria, indent: 2)
    }
  }
}
