import Foundation
package import SessionRecord

/// Why no backup was made, restored or exported; the record is as it was.
package enum BackupRefusal: Refusal, Hashable {
  case emptyPath
  case isFolder(String)
  case fileExists(String)
  /// What an earlier one left that was interrupted.
  case partExists(String)
  /// Beside the path lies what SQLite would take for a part of it.
  case leftover(String, companion: String)
  case notWritten(String, why: String)
  case notReadable(String, why: String)
  /// The machine did not give what was written, which says nothing about what that is.
  case notVerified(String, why: String)
  /// The file that was being made is no longer the one that has its name.
  case replaced(String)
  case noPrivateFolder(String, why: String)
  case olderVersion(String)
  /// What is wrong, a line each; never empty.
  case sourceDamaged(String, [String])
  /// The record holds by itself, and lacks what this machine sealed last; what that is, in a line.
  case otherThanSealed(String, String)
  case copyDamaged(String, [String])
  case notABackup(String)
  case newerContainer(String, version: Int)
  case hasJournal(String, journal: String)
  case changedMeanwhile(String)
  case wrongPassphrase(String)
  /// An encrypted file that is not whole, by the part where that shows, from 1.
  case notAsEncrypted(String, part: Int)
  case notDecryptedTheSame(String)
  case notDerived
  case notDigested
  case interrupted(String)

  package var kind: RefusalKind {
    switch self {
    case .emptyPath: .usage
    case .wrongPassphrase: .badInput
    case .olderVersion, .hasJournal: .notAllowed
    case .isFolder, .fileExists, .partExists, .leftover, .notWritten, .notVerified, .replaced,
      .noPrivateFolder, .notDerived, .notDigested, .interrupted:
      .cannotWrite
    case .notReadable: .notFound
    case .sourceDamaged, .otherThanSealed, .copyDamaged, .notABackup, .newerContainer,
      .changedMeanwhile,
      .notAsEncrypted, .notDecryptedTheSame:
      .damaged
    }
  }

  package var problem: String {
    switch self {
    case .emptyPath: "The file has no name. Nothing was written."
    case .isFolder(let path): "\(path) is a folder. Nothing was written."
    case .fileExists(let path): "There is already a file \(path). Nothing was written."
    case .partExists(let part):
      "There is a file \(part): one that was interrupted, or is being made right now. Nothing was written."
    case .leftover(let path, let companion):
      "Beside \(path) lies \(companion), which would be taken for a part of it. Nothing was written."
    case .notWritten(let path, let why):
      "\(path) could not be written: \(why). Nothing is left of it."
    case .notReadable(let path, let why): "\(path) cannot be read: \(why)."
    case .notVerified(let path, let why):
      "\(path) could not be looked at again, so it is not called a backup: \(why). Nothing is left of it."
    case .replaced(let part): "\(part) was taken away or replaced meanwhile, so nothing was made."
    case .noPrivateFolder(let place, let why):
      "No folder of your own can be made in \(place): \(why). Nothing was written."
    case .olderVersion(let path):
      "\(path) is a record of an older version, and you may not write to it. Nothing was copied."
    case .sourceDamaged(let path, let what):
      "The record \(path) is damaged, so no copy of it is called a backup. Nothing was kept of it.\n"
        + what.joined(separator: "\n")
    case .otherThanSealed(let path, let what):
      "The record \(path) is not what was sealed here, so no copy of it is called a backup. "
        + "Nothing was kept of it.\n\(what)"
    case .copyDamaged(let path, let what):
      "\(path) is damaged and was not restored. Nothing was kept of it.\n"
        + what.joined(separator: "\n")
    case .notABackup(let path):
      "\(path) is neither a record of Vigil nor a backup. Nothing was written."
    case .newerContainer(let path, let version):
      "\(path) was encrypted by a newer Vigil (form \(version)). Nothing was written."
    case .hasJournal(let path, let journal):
      "Beside \(path) lies \(journal): it is in use, or was left in the middle of an entry. Nothing was written."
    case .changedMeanwhile(let path): "\(path) changed while it was read. Nothing was kept of it."
    case .wrongPassphrase(let path): "This passphrase does not open \(path). Nothing was written."
    case .notAsEncrypted(let path, let part):
      "\(path) is damaged: from part \(part) on it is cut short, or not as it was encrypted. "
        + "Nothing was kept of it."
    case .notDecryptedTheSame(let path):
      "What was encrypted for \(path) does not come back the same. Nothing was kept of it."
    case .notDerived: "The passphrase could not be worked into a key: there is too little memory."
    case .notDigested: "The file could not be digested. Nothing was kept of it."
    case .interrupted(let path): "Interrupted. Nothing is left of \(path)."
    }
  }

  package var remedy: String? {
    switch self {
    case .emptyPath, .isFolder: "Name a file that is not there yet."
    case .fileExists: "Name another: nothing is ever replaced."
    case .partExists(let part): "If nothing is being made there any more: rm -- '\(part)'"
    case .leftover: "Name another place."
    case .notWritten, .notVerified, .noPrivateFolder: "See to the disk, or name another place."
    case .notReadable: nil
    case .replaced: "Name a folder that nobody else may write to."
    case .olderVersion:
      "Let someone who may write to it open it once (vigil verify), and make the backup then."
    case .sourceDamaged:
      "vigil verify says all that is wrong, and what is whole. Keep the file as it is, and earlier backups "
        + "with it; vigil restore puts one of them beside it."
    case .otherThanSealed(let path, _):
      "vigil verify says what is wrong; look for the record that was sealed here, or a later backup of it. To go on with "
        + "this one, put it beside as a record of its own: vigil restore '\(path)' --to NEW.vigil"
    case .copyDamaged: "Take an earlier backup."
    case .notABackup: "Name the file that vigil backup made."
    case .newerContainer: "Use the newer Vigil."
    case .hasJournal:
      "Of a record that is in use, make a backup: vigil backup FILE --record PATH. What a crash left is put "
        + "right when the record is opened: vigil status --record PATH"
    case .changedMeanwhile:
      "Of a record that is in use, make a backup: vigil backup FILE --record PATH"
    case .wrongPassphrase: "Type it again. Without it nobody can open the file, nor can Vigil."
    case .notAsEncrypted: "Copy it again from where it is kept, or take an earlier backup."
    case .notDecryptedTheSame: "Try again, on another disk."
    case .notDerived: "Close other programs, and try again."
    case .notDigested, .interrupted: "Try again."
    }
  }

  /// Why a file could not be written, by the number that the machine gave.
  static func notWritten(_ path: String, _ error: Int32) -> BackupRefusal {
    .notWritten(path, why: SystemFailure.words(error))
  }
}
