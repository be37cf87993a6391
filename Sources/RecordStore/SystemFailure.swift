import Foundation

/// Why the machine refused a call, in words: the one place where its number becomes them.
package enum SystemFailure {
  /// Of what was to be written, made or looked at.
  package static func words(_ code: Int32) -> String {
    switch code {
    case EIO: "the disk reported an error"
    case ENOSPC: "the disk is full"
    case EDQUOT: "your share of the disk is full"
    case EFBIG: "the disk takes no file of that size"
    case EROFS: "the disk is read-only"
    case EACCES, EPERM: "you may not write there"
    case ENOENT: "there is no such folder"
    case ENOTDIR: "part of its path is a file"
    case EMFILE, ENFILE: "too many files are open"
    case ENOMEM: "there is too little memory"
    default: String(cString: strerror(code))
    }
  }

  /// Of what was only to be read.
  static func wordsOfReading(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "you may not read it"
    case ENOENT: "there is no such file"
    default: words(code)
    }
  }

  /// Whether a right is missing, which somebody can give, and not room or the disk itself.
  static func isWantOfRights(_ code: Int32) -> Bool { [EACCES, EPERM, EROFS].contains(code) }
}
