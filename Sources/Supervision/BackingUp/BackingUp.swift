package import RecordStore
package import SessionRecord

/// What became of a backup, and of saying in the record that it was made.
package struct BackedUp {
  package let backup: Backup
  /// Why the record does not say so; nil where it does.
  package let notLogged: (any Refusal)?
}

extension Supervision {
  /// Makes a verified backup at a path while others write, and says so in the record's log of accesses.
  package func backUp(
    to path: String,
    encryptedWith passphrase: Passphrase? = nil,
    by accessor: Accessor,
    progress: BackupProgress
  ) throws -> BackedUp {
    let backup = try store.backUp(
      to: path,
      encryptedWith: passphrase,
      assessing: assessing(in: store),
      verifying: { try $0.verified(assessing: assessing(in: $0), progress) },
      progress: progress
    )
    return BackedUp(
      backup: backup,
      notLogged: note(
        .backedUp,
        of: RecordStore.name(of: path),
        digest: backup.digest,
        by: accessor
      )
    )
  }

  /// Says in the record that it was exported, to a file or, without a name, to whoever reads; gives why that
  /// could not be said.
  package func noteExport(
    to name: String?,
    digest: RecordDigest?,
    by accessor: Accessor
  ) -> (any Refusal)? {
    note(.exported, of: name ?? "export-record", digest: digest, by: accessor)
  }

  private func note(
    _ act: AccessAct,
    of subject: String,
    digest: RecordDigest?,
    by accessor: Accessor
  ) -> (any Refusal)? {
    do {
      let zone = try clinicZone() ?? .utc
      try store.logApart(
        Access(act, of: subject, digest: digest, by: accessor, at: Stamp(clock.now(), in: zone))
      )
      return nil
    } catch let refusal as any Refusal {
      return refusal
    } catch {
      return RecordRefusal.notSaved(why: "\(error)")
    }
  }

  /// Puts a record at a path from a backup, verified; see `RecordStore.restore`.
  package static func restore(
    _ file: String,
    to path: String,
    passphrase: Passphrase?,
    by accessor: Accessor,
    at stamp: Stamp,
    station: Station,
    progress: BackupProgress
  ) throws -> Restored {
    try RecordStore.restore(
      file,
      to: path,
      passphrase: passphrase,
      by: accessor,
      at: stamp,
      station: station,
      verifying: { try $0.verified(assessing: assessing(in: $0), progress) },
      progress: progress
    )
  }
}

extension RecordStore {
  /// All of it, as closely as there is.
  fileprivate func verified(
    assessing: @escaping @Sendable (Session, [Entry]) throws -> Assessed,
    _ progress: BackupProgress
  ) throws -> Verification {
    var ended: (any Error)?
    let verification = try verify(.record, level: .full, assessing: assessing) { done, all in
      guard ended == nil else { return }
      do { try progress(.verifying, done, all) } catch { ended = error }
    }
    if let ended { throw ended }
    return verification
  }
}
