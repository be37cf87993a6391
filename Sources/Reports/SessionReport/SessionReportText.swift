package import Monitoring
import SessionRecord

/// A session's report: head, doses, schedule, extremes, flags, effects, every set, leaving, who was
/// present, corrections.
///
/// It is a DRAFT until the session is closed.
package struct SessionReportText {
  private let words: SessionWords
  private let style: Style
  private let letterhead: Letterhead?

  /// With a letterhead it says whose clinic it is and when it was printed, of which record.
  package init(_ file: SessionFile, style: Style, letterhead: Letterhead? = nil) {
    words = SessionWords(file, units: letterhead?.units ?? .asStored)
    self.style = style
    self.letterhead = letterhead
  }

  package var text: String {
    var page = Page(style)
    if let clinic = letterhead?.clinic {
      page.add(Phrase(clinic.name, .strong))
      if let contact = clinic.contact { page.add(Phrase(contact)) }
      page.blank()
    }
    SessionHead(words: words, openWord: "DRAFT").add(to: &page)
    let superseded = Superseded(words.file, heads: letterhead?.heads)
    for (place, line) in (superseded?.lines(words) ?? []).enumerated() {
      page.add(line, indent: place == 0 ? 0 : 2)
    }
    SessionFacts(words).add(to: &page)
    for part in ReportPart.allCases { part.add(words, to: &page) }
    page.rule()
    for line in SealWords(letterhead?.mark, words.clock)?.lines ?? [] { page.add(Phrase(line)) }
    for statement in SessionReportText.statements { page.add(Phrase(statement)) }
    page.add(Phrase(RunningHeads.notAuthenticated))
    if let letterhead { page.add(Phrase(origin(letterhead))) }
    if let mark = letterhead?.mark { page.add(Phrase("To check it: \(mark.typed)")) }
    return page.text
  }

  /// What a report does not say, printed under each.
  static let statements = [
    "No flag means only that no limit was crossed in what was typed.",
    "Vigil records and flags; it is not a medical device and not an alarm system. "
      + "A named clinician decides.",
  ]

  /// `Vigil 0.1.0, printed 2026-11-19 15:40 +01:00`; without a mark with the record's fingerprint.
  private func origin(_ letterhead: Letterhead) -> String {
    let at = letterhead.printed
    let offset = SessionClock.words(offset: at.offsetMinutes)
    let parts = [
      "Vigil \(letterhead.version)", "printed \(at.civil.date) \(at.clock) \(offset)",
      letterhead.mark.map(\.standing)
        ?? letterhead.heads.map { "record \($0.now.fingerprint)" },
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}
