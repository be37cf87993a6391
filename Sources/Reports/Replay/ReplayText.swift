package import Monitoring
package import SessionRecord

/// What another protocol would have flagged on stored sessions, beside what was flagged: by rule, a
/// session, and flag by flag where they differ.
package struct ReplayText {
  private let difference: ReplayDifference
  private let replayed: MonitoringProtocol
  private let own: BoundProtocols
  private let style: Style

  /// *replayed* is the protocol that was tried; *protocols* are those that the sessions are bound to,
  /// by the digest of their text, for the names of their scales and levels.
  package init(
    _ difference: ReplayDifference,
    of replayed: MonitoringProtocol,
    under protocols: [RecordDigest: MonitoringProtocol] = [:],
    style: Style
  ) {
    self.difference = difference
    self.replayed = replayed
    own = BoundProtocols(protocols)
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    page.add(
      Phrase("\(replayed.id) version \(replayed.version)", .strong)
        + Phrase(" on \(counted(difference.sessions, "stored session")): \(replayed.title)")
    )
    guard difference.sessions > 0 else {
      page.add("There is no session to try it on.")
      return page.text
    }
    page.add("Nothing was changed: every session keeps its own protocol and its flags.")
    addRules(to: &page)
    for isProcess in [false, true] {
      let counts = ReplayCounts(difference, process: isProcess)
      guard counts.before + counts.after > 0 else { continue }
      let name = isProcess ? "process flags" : "clinical flags"
      let now = counts.afterASession ?? "–"
      page.add(
        Phrase(
          "\(name) a session: \(counts.beforeASession ?? "–") were raised, \(now) would be"
        )
      )
      for priority in ReplayCounts.priorities {
        guard let (before, after) = counts.aSession(priority) else { continue }
        page.add("\(priority.word): \(before) were, \(after) would be", indent: 2)
      }
    }
    addSessions(to: &page)
    return page.text
  }

  private func addRules(to page: inout Page) {
    page.heading("By rule")
    guard !difference.rules.isEmpty else {
      page.add("No flag was raised, and none would be.")
      return
    }
    var table = Table([
      .init("Rule"), .init("Was", number: true), .init("Would be", number: true),
      .init("Kept", number: true), .init("Gained", number: true), .init("Lost", number: true),
      .init("Milder", number: true), .init("Worse", number: true),
    ])
    for rule in difference.rules {
      let process = rule.isProcess ? " (process)" : ""
      table.add(
        [Phrase(rule.rule.text + process)]
          + [
            rule.before, rule.after, rule.kept, rule.gained, rule.lost, rule.milder, rule.worse,
          ].map { Phrase(String($0)) }
      )
    }
    page.add(table)
    for rule in difference.rules where rule.stopGained + rule.stopLost > 0 {
      page.add(
        Phrase("clinic's stop criterion met, \(rule.rule): ", .high)
          + Phrase("\(rule.stopGained)\u{A0}gained, \(rule.stopLost)\u{A0}lost")
      )
    }
  }

  private func addSessions(to page: inout Page) {
    let differing = difference.differing
    page.heading("Sessions that differ")
    guard !differing.isEmpty else {
      page.add(
        "None: each has the same flags by rule and cause, as high, as confirmed, "
          + "and with the same stop criteria met."
      )
      return
    }
    let new = FlagFacts(replayed)
    page.add("\(differing.count) of \(counted(difference.sessions, "session")).")
    for session in differing {
      let clock = SessionClock(of: session.session)
      let changed = session.changed
      let opened = clock.dateAndClock(session.session.opened.instant).unbroken
      page.add(
        Phrase(
          "\(session.session.opening.patient.text) \(opened), \(session.kept.count) kept"
            + "\(changed.isEmpty ? "" : " (\(changed.count) milder or worse)"), "
            + "\(session.gained.count) gained, \(session.lost.count) lost"
        ),
        after: Phrase("\(session.session.label) ", .strong)
      )
      for flag in changed {
        let change = flag.change?.rawValue ?? "kept"
        let words = KeptFlagWords(flag).text
        add(flag.after, change, words, new, in: session.session, to: &page)
      }
      for flag in session.gained { add(flag, "gained", nil, new, in: session.session, to: &page) }
      let own = own.facts(of: session.session)
      for flag in session.lost { add(flag, "lost", nil, own, in: session.session, to: &page) }
    }
  }

  /// *words* say what differs of it; nil for its priority alone.
  private func add(
    _ flag: Flag,
    _ change: String,
    _ words: String?,
    _ facts: FlagFacts,
    in session: Session,
    to page: inout Page
  ) {
    let clock = SessionClock(of: session)
    let text = FlagText(
      flag: flag,
      values: ValueText(Limits(flag)),
      clock: clock,
      facts: facts
    )
    let raised = clock.clock(flag.raised, near: session.opened.instant)
    page.add(
      Phrase("\(raised) ") + Phrase(text.titleWithPeak)
        + Phrase(", \(words ?? text.priority), rule \(flag.identity.rule.text)"),
      after: Phrase("\(change) \(FlagText.glyph(of: flag)) ", Ink(flag.priority)),
      indent: 4
    )
  }
}
