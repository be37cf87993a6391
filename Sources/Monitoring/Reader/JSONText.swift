/// Reads JSON strictly, from bytes to a tree of values with their places.
///
/// A key given twice, anything but UTF-8, and whatever RFC 8259 does not allow are refused, with path,
/// line and column. It never traps, whatever the bytes are.
struct JSONText {
  /// A protocol of a hundred rules has about 40,000 bytes.
  static let mostBytes = 1_000_000
  static let mostDepth = 32
  private static let fewKeys = 20

  let bytes: [UInt8]
  private let file: String
  private(set) var place = 0
  private var path = DocumentPath()
  private var depth = 0

  /// The document's one value.
  static func value(of bytes: [UInt8], from file: String) throws(ProtocolRefusal) -> JSONValue {
    var text = JSONText(bytes: bytes, file: file)
    return try text.document()
  }

  private init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  private mutating func document() throws(ProtocolRefusal) -> JSONValue {
    guard bytes.count <= JSONText.mostBytes else {
      throw refusal(at: 0, "The text has more than \(JSONText.mostBytes) bytes.")
    }
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      throw refusal(at: 0, "The text begins with a byte order mark; save it as UTF-8 without one.")
    }
    if let wrong = firstByteNotUTF8(in: bytes) {
      throw refusal(at: wrong, "The text is not UTF-8 here.")
    }
    skipSpace()
    let value = try self.value()
    skipSpace()
    guard place == bytes.count else { throw expected("nothing after the document's end") }
    return value
  }

  private mutating func value() throws(ProtocolRefusal) -> JSONValue {
    let start = place
    switch current {
    case UInt8(ascii: "{"): return JSONValue(kind: .object(try members()), offset: start)
    case UInt8(ascii: "["): return JSONValue(kind: .array(try elements()), offset: start)
    case UInt8(ascii: "\""): return JSONValue(kind: .string(try string()), offset: start)
    case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte):
      return JSONValue(kind: .number(try number()), offset: start)
    default:
      if take("true") { return JSONValue(kind: .boolean(true), offset: start) }
      if take("false") { return JSONValue(kind: .boolean(false), offset: start) }
      if take("null") { return JSONValue(kind: .null, offset: start) }
      throw expected("a value")
    }
  }

  private mutating func members() throws(ProtocolRefusal) -> [JSONMember] {
    try enter()
    var members: [JSONMember] = []
    // A handful of keys is compared; a hostile object of a hundred thousand is hashed.
    var keys: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) {
      depth -= 1
      return []
    }
    while true {
      skipSpace()
      let keyOffset = place
      guard current == UInt8(ascii: "\"") else { throw expected("a key in quotation marks") }
      let key = try string()
      path.push(.key(key))
      if members.count == JSONText.fewKeys { keys = Set(members.map(\.key)) }
      let isNew =
        members.count < JSONText.fewKeys
        ? !members.contains { $0.key == key } : keys.insert(key).inserted
      guard isNew else { throw refusal(at: keyOffset, "This key is given twice.") }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw expected("a colon after the key") }
      skipSpace()
      members.append(JSONMember(key: key, keyOffset: keyOffset, value: try value()))
      path.pop()
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "}")) else { throw expected("a comma or }") }
      depth -= 1
      return members
    }
  }

  private mutating func elements() throws(ProtocolRefusal) -> [JSONValue] {
    try enter()
    var elements: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) {
      depth -= 1
      return []
    }
    while true {
      skipSpace()
      path.push(.index(elements.count))
      elements.append(try value())
      path.pop()
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "]")) else { throw expected("a comma or ]") }
      depth -= 1
      return elements
    }
  }

  private mutating func enter() throws(ProtocolRefusal) {
    depth += 1
    guard depth <= JSONText.mostDepth else {
      throw refusal(at: place, "The document is nested more than \(JSONText.mostDepth) deep.")
    }
    place += 1
  }
}

extension JSONText {
  /// The byte that is read next; nil at the end.
  var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  mutating func advance(by count: Int = 1) { place += count }

  mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    place += 1
    return true
  }

  private mutating func take(_ word: String) -> Bool {
    guard bytes[place...].starts(with: word.utf8) else { return false }
    place += word.utf8.count
    return true
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  /// A refusal of what stands here.
  func expected(_ expected: String) -> ProtocolRefusal {
    refusal(at: place, "Expected \(expected), found \(foundHere).")
  }

  func refusal(at offset: Int, _ reason: String) -> ProtocolRefusal {
    TextPlace(of: offset, in: bytes).refusal(reason, at: path, in: file)
  }

  private var foundHere: String {
    guard place < bytes.count else { return "the end of the text" }
    let word = bytes[place...].prefix(20).prefix { byte in
      byte > 0x20 && !",:{}[]\"".utf8.contains(byte)
    }
    let shown = word.isEmpty ? bytes[place...].prefix(1) : word
    return "“\(String(decoding: shown, as: UTF8.self))”"
  }
}
