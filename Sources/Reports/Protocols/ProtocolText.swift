package import Monitoring
import SessionRecord

/// A protocol: whom it serves, its drug, its rules with limits, what is due when, its criteria for
/// leaving, and where each number comes from.
package struct ProtocolText {
  let shown: MonitoringProtocol
  private let style: Style

  package init(_ shown: MonitoringProtocol, style: Style) {
    self.shown = shown
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    page.add(
      Phrase("\(shown.id) version \(shown.version)", .strong) + Phrase(": \(shown.title)")
    )
    page.add(
      Phrase(
        shown.notice.isEmpty ? "Not a clinical guideline." : shown.notice
      )
    )
    page.add("\(SessionHead.notAdopted.capitalizedFirst).")
    page.add("settings: \(shown.settings.map(\.rawValue).joined(separator: ", "))")
    addDrug(to: &page)
    page.add("baseline: \(shown.baseline.rawValue)")
    if !shown.addedEffects.isEmpty {
      page.add("added effects: \(shown.addedEffects.map(\.text).joined(separator: ", "))")
    }
    page.heading("Rules")
    for rule in shown.rules { add(rule, to: &page) }
    addSchedule(to: &page)
    addLeaving(to: &page)
    page.heading("Sources")
    if shown.sources.isEmpty { page.add("None is named.") }
    for (key, source) in shown.sources.sorted(by: { $0.key < $1.key }) {
      page.add(Phrase(source), after: Phrase("[\(key)] "))
    }
    return page.text
  }

  private func addDrug(to page: inout Page) {
    let formulary = shown.formulary
    let most = formulary.mostMilligramsPerKilogram.map {
      ", at most \(decimal($0))\u{A0}mg/kg expected in one dose"
    }
    let basis = shown.mostBasis.map { " (\(RuleText.words($0)))" } ?? ""
    page.add("drug: \(formulary.ownDrug) \(formulary.ownRoute.word)\(most ?? "")\(basis)")
    page.add("medicines: \(formulary.medicines.joined(separator: ", "))")
  }

  private func add(_ rule: Rule, to page: inout Page) {
    let text = RuleText(rule)
    let process = rule.isProcess ? " (process)" : ""
    page.add(
      Phrase(rule.title) + ", "
        + Phrase("\(rule.priority.word)\u{A0}priority", Ink(rule.priority)) + Phrase(process),
      after: Phrase("\(rule.id.text) ", .strong)
    )
    if !rule.text.isEmpty { page.add(Phrase("“\(rule.text)”"), indent: 4) }
    page.add(Phrase(text.life), indent: 4)
    page.add(Phrase(text.standing), indent: 4)
  }
}
