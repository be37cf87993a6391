package import Monitoring
import SessionRecord

/// What is doubtful in a protocol, finding by finding: where, what, and what to do about it.
package struct ProtocolFindingsText {
  private let findings: [ProtocolFinding]
  private let name: String
  private let style: Style

  /// *name* is the file or the protocol as it was asked for.
  package init(_ findings: [ProtocolFinding], in name: String, style: Style) {
    self.findings = findings
    self.name = name
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    guard !findings.isEmpty else {
      page.add(
        Phrase(
          "\(name): nothing to find fault with. Whether its numbers are right, a clinician decides."
        )
      )
      return page.text
    }
    page.add(Phrase("\(name): \(counted(findings.count, "finding")).", .strong))
    for finding in findings {
      page.add(Phrase(finding.problem), after: Phrase("\(finding.path) ", .strong))
      if let remedy = finding.remedy { page.add(Phrase(remedy), indent: 4) }
    }
    return page.text
  }
}
