import Monitoring
package import RecordStore
package import SessionRecord

extension Supervision {
  /// What a signature of a session would be over, to be shown before anybody is asked for a passphrase.
  ///
  /// Refused of an open session, and where the clinician has no key in use or has signed this very entry.
  package func sessionToSign(
    _ number: SessionNumber,
    by clinician: ClinicianCode
  ) throws -> (session: SessionToSign, key: KeyInUse) {
    let session = try existing(number)
    guard !session.isOpen else { throw KeyRefusal.sessionOpen(session.label) }
    let key = try keyInUse(of: clinician)
    let checkpoint = try checkpoint(of: session)
    let file = try file(of: number)
    guard file.log.last?.number == checkpoint.entry else { throw KeyRefusal.wentOn(session.label) }
    let seals = try store.seals(of: .session(number)).filter { seal in
      if case .head(_, checkpoint.entry, _, derived: _) = seal.act { true } else { false }
    }
    guard !seals.contains(where: { $0.owner == clinician }) else {
      throw KeyRefusal.alreadySigned(by: clinician, session.label)
    }
    let toSign = SessionToSign(
      checkpoint: checkpoint,
      patientName: file.patient.identity?.name,
      state: file.session.state,
      closed: file.session.closed,
      openFlags: file.assessment.flags.filter(\.isOpen).map(\.number),
      seals: seals
    )
    return (toSign, key)
  }

  /// Signs exactly what was shown, with a key that its passphrase opens; gives the seal.
  package func sign(
    _ session: SessionToSign,
    with key: KeyInUse,
    of clinician: ClinicianCode,
    passphrase: Passphrase,
    in zone: Zone
  ) throws -> Seal {
    let signing = try keyring.unlock(
      key.key,
      of: clinician,
      in: store.recordID,
      with: passphrase
    )
    return try store.sign(
      session: session.checkpoint.session,
      over: session.checkpoint.digest,
      with: signing,
      of: clinician,
      by: .clinician(clinician),
      at: Stamp(clock.now(), in: zone)
    )
  }

  /// The key with which a clinician signs.
  package func keyInUse(of clinician: ClinicianCode) throws -> KeyInUse {
    guard let key = try store.keysInUse().last(where: { $0.owner == clinician }) else {
      throw KeyRefusal.nothingInUse(of: clinician)
    }
    return key
  }

  var keyring: Keyring {
    get throws(KeyRefusal) {
      guard let keyring = store.station.keyring else { throw .noKeyring }
      return keyring
    }
  }
}
