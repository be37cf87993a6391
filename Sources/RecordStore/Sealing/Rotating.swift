import GRDB
package import SessionRecord

extension RecordStore {
  /// Puts a new key of the record itself in the place of this machine's, and says so, signed with the old one.
  ///
  /// Where the old one is no longer in use, the new one begins by itself. The old file stays, under its
  /// fingerprint. A crash half-way leaves a new file that begins with the next seal.
  package func rotateOwnKey(by accessor: Accessor, at stamp: Stamp) throws -> Seal {
    guard let keyring = station.keyring else { throw KeyRefusal.noKeyring }
    return try sealing { database in
      let old = try standingKey(of: keyring, by: accessor, at: stamp, database)
      let new = try keyring.replaceOwnKey(of: recordID)
      return try insertSeal(
        signedWith: old ?? new,
        of: nil,
        by: accessor,
        at: stamp,
        database
      ) { row in
        row.act = old == nil ? 2 : 3
        row.subject = new.verifying.bytes
      }
    }.seal()
  }

  /// The record's own key of this machine; nil where that is no longer in use.
  private func standingKey(
    of keyring: Keyring,
    by accessor: Accessor,
    at stamp: Stamp,
    _ database: Database
  ) throws -> SigningKey? {
    do {
      return try ownKey(of: keyring, by: accessor, at: stamp, database)
    } catch let refusal as KeyRefusal {
      if case .retired = refusal { return nil }
      throw refusal
    }
  }
}
