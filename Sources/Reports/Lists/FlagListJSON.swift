package import Monitoring
package import SessionRecord

/// Flags across sessions as a document, `vigil/flags/1`.
package struct FlagListJSON {
  private let flags: [SessionFlag]
  private let protocols: BoundProtocols
  private let adoptions: Adoptions

  /// *protocols* are those that the sessions are bound to, by the digest of their text, for the levels
  /// of their scales.
  package init(
    _ flags: [SessionFlag],
    under protocols: [RecordDigest: MonitoringProtocol] = [:],
    adoptions: [Adoption] = []
  ) {
    self.flags = flags
    self.protocols = BoundProtocols(protocols)
    self.adoptions = Adoptions(adoptions)
  }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/flags/1"),
      "counts": FlagCounts(flags).value,
      "flags": .array(
        flags.map { found in
          .object([
            "session": SessionJSON.session(found.session, adoptions),
            "flag": FlagJSON(
              flag: found.flag,
              clock: SessionClock(of: found.session),
              facts: protocols.facts(of: found.session)
            ).value,
          ])
        }
      ),
    ]).text
  }
}
