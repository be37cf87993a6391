import GRDB
import SessionRecord

extension RecordStore {
  /// Binds the newest row of a table beside the log to the log of accesses, in the same transaction.
  func bind(
    _ table: BoundTable,
    of subject: String?,
    by accessor: Accessor,
    at stamp: Stamp,
    _ database: Database
  ) throws {
    try bind(
      try database.newestRowDigest(of: table),
      table.act,
      of: subject,
      by: accessor,
      at: stamp,
      database
    )
  }

  func bind(
    _ digest: [UInt8]?,
    _ act: AccessAct,
    of subject: String?,
    by accessor: Accessor,
    at stamp: Stamp,
    _ database: Database
  ) throws {
    guard let digest = digest.flatMap(RecordDigest.init(bytes:)) else {
      throw RecordRefusal.notStorable(what: "row")
    }
    try database.insert(
      Access(act, of: subject, digest: digest, by: accessor, at: stamp),
      in: recordID
    )
  }
}

extension Database {
  /// Salted, so that it says nothing once the salt is erased; nil where it was.
  func contactDigest(of code: PatientCode) throws -> [UInt8]? {
    let digest = try firstRow(
      "SELECT salt, address, emergency_number FROM patient WHERE code = ?",
      [code.text]
    ) { row -> [UInt8]? in
      guard let salt = try row.optionalBytes(0) else { return nil }
      var writer = CanonicalWriter(domain: "vigil.contact.v1")
      writer.octets(salt)
      writer.optional(try row.optionalText(1))
      writer.optional(try row.optionalText(2))
      return writer.digest
    }
    return digest ?? nil
  }
}
