package import Monitoring

/// Protocols as a document, `vigil/protocol-list/1`.
package struct ProtocolListJSON {
  private let protocols: [ListedProtocol]

  package init(_ protocols: [ListedProtocol]) { self.protocols = protocols }

  /// Examples, none of them adopted.
  package init(_ examples: [MonitoringProtocol]) { self.init(examples.map { ListedProtocol($0) }) }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/protocol-list/1"),
      "protocols": .array(
        protocols.map { listed in
          .object([
            "protocol": ProtocolJSON.summary(listed.shown, adoption: listed.adoption),
            "replaced": .bool(listed.isReplaced),
          ])
        }
      ),
    ]).text
  }
}
