/// A byte offset as people count: line and column from 1, the column in characters.
struct TextPlace {
  let line: Int
  let column: Int

  init(of offset: Int, in bytes: [UInt8]) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.line = line
    self.column = column
  }

  func refusal(_ reason: String, at path: DocumentPath, in file: String) -> ProtocolRefusal {
    ProtocolRefusal(file: file, path: path.text, line: line, column: column, reason: reason)
  }
}

/// The offset of the first byte that does not belong to well-formed UTF-8; nil where all do.
func firstByteNotUTF8(in bytes: [UInt8]) -> Int? {
  var place = 0
  while place < bytes.count {
    let first = bytes[place]
    guard first >= 0x80 else {
      place += 1
      continue
    }
    // Length and the allowed second byte, after Unicode's table 3-7 of well-formed sequences.
    let (length, second): (Int, ClosedRange<UInt8>)
    switch first {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return place
    }
    guard place + length <= bytes.count, second.contains(bytes[place + 1]),
      bytes[(place + 2)..<(place + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
    else { return place }
    place += length
  }
  return nil
}
