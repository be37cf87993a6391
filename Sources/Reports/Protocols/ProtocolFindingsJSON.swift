package import Monitoring
import SessionRecord

/// What is doubtful in a protocol as a document, `vigil/protocol-check/1`.
package struct ProtocolFindingsJSON {
  private let findings: [ProtocolFinding]
  private let checked: MonitoringProtocol

  package init(_ findings: [ProtocolFinding], in checked: MonitoringProtocol) {
    self.findings = findings
    self.checked = checked
  }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/protocol-check/1"),
      "protocol": .object([
        "id": .string(checked.id.text), "version": .string(checked.version),
        "title": .string(checked.title), "rules": .integer(checked.rules.count),
      ]),
      "findings": .array(
        findings.map { finding in
          .object([
            "path": .string(finding.path), "problem": .string(finding.problem),
            "remedy": .optional(finding.remedy),
          ])
        }
      ),
    ]).text
  }
}
