package import Monitoring

/// Protocols as a document, `vigil/protocol-list/1`.
package struct ProtocolListJSON {
  private let protocols: [MonitoringProtocol]

  package init(_ protocols: [MonitoringProtocol]) { self.protocols = protocols }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/protocol-list/1"),
      "protocols": .array(protocols.map(ProtocolJSON.summary)),
    ]).text
  }
}
