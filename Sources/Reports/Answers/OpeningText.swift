package import Monitoring
import SessionRecord

/// The answer to opening a session: who the patient is, and what the session is watched against.
package struct OpeningText {
  private let words: SessionWords
  private let style: Style

  package init(_ file: SessionFile, style: Style) {
    words = SessionWords(file)
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    AnswerHead.add(words, to: &page)
    let file = words.file
    let opened = file.session.opened.instant
    page.add(
      Phrase(
        "session opened \(words.clock.dateAndClock(opened)) "
          + "\(file.zone.name) (\(words.clock.offset(opened)))"
      ),
      after: "#1 \(words.clock.clock(opened)) "
    )
    for line in PatientFacts(file.patient).lines { page.add(line, indent: 2) }
    let reference = file.session.opening.monitoringProtocol
    let rules = file.monitoringProtocol.rules.count
    page.add(
      Phrase(
        "protocol \(reference.id) version \(reference.version) (\(reference.digest.short)): "
          + "\(file.monitoringProtocol.title), \(counted(rules, "rule")), "
          + AdoptionText(words).phrase
      ),
      indent: 2
    )
    page.add(facts, indent: 2)
    if let help = RemoteHelp(words).phrase { page.add(help, indent: 2) }
    if let screened { page.add(screened, indent: 2) }
    for line in ScreeningNotice(words).lines { page.add(line, indent: 2) }
    page.add(BaselineText(words).phrase, indent: 2)
    AnswerEnd(words).add(to: &page)
    return page.text
  }

  /// How many gates were asked, and that none held; nil under a protocol that asks nothing.
  private var screened: Phrase? {
    let findings = words.file.screening.findings
    guard !findings.isEmpty else { return nil }
    let held = findings.count(where: \.holds)
    let asked = counted(findings.count, "gate")
    return Phrase("screening: \(asked), " + (held == 0 ? "none holds" : "\(held) held"))
  }

  private var facts: Phrase {
    let opening = words.file.session.opening
    var parts = [opening.setting.rawValue]
    if let room = opening.room { parts.append("room \(room)") }
    parts.append(
      opening.weight.map { "weight \(words.values.value($0))" }
        ?? "no weight of the day, so mg/kg stays blank"
    )
    if let prescriber = opening.prescriber { parts.append("prescribed by \(prescriber)") }
    if let scale = SpO2ScaleText.phrase(opening) { parts.append(scale) }
    if let indication = opening.indication { parts.append("for \(indication)") }
    return Phrase(parts.joined(separator: ", "))
  }
}

extension RecordDigest {
  /// The first twelve digits, for people; files give all of them.
  var short: String { "sha256 " + description.prefix(12) }
}
