import Crypto
import GRDB
import SessionRecord

/// Looks at the texts of protocols: each is the one that its digest names.
struct ProtocolTextCheck {
  let connections: ReadingConnections
  private(set) var findings = Findings()
  /// Digests of the texts that are kept.
  private(set) var kept: Set<RecordDigest> = []

  init(connections: ReadingConnections) { self.connections = connections }

  mutating func look() {
    let connections = connections
    var kept: Set<RecordDigest> = []
    findings.look(at: .table("protocol")) { findings in
      try connections.read { database in
        try database.eachStored("SELECT digest, text FROM protocol ORDER BY digest") { row in
          let digest = row[0].bytes
          let text = row[1].bytes
          if Array(SHA256.hash(data: text)) != digest {
            findings.add(.protocolText(Hexadecimal.text(digest.prefix(8))), .textOther)
          }
          if let digest = RecordDigest(bytes: digest) { kept.insert(digest) }
        }
      }
    }
    self.kept = kept
  }
}
