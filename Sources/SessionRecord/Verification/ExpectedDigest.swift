/// A digest as it was typed from a print: 64 hexadecimal digits, or the first of them, at least 16.
package struct ExpectedDigest: Hashable, Sendable {
  /// In lower case, without spaces and hyphens.
  package let digits: String

  package init(_ text: String) throws(DigestRefusal) {
    let typed = text.filter { !$0.isWhitespace && $0 != "-" }.lowercased()
    guard typed.utf8.allSatisfy(ExpectedDigest.isDigit) else { throw .notADigest(text) }
    guard typed.utf8.count <= 64 else { throw .tooLong(digits: typed.utf8.count) }
    guard typed.utf8.count >= ExpectedDigest.fewest else {
      throw .tooShort(digits: typed.utf8.count)
    }
    digits = typed
  }

  /// Fewer than all of them were typed.
  package var isShort: Bool { digits.utf8.count < 64 }

  package func isBeginning(of digest: RecordDigest) -> Bool {
    digest.description.utf8.starts(with: digits.utf8)
  }

  static let fewest = 16

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}

/// Why what was typed as a digest is none.
package enum DigestRefusal: Refusal, Hashable {
  case notADigest(String)
  case tooShort(digits: Int)
  case tooLong(digits: Int)

  package var kind: RefusalKind { .usage }
  package var problem: String {
    switch self {
    case .notADigest(let text): "“\(text)” is not a digest."
    case .tooShort(let digits): "\(digits) digits are too few to know a digest by."
    case .tooLong(let digits): "\(digits) digits are more than a digest has."
    }
  }
  package var remedy: String? {
    "Type the 64 digits (0 to 9, a to f) as they are printed, or at least the first 16; spaces may stay."
  }
}

/// Where in the record an expected digest stands.
package enum DigestPlace: Hashable, Sendable {
  /// It is the hash of this entry; *after* entries of its stream were entered since.
  case entry(EntryStream, EntryNumber, recorded: Stamp?, after: Int)
  /// It is the hash of this seal; *after* seals were made since.
  case seal(Int, at: Stamp?, after: Int)
}
