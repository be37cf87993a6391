package import Monitoring
import SessionRecord

/// Side effects across sessions, with counts.
package struct EffectListText {
  private let effects: [SessionEffect]
  private let isFiltered: Bool
  private let closed: UnreviewedSpan?
  private let style: Style

  /// *isFiltered* says that something was asked for, so that none found does not mean that none is;
  /// *closed* is what is said where effects to review were asked for and there is none.
  package init(
    _ effects: [SessionEffect],
    isFiltered: Bool = false,
    closed: UnreviewedSpan? = nil,
    style: Style
  ) {
    self.effects = effects
    self.isFiltered = isFiltered
    self.closed = closed
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    guard !effects.isEmpty else {
      page.add(
        closed.map { Phrase($0.sentence) }
          ?? (isFiltered
            ? "No side effect matches what was asked for. vigil effects lists all."
            : "No side effect was found.")
      )
      return page.text
    }
    var table = Table([
      .init("Session"), .init("Patient"), .init("Effect"), .init("Onset"), .init("Worst"),
      .init("End"), .init("Lasted"), .init("Review"),
    ])
    for found in effects { table.add(row(found)) }
    page.add(table)
    page.rule()
    addCounts(to: &page)
    return page.text
  }

  private func row(_ found: SessionEffect) -> [Phrase] {
    let effect = found.effect
    let clock = SessionClock(of: found.session)
    let worst = (effect.worst?.word ?? "not graded") + (effect.distressing ? ", distressing" : "")
    return [
      Phrase(found.session.label),
      Phrase(found.session.opening.patient.text),
      Phrase(effect.name.text),
      Phrase(clock.dateAndClock(effect.began.instant).unbroken), Phrase(worst),
      Phrase(
        effect.ended.map { clock.clock($0.instant, near: effect.began.instant) }
          ?? EffectText.notEnded
      ),
      Phrase(effect.ended.map { SpanText.duration($0.instant - effect.began.instant) } ?? "–"),
      Phrase(effect.reviewed.map(EffectListText.said) ?? "–"),
    ]
  }

  /// `expected, LH`, and of what, where it is worse now.
  private static func said(_ mark: ReviewMark) -> String {
    "\(mark.verdict.words), \(mark.by)" + (mark.outgrown.map { ", when \($0.words)" } ?? "")
  }

  private func addCounts(to page: inout Page) {
    let counts = EffectCounts(effects)
    page.add(
      Phrase(
        "\(counted(counts.sideEffects, "side effect")), and the intended state (dissociation) "
          + "\(counted(counts.intendedState, "time")), in \(counted(counts.sessions, "session"))"
      )
    )
    for name in counts.byName {
      var parts = [Severity.severe, .moderate, .mild].compactMap { severity -> String? in
        name.bySeverity[severity].map { "\($0) \(severity.word)" }
      }
      if let plain = name.bySeverity[nil] { parts.append("\(plain) not graded") }
      if name.distressing > 0 { parts.append("\(name.distressing) distressing") }
      page.add(
        Phrase(
          "\(name.name.text): \(name.total) in \(name.sessions) (\(parts.joined(separator: ", ")))"
        ),
        indent: 2
      )
    }
    if counts.unreviewed > 0 { page.add(Phrase("not reviewed: \(counts.unreviewed)")) }
  }
}
