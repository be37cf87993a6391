import Foundation
import RecordStore
import SessionRecord

/// What is said of a backup that was made: what is in it, that it was verified, and what to do with it.
struct BackupText {
  private let backup: Backup
  private let took: Duration

  init(_ backup: Backup, took: Duration) {
    self.backup = backup
    self.took = took
  }

  var text: String {
    let quoted = TypedPath(backup.path).text
    let check =
      backup.isEncrypted
      ? "To check it, restore it: vigil restore \(quoted) --to PATH"
      : "To check it: vigil verify --record \(quoted)\nTo use it: vigil restore \(quoted) --to PATH"
    return """
      \(backup.path) is a verified backup\(backup.isEncrypted ? ", encrypted" : "").
      \(contents); it took \(seconds) s.
      \(VerifiedWords(backup.verification).text)
      SHA-256 \(backup.digest)
      Keep it on another disk, away from this machine\(passphrase).
      \(check)
      """
  }

  private var contents: String {
    let copy = backup.copy
    let open = copy.openSessions == 0 ? "" : " (\(copy.openSessions) open)"
    let end =
      copy.recorded.map { ", up to commit \(copy.commit) of \($0.civil.date) \($0.clock)" } ?? ""
    return "\(CountedWords.of(copy.sessions, "session"))\(open), "
      + "\(CountedWords.of(copy.entries, "entry", "entries"))\(end)"
  }

  private var passphrase: String {
    backup.isEncrypted
      ? ", and the passphrase where it is not lost with the file: nothing else opens it" : ""
  }

  private var seconds: String {
    let tenths =
      took.components.seconds * 10 + took.components.attoseconds / 100_000_000_000_000_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// What verifying a copy came to, where it is not damaged.
struct VerifiedWords {
  private let verification: Verification

  /// Of what cannot be told, so many are named.
  private static let most = 5

  init(_ verification: Verification) { self.verification = verification }

  var text: String {
    let doubts = verification.doubts
    guard !doubts.isEmpty else {
      return "Verified: chains, seals, identities, protocols and read models hold."
    }
    let named = doubts.prefix(VerifiedWords.most).map { "  \($0.place.name): \($0.what)" }
    let rest = doubts.count - named.count
    return
      (["Verified: nothing is damaged. What cannot be told, in the record itself as well:"] + named
      + (rest > 0 ? ["  … and \(rest) more"] : []))
      .joined(separator: "\n")
  }
}

enum CountedWords {
  static func of(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }
}

/// A path as it is typed after a command: neither an option nor several words, nor a name that SQLite takes for
/// something else (`:memory:`, `file:x`).
struct TypedPath {
  private let path: String

  init(_ path: String) { self.path = path }

  var text: String {
    let isOdd = path.hasPrefix("-") || path.contains(":")
    let plain = isOdd && !path.hasPrefix("/") ? "./" + path : path
    let isSafe = plain.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || "/._-+,:@%".unicodeScalars.contains($0)
    }
    return isSafe ? plain : "'" + plain.replacing("'", with: #"'\''"#) + "'"
  }
}
