package import Foundation
package import SessionRecord

/// The folder in which keys lie, apart from the record: one folder for each record, 0700, its files 0600.
///
/// Whoever has only the record cannot seal in it anew.
package struct Keyring: Sendable {
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// The record's own key of this machine, which is made at the first need.
  package func ownKey(of record: UUID) throws(KeyRefusal) -> SigningKey {
    let path = "\(place(of: record))/record.key"
    if let file = try read(path, of: record) {
      guard let key = file.ownKey else { throw .malformed(path: path) }
      return key
    }
    return try makeOwnKey(of: record)
  }

  /// Puts the record's own key aside, under its fingerprint, and makes a new one.
  package func replaceOwnKey(of record: UUID) throws(KeyRefusal) -> SigningKey {
    let path = "\(place(of: record))/record.key"
    if let file = try read(path, of: record), let key = file.ownKey {
      let aside = "\(place(of: record))/record.\(name(of: key.verifying)).key"
      guard rename(path, aside) == 0 else {
        throw .notWritten(path: aside, why: SystemFailure.words(errno))
      }
      // Its new name is on the disk before another key takes the old one.
      PrivateFile.sync(folder: place(of: record))
    }
    return try makeOwnKey(of: record)
  }

  /// A new key of a clinician, wrapped; it is in use once the record says so.
  package func makeKey(
    for clinician: ClinicianCode,
    in record: UUID,
    under passphrase: Passphrase
  ) throws(KeyRefusal) -> SigningKey {
    let key = try SigningKey()
    let file = try KeyFile(key, of: clinician, in: record, under: passphrase)
    try write(file, to: path(of: key.verifying, clinician, record))
    return key
  }

  /// Takes away the file of a key that never came into use.
  package func discard(_ key: VerifyingKey, of clinician: ClinicianCode, in record: UUID) {
    unlink(path(of: key, clinician, record))
  }

  package func unlock(
    _ key: VerifyingKey,
    of clinician: ClinicianCode,
    in record: UUID,
    with passphrase: Passphrase
  ) throws(KeyRefusal) -> SigningKey {
    let path = path(of: key, clinician, record)
    guard let file = try read(path, of: record) else {
      throw .noKey(of: clinician, folder: place(of: record))
    }
    let unlocked = try file.unlocked(with: passphrase)
    guard unlocked.verifying == key else { throw .malformed(path: path) }
    return unlocked
  }

  package func hasKey(_ key: VerifyingKey, of clinician: ClinicianCode, in record: UUID) -> Bool {
    access(path(of: key, clinician, record), F_OK) == 0
  }

  /// With which key this machine seals; nil where it never did, or the file cannot be read.
  package func presentKey(of record: UUID) -> VerifyingKey? {
    (try? read("\(place(of: record))/record.key", of: record))?.ownKey?.verifying
  }

  /// Whether that key of the record's own lies here, in use or put aside; none is made.
  package func hasOwnKey(_ key: VerifyingKey, in record: UUID) -> Bool {
    let names = ["record.key", "record.\(name(of: key)).key"]
    return names.contains { name in
      (try? read("\(place(of: record))/\(name)", of: record))?.ownKey?.verifying == key
    }
  }

  /// Nil where this machine sealed nothing, or its memory cannot be read.
  package func witness(of record: UUID) -> Witness? {
    guard let bytes = try? PrivateFile(path: witnessPath(record)).read(),
      let file = try? JSONDecoder().decode(WitnessFile.self, from: Data(bytes))
    else { return nil }
    return file.witness
  }

  /// Remembers the newest seal; false where it could not be written.
  package func remember(_ witness: Witness, of record: UUID) -> Bool {
    guard let bytes = try? KeyringJSON.bytes(WitnessFile(witness)) else { return false }
    do {
      try PrivateFile(path: witnessPath(record)).write(bytes, replacing: true)
      return true
    } catch {
      return false
    }
  }

  /// For a record that was put back to before its first seal.
  func forgetWitness(of record: UUID) {
    if unlink(witnessPath(record)) == 0 { PrivateFile.sync(folder: place(of: record)) }
  }

  /// Does it while no other process does, so that a witness is never followed by an older one.
  ///
  /// An answer waits for it: after a second in which another holds the folder it is done all the same.
  func alone(with record: UUID, _ body: () -> Void) {
    let descriptor = open(place(of: record), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    var tries = 0
    while descriptor >= 0, tries < 200, flock(descriptor, LOCK_EX | LOCK_NB) != 0,
      errno == EWOULDBLOCK || errno == EINTR
    {
      usleep(5_000)
      tries += 1
    }
    body()
  }

  /// Where the keys of a record lie.
  package func place(of record: UUID) -> String { "\(folder)/\(record.uuidString)" }

  private func witnessPath(_ record: UUID) -> String { "\(place(of: record))/witness.json" }

  private func makeOwnKey(of record: UUID) throws(KeyRefusal) -> SigningKey {
    let path = "\(place(of: record))/record.key"
    let key = try SigningKey()
    do {
      try PrivateFile(path: path).write(
        try KeyringJSON.bytes(KeyFile(own: key, of: record)),
        replacing: false
      )
      return key
    } catch PrivateFile.Failure.exists {
      // Another process was quicker: its key is the one.
      guard let made = try read(path, of: record)?.ownKey else { throw .malformed(path: path) }
      return made
    } catch PrivateFile.Failure.system(let why) {
      throw .notWritten(path: path, why: why)
    } catch {
      throw .notWritten(path: path, why: "\(error)")
    }
  }

  private func path(of key: VerifyingKey, _ clinician: ClinicianCode, _ record: UUID) -> String {
    "\(place(of: record))/clinician.\(name(of: key)).key"
  }

  /// A key's own digits: a code may hold letters that no file name should.
  private func name(of key: VerifyingKey) -> String { Hexadecimal.text(key.bytes.prefix(8)) }

  private func read(_ path: String, of record: UUID) throws(KeyRefusal) -> KeyFile? {
    do {
      let bytes = try PrivateFile(path: path).read()
      guard let file = try? JSONDecoder().decode(KeyFile.self, from: Data(bytes)),
        file.record == record
      else { throw KeyRefusal.malformed(path: path) }
      return file
    } catch let refusal as KeyRefusal {
      throw refusal
    } catch PrivateFile.Failure.absent {
      return nil
    } catch PrivateFile.Failure.openToOthers {
      throw .openToOthers(path: path)
    } catch PrivateFile.Failure.system(let why) {
      throw .notReadable(path: path, why: why)
    } catch {
      throw .notReadable(path: path, why: "\(error)")
    }
  }

  private func write(_ file: KeyFile, to path: String) throws(KeyRefusal) {
    do {
      try PrivateFile(path: path).write(try KeyringJSON.bytes(file), replacing: false)
    } catch PrivateFile.Failure.system(let why) {
      throw .notWritten(path: path, why: why)
    } catch {
      throw .notWritten(path: path, why: "\(error)")
    }
  }
}

/// How the files of a keyring are written.
enum KeyringJSON {
  static func bytes(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
  }
}
