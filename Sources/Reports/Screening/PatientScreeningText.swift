package import Monitoring
import SessionRecord

/// How the gates stand for a patient before a session is opened.
package struct PatientScreeningText {
  private let screening: PatientScreening
  private let style: Style

  package init(_ screening: PatientScreening, style: Style) {
    self.screening = screening
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    page.add(SessionHead.patient(screening.course.patient))
    let id = screening.monitoringProtocol.id
    let at = SessionClock(screening.zone).dateAndClock(screening.at)
    let standings = screening.standings
    let place = "protocol \(id), \(screening.setting.rawValue), as of \(at)"
    guard !standings.isEmpty else {
      page.add(Phrase("\(place): nothing is asked before a session."))
      return page.text
    }
    page.add(Phrase("Screening, \(place)"))
    page.add(table(standings))
    page.add(conclusion(standings.map(\.finding)))
    return page.text
  }

  private func table(_ standings: [GateStanding]) -> Table {
    var table = Table([
      Table.Column("gate"), Table.Column("level"), Table.Column(""),
      Table.Column("what is asked", isWide: true),
      Table.Column("on what that rests", isWide: true),
    ])
    for standing in standings {
      let finding = standing.finding
      table.add([
        Phrase(finding.gate.text, finding.holds ? .strong : .plain),
        Phrase(finding.level.word),
        finding.holds ? Phrase("HOLDS", .strong) : Phrase(""),
        Phrase(standing.title),
        Phrase(finding.basis),
      ])
    }
    return table
  }

  private func conclusion(_ findings: [GateFinding]) -> Phrase {
    let holding = findings.filter(\.holds)
    guard !holding.isEmpty else { return "None holds." }
    let named = holding.map { "\($0.gate) (\($0.level.word))" }.joined(separator: ", ")
    return Phrase("\(counted(holding.count, "gate")) \(holding.count == 1 ? "holds" : "hold"): ")
      + Phrase(named, .strong) + "."
  }
}
