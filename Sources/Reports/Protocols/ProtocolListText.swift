package import Monitoring
import SessionRecord

/// Protocols, one a line.
package struct ProtocolListText {
  private let protocols: [ListedProtocol]
  private let style: Style

  package init(_ protocols: [ListedProtocol], style: Style) {
    self.protocols = protocols
    self.style = style
  }

  /// Examples, none of them adopted.
  package init(_ examples: [MonitoringProtocol], style: Style) {
    self.init(examples.map { ListedProtocol($0) }, style: style)
  }

  package var text: String {
    var page = Page(style)
    guard !protocols.isEmpty else {
      page.add("There is no protocol.")
      return page.text
    }
    var table = Table([
      .init("Protocol"), .init("Version"), .init("Settings"), .init("Rules", number: true),
      .init("Adopted"), .init("Title"),
    ])
    for listed in protocols {
      let shown = listed.shown
      table.add([
        Phrase(shown.id.text), Phrase(shown.version),
        Phrase(shown.settings.map(\.rawValue).joined(separator: ", ")),
        Phrase("\(shown.rules.count)"), Phrase(adopted(listed)), Phrase(shown.title),
      ])
    }
    page.add(table)
    page.add(
      protocols.contains { $0.adoption != nil }
        ? "Not clinical guidelines. An example is for a clinic to adopt, or to change and adopt."
        : "Not clinical guidelines; \(AdoptionText.none)."
    )
    return page.text
  }

  /// `KO 2026-11-02 09:15`, `replaced` behind it where a later one stands.
  private func adopted(_ listed: ListedProtocol) -> String {
    guard let adoption = listed.adoption else { return "example" }
    return "\(adoption.by.text)\u{A0}\(AdoptionText.time(adoption))"
      + (listed.isReplaced ? ", replaced" : "")
  }
}
