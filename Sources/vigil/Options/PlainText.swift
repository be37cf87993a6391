import SessionRecord

/// Text that a person gives as an option: one line, without control characters and those that
/// reorder what a screen shows.
enum PlainText {
  static let longest = 500

  static func checked(_ text: String, what: String) throws -> String {
    let trimmed = text.drop { $0 == " " }
    let plain = String(trimmed.reversed().drop { $0 == " " }.reversed())
    guard !plain.isEmpty else { throw ValueRefusal.emptyText(what: what) }
    // Of one letter with its marks a text may have many.
    guard plain.count <= longest, plain.unicodeScalars.count <= 4 * longest else {
      throw ValueRefusal.textTooLong(what: what, limit: longest)
    }
    guard plain.unicodeScalars.allSatisfy({ !isControl($0) }) else {
      throw CommandRefusal.controlCharacter(what)
    }
    return plain
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
