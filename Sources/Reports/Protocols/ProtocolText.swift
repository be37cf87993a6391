package import Monitoring
package import SessionRecord

/// A protocol: whom it serves, its drug, its rules with limits, what is due when, its criteria for
/// leaving, what is before and after a session, and where each number comes from.
package struct ProtocolText {
  let shown: MonitoringProtocol
  private let adoption: Adoption?
  private let style: Style

  /// *adoption* is the clinic's adoption of this very text.
  package init(_ shown: MonitoringProtocol, adoption: Adoption? = nil, style: Style) {
    self.shown = shown
    self.adoption = adoption
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
    page.add(AdoptionText(adoption).sentence)
    page.add("settings: \(shown.settings.map(\.rawValue).joined(separator: ", "))")
    addDrug(to: &page)
    page.add("baseline: \(shown.baseline.rawValue)")
    if !shown.addedEffects.isEmpty {
      page.add("added effects: \(shown.addedEffects.map(\.text).joined(separator: ", "))")
    }
    addScales(to: &page)
    page.heading("Rules")
    for rule in shown.rules { add(rule, to: &page) }
    addSchedule(to: &page)
    addLeaving(to: &page)
    addGates(to: &page)
    addCourse(to: &page)
    addAfterCare(to: &page)
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
    var title = rule.title
    if case .scale(let limit) = rule.condition {
      title = ScoreText(limit.scale, FlagFacts(shown).scale(limit.scale)).naming(title)
    }
    let process = rule.isProcess ? " (process)" : ""
    let off: Phrase = rule.isOff ? Phrase("OFF", .strong) + ", does nothing: " : ""
    page.add(
      off + Phrase(title) + ", "
        + Phrase("\(rule.priority.word)\u{A0}priority", Ink(rule.priority)) + Phrase(process)
        + Phrase(text.marks.map { ", \($0)" }.joined()),
      after: Phrase("\(rule.id.text) ", .strong)
    )
    for (place, part) in (text.parts ?? []).enumerated() {
      page.add(Phrase(part), after: place == 0 ? "" : "– ", indent: 4)
    }
    if !rule.text.isEmpty { page.add(Phrase("“\(rule.text)”"), indent: 4) }
    page.add(Phrase(text.life), indent: 4)
    page.add(Phrase(text.standing), indent: 4)
  }
}
