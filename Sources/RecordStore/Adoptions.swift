import Foundation
import GRDB
package import SessionRecord

/// What became of an adoption.
package enum AdoptionOutcome: Hashable {
  /// *replacing* is what was the newest of its id before; nil where it is the first.
  case adopted(Adoption, replacing: Adoption?)
  /// The same text is the newest one of its id already; nothing was added.
  case alreadyAdopted(Adoption)

  package var adoption: Adoption {
    switch self {
    case .adopted(let adoption, _), .alreadyAdopted(let adoption): adoption
    }
  }
}

extension RecordStore {
  /// Keeps a protocol's text and the clinic's word that it uses it.
  ///
  /// An earlier text may be adopted again, and is then the newest. A version that was adopted has one
  /// text: another under the same version is refused, and so is an id that differs only in its capitals
  /// from one that was adopted.
  package func adopt(
    text: [UInt8],
    id: ProtocolID,
    version: String,
    by clinician: ClinicianCode,
    at stamp: Stamp,
    remark: String? = nil
  ) throws -> AdoptionOutcome {
    guard [id.text, version, remark].allSatisfy(\.fitsColumn), !id.text.isEmpty else {
      throw RecordRefusal.notStorable(what: "adoption")
    }
    // Refused before the text is kept: a text that is not adopted has no place here.
    if let outcome = try reading({ try $0.outcome(ofAdopting: text.protocolDigest, id, version) }) {
      return outcome
    }
    return try RecordRefusal.ofAdopting {
      let reference = try keep(protocolText: text, id: id, version: version, at: stamp.instant)
      let adoption = Adoption(
        id: id,
        version: version,
        digest: reference.digest,
        by: clinician,
        at: stamp,
        remark: remark
      )
      return try committing { database in
        // Another process may have adopted it, or another text of this version, meanwhile.
        if let outcome = try database.outcome(ofAdopting: reference.digest, id, version) {
          return outcome
        }
        let replaced = try database.adoptions(of: id).last
        try database.insert(adoption)
        try bind(.adoption, of: id.text, by: .clinician(clinician), at: stamp, database)
        return .adopted(adoption, replacing: replaced)
      } presence: { database, outcome in
        try database.adoptions(of: id).last == outcome.adoption ? .all : .none
      }
    }
  }

  /// All of them, in the order in which they were made.
  package func adoptions() throws -> [Adoption] { try reading { try $0.adoptions(of: nil) } }

  /// The newest of an id, which sessions are opened with; nil where none was adopted.
  package func adopted(_ id: ProtocolID) throws -> Adoption? {
    try reading { try $0.adoptions(of: id) }.last
  }

  /// The newest of an id in this version, which need not be what sessions are opened with now.
  package func adopted(_ id: ProtocolID, version: String) throws -> Adoption? {
    try reading { try $0.adoptions(of: id) }.last { $0.version == version }
  }
}

extension Database {
  /// What adopting a text would come to without adding anything; nil where it would be added.
  fileprivate func outcome(
    ofAdopting digest: RecordDigest?,
    _ id: ProtocolID,
    _ version: String
  ) throws -> AdoptionOutcome? {
    let all = try adoptions(of: nil)
    let earlier = all.filter { $0.id == id }
    if earlier.isEmpty,
      let other = all.last(where: { $0.id.text.lowercased() == id.text.lowercased() })
    {
      throw RecordRefusal.idLooksAlike(id, other.id)
    }
    if let newest = earlier.last, newest.digest == digest { return .alreadyAdopted(newest) }
    if let other = earlier.last(where: { $0.version == version && $0.digest != digest }) {
      throw RecordRefusal.versionTaken(other)
    }
    return nil
  }

  fileprivate func insert(_ adoption: Adoption) throws {
    try run(
      """
      INSERT INTO adoption (number, id, version, protocol, clinician, adopted_ms, adopted_offset,
        remark)
      VALUES (1 + (SELECT count(*) FROM adoption), ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        adoption.id.text, adoption.version, Data(adoption.digest.bytes), adoption.by.text,
        adoption.at.instant.milliseconds, adoption.at.offsetMinutes, adoption.remark,
      ]
    )
  }

  fileprivate func adoptions(of id: ProtocolID?) throws -> [Adoption] {
    var condition = Condition()
    condition.require("id", "=", id?.text.databaseValue)
    return try rows(
      """
      SELECT id, version, protocol, clinician, adopted_ms, adopted_offset, remark
      FROM adoption\(condition.sql) ORDER BY number
      """,
      condition.arguments
    ) { row in
      guard let digest = RecordDigest(bytes: try row.bytes(2)),
        let clinician = try? ClinicianCode(stored: try row.text(3)),
        let at = Stamp(milliseconds: try row.integer(4), offset: try row.integer(5))
      else { throw UnexpectedColumn() }
      return Adoption(
        id: ProtocolID(try row.text(0)),
        version: try row.text(1),
        digest: digest,
        by: clinician,
        at: at,
        remark: try row.optionalText(6)
      )
    }
  }
}
