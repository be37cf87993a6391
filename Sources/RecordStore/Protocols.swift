import Crypto
import Foundation
import GRDB
package import SessionRecord

extension RecordStore {
  /// The exact text of a protocol; nil where the record does not keep it.
  package func protocolText(_ digest: RecordDigest) throws -> [UInt8]? {
    let text = try reading { database in
      try database.firstRow(
        "SELECT text FROM protocol WHERE digest = ?",
        [Data(digest.bytes)]
      ) { try $0.bytes(0) }
    }
    guard let text else { return nil }
    guard text.protocolDigest == digest else {
      throw RecordRefusal.damaged(
        path: path,
        what: "the text of a protocol is no longer what sessions were opened with"
      )
    }
    return text
  }

  /// Keeps a protocol's text, once whatever the number of sessions, and names it by its digest.
  package func keep(
    protocolText text: [UInt8],
    id: ProtocolID,
    version: String,
    at instant: Instant
  ) throws -> ProtocolReference {
    guard let digest = text.protocolDigest else { throw RecordRefusal.protocolNotKept(id) }
    let reference = ProtocolReference(id: id, version: version, digest: digest)
    guard try protocolText(digest) == nil else { return reference }
    return try committing { database in
      // Another process may have kept it meanwhile.
      if try !database.keeps(digest) {
        try database.run(
          "INSERT INTO protocol (digest, id, version, text, kept_ms) VALUES (?, ?, ?, ?, ?)",
          [Data(digest.bytes), id.text, version, Data(text), instant.milliseconds]
        )
        try bind(
          try database.rowDigest(ofProtocol: digest),
          .protocolKept,
          of: id.text,
          by: .account(station.account),
          at: Stamp(instant, offsetMinutes: 0),
          database
        )
      }
      return reference
    } presence: { database, _ in
      try database.keeps(digest) ? .all : .none
    }
  }
}

extension [UInt8] {
  /// The plain SHA-256 of a protocol's text, which names it.
  package var protocolDigest: RecordDigest? {
    RecordDigest(bytes: Array<UInt8>(SHA256.hash(data: self)))
  }
}

extension Database {
  func keeps(_ digest: RecordDigest) throws -> Bool {
    try firstRow(
      "SELECT 1 FROM protocol WHERE digest = ?",
      [Data(digest.bytes)]
    ) { _ in true } ?? false
  }
}
