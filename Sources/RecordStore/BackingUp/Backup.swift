import GRDB
package import SessionRecord

/// A copy of the record that is whole, verified, on the disk and under its name.
package struct Backup {
  /// As it was typed.
  package let path: String
  package let copy: RecordCopy
  /// SHA-256 of the file at the path; of an encrypted one not that of the copy in it.
  package let digest: RecordDigest
  package let isEncrypted: Bool
  /// Of the copy; never damaged.
  package let verification: Verification
}

extension RecordStore {
  /// Makes a backup at a path, while others write to the record.
  ///
  /// *verifying* looks at the copy before it is called anything: one that is damaged is refused, with what is
  /// damaged, and nothing is left of it. What cannot be told is no damage, and is said. With a passphrase the copy
  /// is made and verified on the disk of the record, encrypted to the path, and decrypted again to be compared.
  package func backUp(
    to path: String,
    encryptedWith passphrase: Passphrase? = nil,
    assessing: (Session, [Entry]) throws -> Assessed,
    verifying: (RecordStore) throws -> Verification,
    progress: BackupProgress
  ) throws -> Backup {
    let part = try PartFile(for: path)
    do {
      let made: (copy: RecordCopy, verification: Verification)
      if let passphrase {
        let folder = try PlainFolder.beside(self.path) { [outbox] in
          outbox.say([.plainCopyLeft($0)])
        }
        let plain = try PartFile(for: "\(folder.path)/record.vigil")
        made = try verifiedCopy(in: plain, assessing, verifying, progress)
        try encrypt(plain, to: part, with: passphrase, as: made.copy.digest, progress)
        // Until here: it holds the plain copy.
        withExtendedLifetime(folder) {}
      } else {
        made = try verifiedCopy(in: part, assessing, verifying, progress)
      }
      let backup = Backup(
        path: path,
        copy: made.copy,
        digest: try part.digest(),
        isEncrypted: passphrase != nil,
        verification: made.verification
      )
      try part.publish()
      if let name = part.secondName { outbox.say([.secondName(name)]) }
      return backup
    } catch {
      throw part.discarded(after: error)
    }
  }

  private func verifiedCopy(
    in part: PartFile,
    _ assessing: (Session, [Entry]) throws -> Assessed,
    _ verifying: (RecordStore) throws -> Verification,
    _ progress: BackupProgress
  ) throws -> (RecordCopy, Verification) {
    // Before the record, which may only be newer.
    let witness = station.keyring?.witness(of: recordID)
    let copy = try copy(into: part, assessing: assessing, progress: progress)
    let verification = try part.asRead {
      let opened = try RecordStore.open(
        at: PartFile.plain(part.part),
        .reading,
        now: Instant(milliseconds: 0)
      )
      if let lost = try witness.flatMap(opened.finding(by:)) {
        throw BackupRefusal.otherThanSealed(path, lost.line)
      }
      return try verifying(opened)
    }
    guard verification.outcome != .damaged else {
      throw BackupRefusal.sourceDamaged(path, verification.damageLines)
    }
    return (copy, verification)
  }

  /// A record that is read as if it ended early is copied so, and the copy holds by itself.
  private func finding(by witness: Witness) throws -> VerificationFinding? {
    let there = try reading { database in
      try database.firstStored("SELECT hash FROM seal WHERE number = ?", [witness.number]) {
        $0.hash(0)
      } ?? nil
    }
    return witness.fault(of: there).map { VerificationFinding(.witness(witness.number), $0) }
  }

  private func encrypt(
    _ plain: PartFile,
    to part: PartFile,
    with passphrase: Passphrase,
    as digest: RecordDigest,
    _ progress: BackupProgress
  ) throws {
    let count = plain.byteCount / BackupHeader.partBytes + 1
    let encrypted = try BackupEncryption.encrypt(plain.reader(), with: passphrase, into: part) {
      try progress(.encrypting, min($0, count), 2 * count)
    }
    var done = 0
    let decrypted = try BackupEncryption.decrypt(
      part.reader(),
      with: passphrase,
      path: part.path
    ) { _ in
      done += 1
      try progress(.encrypting, min(count + done, 2 * count), 2 * count)
    }
    guard encrypted == digest, decrypted == digest else {
      throw BackupRefusal.notDecryptedTheSame(part.path)
    }
  }
}

extension VerificationFinding {
  fileprivate var line: String { "\(place.name): \(what)." }
}

extension Verification {
  /// A line each, the first few; never empty of a damaged record.
  var damageLines: [String] {
    let lines = damages.map(\.line)
    guard lines.count > Verification.mostLines else { return lines }
    return lines.prefix(Verification.mostLines) + [
      "… and \(lines.count - Verification.mostLines) more."
    ]
  }

  private static let mostLines = 5
}
