import Foundation
import SessionRecord
import TestSupport

@testable import RecordStore

/// What holds of whatever lies where a small file of Vigil should: it is none, or what was read is written as
/// a file that is read as the same.
///
/// The first byte says which: 0 a key, 1 a witness, 2 the header of a backup, 3 that of a record, 4 digits,
/// 5 a table of mounts, 6 a passphrase.
enum SmallFilePromise {
  static func hold(_ bytes: [UInt8]) throws {
    guard let first = bytes.first else { return }
    let file = Array(bytes.dropFirst())
    switch first {
    case 0: try key(file)
    case 1: try witness(file)
    case 2: try backup(file)
    case 3: try record(file)
    case 4: try digits(String(decoding: file, as: UTF8.self))
    case 5: try mounts(String(decoding: file, as: UTF8.self))
    case 6: try passphrase(String(decoding: file, as: UTF8.self))
    default: break
    }
  }

  private static func decoded<File: Decodable>(_ bytes: [UInt8], as type: File.Type) -> File? {
    do { return try JSONDecoder().decode(type, from: Data(bytes)) } catch { return nil }
  }

  private static func key(_ bytes: [UInt8]) throws {
    guard let file = decoded(bytes, as: KeyFile.self) else { return }
    let again = try KeyringJSON.bytes(file)
    let read = try JSONDecoder().decode(KeyFile.self, from: Data(again))
    try BrokenPromise.unless(
      try KeyringJSON.bytes(read) == again,
      "a key file is not read back: \(file)"
    )
    guard let key = file.ownKey else { return }
    try BrokenPromise.unless(
      KeyFile(own: key, of: file.record).ownKey?.raw == key.raw,
      "a key is not read back"
    )
  }

  private static func witness(_ bytes: [UInt8]) throws {
    guard let file = decoded(bytes, as: WitnessFile.self), let witness = file.witness else {
      return
    }
    let again = decoded(try KeyringJSON.bytes(WitnessFile(witness)), as: WitnessFile.self)
    try BrokenPromise.unless(again?.witness == witness, "a witness is not read back: \(witness)")
  }

  private static func backup(_ bytes: [UInt8]) throws {
    let header: BackupHeader
    do { header = try BackupHeader(reading: bytes) } catch { return }
    let again = try BackupHeader(header.key)
    try BrokenPromise.unless(
      again == header && bytes.starts(with: again.fields),
      "a header is written again as \(again.fields)"
    )
  }

  private static func record(_ bytes: [UInt8]) throws {
    guard let header = RecordHeader(bytes) else { return }
    let numbers = [header.version, header.applicationID]
    try BrokenPromise.unless(
      numbers.allSatisfy { (0...Int(UInt32.max)).contains($0) },
      "a header says \(numbers)"
    )
  }

  private static func digits(_ text: String) throws {
    guard let bytes = Hexadecimal.bytes(text) else { return }
    try BrokenPromise.unless(Hexadecimal.text(bytes) == text, "“\(text)” is not written again")
  }

  private static func mounts(_ text: String) throws {
    let table = MountTable(reading: text)
    let known = Set(table.mounts.map(\.type))
    for mount in table.mounts {
      let found = table.fileSystem(of: mount.point)?.type
      try BrokenPromise.unless(
        found.map(known.contains) == true,
        "no file system at “\(mount.point)”"
      )
    }
  }

  private static func passphrase(_ text: String) throws {
    do {
      let passphrase = try Passphrase(text)
      try BrokenPromise.unless(
        passphrase.bytes == Array(text.utf8) && text.count >= Passphrase.shortest,
        "“\(text)” is taken as another passphrase"
      )
    } catch let refusal as KeyRefusal {
      try BrokenPromise.unless(!refusal.problem.isEmpty, "refused without a word: \(refusal)")
    }
  }
}
