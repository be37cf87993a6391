package import RecordStore
package import SessionRecord

extension Supervision {
  /// Refuses a key for a clinician who may not have one now: who is not listed, where anybody is, or has one.
  ///
  /// It is made by whose it is or by an administrator; so it is asked before a passphrase is.
  package func allowKey(for clinician: ClinicianCode, by accessor: Accessor) throws {
    let listed = try store.clinicians()
    if !listed.isEmpty {
      try require(.observer, of: clinician)
      guard case .clinician(let author) = accessor else { throw SigningRefusal.nobodyNamed }
      if author != clinician { try require(.administrator, of: author) }
    }
    _ = try keyring
    if try store.keysInUse().contains(where: { $0.owner == clinician }) {
      throw KeyRefusal.alreadyInUse(of: clinician)
    }
  }

  /// Makes a key of a clinician: its file first, and then what the record says of it.
  ///
  /// So the record never names a key that is nowhere; a file of which it says nothing is of no use to anyone.
  package func makeKey(
    for clinician: ClinicianCode,
    under passphrase: Passphrase,
    by accessor: Accessor,
    in zone: Zone
  ) throws -> Seal {
    try allowKey(for: clinician, by: accessor)
    return try withNewKey(of: clinician, under: passphrase) { key in
      try store.begin(key, of: clinician, by: accessor, at: Stamp(clock.now(), in: zone))
    }
  }

  /// Opens a clinician's key, so that another can follow it.
  package func unlockKey(
    of clinician: ClinicianCode,
    with passphrase: Passphrase
  ) throws
    -> SigningKey
  {
    try keyring.unlock(
      keyInUse(of: clinician).key,
      of: clinician,
      in: store.recordID,
      with: passphrase
    )
  }

  /// Puts a new key of a clinician in the place of the old one, which signs that.
  package func rotateKey(
    of clinician: ClinicianCode,
    from old: SigningKey,
    under passphrase: Passphrase,
    by accessor: Accessor,
    in zone: Zone
  ) throws -> Seal {
    try withNewKey(of: clinician, under: passphrase) { new in
      try store.follow(
        old,
        by: new,
        of: clinician,
        by: accessor,
        at: Stamp(clock.now(), in: zone)
      )
    }
  }

  /// Says that a key is lost: an administrator's act, once anybody is listed.
  ///
  /// *text* is a clinician's code, or the beginning of a fingerprint, of at least four digits.
  package func loseKey(
    named text: String,
    because reason: String,
    by accessor: Accessor,
    in zone: Zone
  ) throws -> (key: KeyInUse, seal: Seal) {
    if try !store.clinicians().isEmpty {
      guard case .clinician(let author) = accessor else { throw SigningRefusal.nobodyNamed }
      try require(.administrator, of: author)
    }
    let key = try keyInUse(named: text)
    if key.owner == nil, try keyring.presentKey(of: store.recordID) == key.key {
      throw SigningRefusal.sealsHere(key.key.fingerprint)
    }
    let seal = try store.lose(
      key.key,
      because: reason,
      by: accessor,
      at: Stamp(clock.now(), in: zone)
    )
    return (key, seal)
  }

  /// Makes the file and then what the record says of it; what is refused leaves no file.
  private func withNewKey(
    of clinician: ClinicianCode,
    under passphrase: Passphrase,
    _ record: (SigningKey) throws -> Seal
  ) throws -> Seal {
    let key = try keyring.makeKey(for: clinician, in: store.recordID, under: passphrase)
    do {
      return try record(key)
    } catch {
      // Where it could not be confirmed, the record may say that it is in use.
      if case RecordRefusal.notConfirmed = error { throw error }
      try keyring.discard(key.verifying, of: clinician, in: store.recordID)
      throw error
    }
  }

  private func keyInUse(named text: String) throws -> KeyInUse {
    let keys = try store.keysInUse()
    if let owned = keys.last(where: { $0.owner?.text == text }) { return owned }
    let digits = text.filter { !$0.isWhitespace && $0 != "-" }.lowercased()
    let found = keys.filter { key in
      digits.count >= 4
        && key.key.fingerprint.filter { $0 != " " }.hasPrefix(digits)
    }
    guard let only = found.first else { throw KeyRefusal.noSuchKey(text) }
    guard found.count == 1 else {
      throw SigningRefusal.severalKeys(text, found.map(\.key.fingerprint))
    }
    return only
  }
}
