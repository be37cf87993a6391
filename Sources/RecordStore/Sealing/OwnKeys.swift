import GRDB
package import SessionRecord

extension RecordStore {
  /// The record's own key of this machine, in use: at its first seal it begins.
  func ownKey(
    of keyring: Keyring,
    by accessor: Accessor,
    at stamp: Stamp,
    _ database: Database
  ) throws -> SigningKey {
    let key = try keyring.ownKey(of: recordID)
    if try database.keysInUse().isInUse(key.verifying, of: nil) { return key }
    // One that was in use before is lost, or was followed by another, and never begins again.
    let known = try database.sealRows("WHERE act > 1", []).contains {
      $0.subject == key.verifying.bytes
    }
    guard !known else {
      throw KeyRefusal.retired(path: "\(keyring.place(of: recordID))/record.key")
    }
    try begin(key, of: nil, by: accessor, at: stamp, database)
    return key
  }

  /// Says that a key of a clinician is in use from now on; refused where they have one.
  package func begin(
    _ key: SigningKey,
    of owner: ClinicianCode,
    by accessor: Accessor,
    at stamp: Stamp
  ) throws -> Seal {
    try sealing { database in
      guard try !database.keysInUse().keys.contains(where: { $0.owner == owner }) else {
        throw KeyRefusal.alreadyInUse(of: owner)
      }
      return try begin(key, of: owner, by: accessor, at: stamp, database)
    }.seal()
  }

  /// Says, signed with the old key, that another follows it.
  ///
  /// Without an owner the keys are the record's own.
  package func follow(
    _ old: SigningKey,
    by new: SigningKey,
    of owner: ClinicianCode?,
    by accessor: Accessor,
    at stamp: Stamp
  ) throws -> Seal {
    try sealing { database in
      guard try database.keysInUse().isInUse(old.verifying, of: owner) else {
        throw KeyRefusal.noSuchKey(old.verifying.fingerprint)
      }
      return try insertSeal(signedWith: old, of: owner, by: accessor, at: stamp, database) { row in
        row.act = 3
        row.subject = new.verifying.bytes
      }
    }.seal()
  }

  /// Says, signed with the record's own key of this machine, that a key is lost and no longer in use.
  package func lose(
    _ key: VerifyingKey,
    because reason: String?,
    by accessor: Accessor,
    at stamp: Stamp
  ) throws -> Seal {
    guard reason.fitsColumn else { throw RecordRefusal.notStorable(what: "reason") }
    guard let keyring = station.keyring else { throw KeyRefusal.noKeyring }
    return try sealing { database in
      guard let lost = try database.keysInUse().keys.first(where: { $0.key == key }) else {
        throw KeyRefusal.noSuchKey(key.fingerprint)
      }
      let own = try ownKey(of: keyring, by: accessor, at: stamp, database)
      return try insertSeal(signedWith: own, of: lost.owner, by: accessor, at: stamp, database) {
        row in
        row.act = 4
        row.subject = key.bytes
        row.remark = reason
      }
    }.seal()
  }

  @discardableResult
  private func begin(
    _ key: SigningKey,
    of owner: ClinicianCode?,
    by accessor: Accessor,
    at stamp: Stamp,
    _ database: Database
  ) throws -> SealRow {
    try insertSeal(signedWith: key, of: owner, by: accessor, at: stamp, database) { row in
      row.act = 2
      row.subject = key.verifying.bytes
    }
  }
}
