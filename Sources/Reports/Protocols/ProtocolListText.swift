package import Monitoring
import SessionRecord

/// Protocols, one a line.
package struct ProtocolListText {
  private let protocols: [MonitoringProtocol]
  private let style: Style

  package init(_ protocols: [MonitoringProtocol], style: Style) {
    self.protocols = protocols
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    guard !protocols.isEmpty else {
      page.add("There is no protocol.")
      return page.text
    }
    var table = Table([
      .init("Protocol"), .init("Version"), .init("Settings"), .init("Rules", number: true),
      .init("Title"),
    ])
    for shown in protocols {
      table.add([
        Phrase(shown.id.text), Phrase(shown.version),
        Phrase(shown.settings.map(\.rawValue).joined(separator: ", ")),
        Phrase("\(shown.rules.count)"), Phrase(shown.title),
      ])
    }
    page.add(table)
    page.add("Not clinical guidelines; \(SessionHead.notAdopted).")
    return page.text
  }
}
