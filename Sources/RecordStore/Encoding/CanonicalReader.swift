import SessionRecord

/// Bytes that are not the encoding of any value.
struct DamagedBody: Error, Hashable {}

/// Reads what `CanonicalWriter` wrote, and refuses every other sequence of bytes.
///
/// Nothing is skipped, guessed or read past its end; what is left over is refused too.
struct CanonicalReader {
  private let bytes: [UInt8]
  private var place = 0
  private var end: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = bytes.count
  }

  /// All of the bytes as one value.
  static func whole<Value>(
    _ bytes: [UInt8],
    _ read: (inout CanonicalReader) throws(DamagedBody) -> Value
  ) throws(DamagedBody) -> Value {
    var reader = CanonicalReader(bytes)
    let value = try read(&reader)
    guard reader.place == reader.end else { throw DamagedBody() }
    return value
  }

  mutating func boolean() throws(DamagedBody) -> Bool {
    switch try byte() {
    case ValueType.yes: true
    case ValueType.no: false
    default: throw DamagedBody()
    }
  }

  mutating func code() throws(DamagedBody) -> UInt8 {
    try expect(ValueType.code)
    return try byte()
  }

  mutating func integer() throws(DamagedBody) -> Int {
    try expect(ValueType.integer)
    guard end - place >= 8 else { throw DamagedBody() }
    var value: UInt64 = 0
    for offset in 0..<8 { value = value << 8 | UInt64(bytes[place + offset]) }
    place += 8
    return Int(Int64(bitPattern: value))
  }

  mutating func integer(in range: ClosedRange<Int>) throws(DamagedBody) -> Int {
    let value = try integer()
    guard range.contains(value) else { throw DamagedBody() }
    return value
  }

  mutating func text() throws(DamagedBody) -> String {
    let slice = try sized(ValueType.text)
    guard let text = String(validating: bytes[slice], as: UTF8.self) else { throw DamagedBody() }
    return text
  }

  mutating func octets() throws(DamagedBody) -> [UInt8] {
    Array(bytes[try sized(ValueType.bytes)])
  }

  mutating func optional<Value>(
    _ read: (inout CanonicalReader) throws(DamagedBody) -> Value
  ) throws(DamagedBody) -> Value? {
    guard place < end else { throw DamagedBody() }
    if bytes[place] == ValueType.absent {
      place += 1
      return nil
    }
    return try read(&self)
  }

  mutating func optionalText() throws(DamagedBody) -> String? {
    try optional { reader throws(DamagedBody) in try reader.text() }
  }

  mutating func optionalInteger() throws(DamagedBody) -> Int? {
    try optional { reader throws(DamagedBody) in try reader.integer() }
  }

  mutating func list<Item>(
    _ read: (inout CanonicalReader) throws(DamagedBody) -> Item
  ) throws(DamagedBody) -> [Item] {
    try within(try sized(ValueType.list)) { reader throws(DamagedBody) in
      var items: [Item] = []
      while reader.place < reader.end { items.append(try read(&reader)) }
      return items
    }
  }

  mutating func group<Value>(
    _ read: (inout CanonicalReader) throws(DamagedBody) -> Value
  ) throws(DamagedBody) -> Value {
    try within(try sized(ValueType.group), read)
  }

  /// A value that its own initialiser refuses is damage here.
  func valid<Value>(
    _ make: () throws(ValueRefusal) -> Value
  ) throws(DamagedBody) -> Value {
    do { return try make() } catch { throw DamagedBody() }
  }

  /// Reads inside a part whose bytes have to be used up, and goes on behind it.
  private mutating func within<Value>(
    _ part: Range<Int>,
    _ read: (inout CanonicalReader) throws(DamagedBody) -> Value
  ) throws(DamagedBody) -> Value {
    let outer = end
    place = part.lowerBound
    end = part.upperBound
    let value = try read(&self)
    guard place == end else { throw DamagedBody() }
    end = outer
    return value
  }

  /// The part that a value of this type occupies; afterwards the reader stands behind it.
  private mutating func sized(_ type: UInt8) throws(DamagedBody) -> Range<Int> {
    try expect(type)
    guard end - place >= 4 else { throw DamagedBody() }
    var length = 0
    for offset in 0..<4 { length = length << 8 | Int(bytes[place + offset]) }
    place += 4
    guard length <= end - place else { throw DamagedBody() }
    let part = place..<place + length
    place = part.upperBound
    return part
  }

  private mutating func expect(_ type: UInt8) throws(DamagedBody) {
    guard try byte() == type else { throw DamagedBody() }
  }

  private mutating func byte() throws(DamagedBody) -> UInt8 {
    guard place < end else { throw DamagedBody() }
    defer { place += 1 }
    return bytes[place]
  }
}
