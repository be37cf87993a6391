import Foundation
package import SessionRecord

extension RecordStore {
  /// Puts a record at a path from a backup, where nothing is.
  ///
  /// An encrypted file takes a passphrase; for any other it is not looked at. The copy is verified before it has its name; one that is
  /// damaged is refused, and nothing is left of it. The record says that it was restored, and the machine
  /// remembers the copy's newest seal as the newest from now on.
  package static func restore(
    _ file: String,
    to path: String,
    passphrase: Passphrase?,
    by accessor: Accessor,
    at stamp: Stamp,
    station: Station,
    verifying: (RecordStore) throws -> Verification,
    progress: BackupProgress
  ) throws -> Restored {
    try PartFile.requireFree(path)
    let backup = try BackupFile(file)
    let secret = backup.form == .encrypted ? passphrase : nil
    if backup.form == .encrypted, secret == nil { throw BackupRefusal.wrongPassphrase(file) }
    try makeFolder(of: path)
    let part = try PartFile(for: path)
    do {
      let digest = try fill(part, from: backup, secret, progress)
      let header = try RecordHeader(part.begin())
      guard let header, header.applicationID == RecordPragmas.applicationID else {
        throw BackupRefusal.notABackup(file)
      }
      guard header.version <= RecordPragmas.version else {
        throw RecordRefusal.newerRecord(path: file, version: header.version)
      }
      let restored = try verified(part, of: file, at: stamp, verifying)
      if header.version == RecordPragmas.version {
        let access = Access(.restored, of: name(of: file), digest: digest, by: accessor, at: stamp)
        try RecordStore.open(at: PartFile.plain(part.part), .writing, now: stamp.instant).log(
          access
        )
      }
      // First: a restored record that is older than what the machine remembers would be called damaged.
      let before = station.keyring?.witness(of: restored.store.recordID)
      let remembered = try remember(restored, station)
      do {
        try part.publish()
      } catch {
        try set(before, restored, station)
        throw error
      }
      return Restored(
        path: path,
        record: restored.store.recordID,
        purpose: restored.store.purpose,
        version: header.version,
        digest: digest,
        isEncrypted: backup.form == .encrypted,
        verification: restored.verification,
        newest: restored.newest,
        remembered: remembered,
        isLogged: header.version == RecordPragmas.version,
        secondName: part.secondName
      )
    } catch {
      throw part.discarded(after: error)
    }
  }

  /// Whether a backup asks for a passphrase; refused is what is none.
  package static func isEncryptedBackup(_ file: String) throws(BackupRefusal) -> Bool {
    try BackupFile(file).form == .encrypted
  }

  /// The last part of a path, as the log of accesses names a file.
  package static func name(of file: String) -> String { (file as NSString).lastPathComponent }

  // MARK: - Steps

  private struct Verified {
    let store: RecordStore
    let verification: Verification
    let seals: [Seal]
    var newest: Seal? { seals.last }
  }

  private static func makeFolder(of path: String) throws(BackupRefusal) {
    let folder = (PartFile.plain(path) as NSString).deletingLastPathComponent
    guard !folder.isEmpty else { return }
    do throws(PrivateFile.Failure) {
      try PrivateFile.makeFolder(folder)
    } catch {
      throw .notWritten(path, why: error.words)
    }
  }

  /// Gives SHA-256 of the file that was read.
  private static func fill(
    _ part: PartFile,
    from backup: BackupFile,
    _ passphrase: Passphrase?,
    _ progress: BackupProgress
  ) throws -> RecordDigest {
    let size = backup.byteCount / BackupHeader.partBytes + 1
    var done = 0
    func take(_ bytes: [UInt8]) throws {
      try part.write(bytes)
      done += 1
      try progress(.reading, min(done, size), size)
    }
    if let passphrase {
      _ = try BackupEncryption.decrypt(
        backup.reader,
        with: passphrase,
        path: backup.path,
        take: take
      )
    } else {
      var reader = backup.reader
      while case let bytes = try reader.read(FileReader.atOnce), !bytes.isEmpty { try take(bytes) }
    }
    let digest = try backup.reader.digest()
    try backup.requireUnchanged()
    return digest
  }

  private static func verified(
    _ part: PartFile,
    of file: String,
    at stamp: Stamp,
    _ verifying: (RecordStore) throws -> Verification
  ) throws -> Verified {
    do {
      let (store, verification) = try part.asRead {
        let store = try RecordStore.open(
          at: PartFile.plain(part.part),
          .reading,
          now: stamp.instant
        )
        return (store, try verifying(store))
      }
      guard verification.outcome != .damaged else {
        throw BackupRefusal.copyDamaged(file, verification.damageLines)
      }
      return Verified(store: store, verification: verification, seals: try store.seals())
    } catch RecordRefusal.damaged(_, let what) {
      throw BackupRefusal.copyDamaged(file, [what])
    } catch RecordRefusal.notARecord, RecordRefusal.emptyFile {
      throw BackupRefusal.notABackup(file)
    }
  }

  /// Holds the copy's seals against what this machine remembers, and has it remember the copy's from now on.
  private static func remember(
    _ restored: Verified,
    _ station: Station
  ) throws -> Restored.Remembered {
    guard let keyring = station.keyring else { return .nothingMore }
    let witness = keyring.witness(of: restored.store.recordID)
    let newest = restored.newest.map { Witness(number: $0.number, hash: $0.hash, at: $0.at) }
    if newest != nil || witness != nil { try set(newest, restored, station) }
    guard let witness else { return .nothingMore }
    guard let same = restored.seals.first(where: { $0.number == witness.number }) else {
      return .more(witness)
    }
    return same.hash == witness.hash ? .nothingMore : .another(witness)
  }

  /// What the machine remembers of the record from now on; nil of one that was put back to before its first seal.
  private static func set(
    _ witness: Witness?,
    _ restored: Verified,
    _ station: Station
  ) throws(BackupRefusal) {
    guard let keyring = station.keyring else { return }
    let record = restored.store.recordID
    guard let witness else { return keyring.forgetWitness(of: record) }
    guard keyring.remember(witness, of: record) else {
      throw .notWritten(keyring.place(of: record), why: "the newest seal cannot be kept there")
    }
  }
}
