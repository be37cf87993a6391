/// The first byte of every encoded value: what follows it.
enum ValueType {
  static let absent: UInt8 = 0x00
  static let no: UInt8 = 0x01
  static let yes: UInt8 = 0x02
  static let code: UInt8 = 0x03
  static let integer: UInt8 = 0x04
  static let text: UInt8 = 0x05
  static let bytes: UInt8 = 0x06
  static let list: UInt8 = 0x07
  static let group: UInt8 = 0x08
}

/// Writes values in the record's encoding: a type byte, a length where it varies, the bytes.
///
/// The same values give the same bytes, and no two sequences of values share them, because every
/// value says its type and its length. docs/record-format.md is the specification.
struct CanonicalWriter {
  private(set) var bytes: [UInt8] = []

  /// Starts with bytes that are no value: the domain of a digest.
  init(domain: String) { bytes = Array(domain.utf8) + [0] }

  init() { bytes.reserveCapacity(128) }

  /// Values that were written apart.
  mutating func append(_ values: [UInt8]) { bytes.append(contentsOf: values) }

  mutating func absent() { bytes.append(ValueType.absent) }

  mutating func boolean(_ value: Bool) { bytes.append(value ? ValueType.yes : ValueType.no) }

  /// A number from a closed table of the format: 0 to 255.
  mutating func code(_ value: UInt8) {
    bytes.append(ValueType.code)
    bytes.append(value)
  }

  mutating func integer(_ value: Int) {
    bytes.append(ValueType.integer)
    withUnsafeBytes(of: Int64(value).bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// The exact UTF-8 bytes, never normalised.
  mutating func text(_ value: String) {
    let utf8 = value.utf8
    bytes.append(ValueType.text)
    length(utf8.count)
    bytes.append(contentsOf: utf8)
  }

  mutating func octets(_ value: some Collection<UInt8>) {
    bytes.append(ValueType.bytes)
    length(value.count)
    bytes.append(contentsOf: value)
  }

  mutating func optional<Value>(
    _ value: Value?,
    _ write: (Value, inout CanonicalWriter) -> Void
  ) {
    if let value { write(value, &self) } else { absent() }
  }

  mutating func optional(_ value: String?) { optional(value) { $1.text($0) } }
  mutating func optional(_ value: Int?) { optional(value) { $1.integer($0) } }

  mutating func list<Items: Sequence>(
    _ items: Items,
    _ write: (Items.Element, inout CanonicalWriter) -> Void
  ) {
    wrapped(ValueType.list) { writer in
      for item in items { write(item, &writer) }
    }
  }

  /// Values that belong together; a choice is a group whose first value is its code.
  mutating func group(_ fields: (inout CanonicalWriter) -> Void) {
    wrapped(ValueType.group, fields)
  }

  private mutating func wrapped(_ type: UInt8, _ write: (inout CanonicalWriter) -> Void) {
    bytes.append(type)
    let start = bytes.count
    length(0)
    write(&self)
    withUnsafeBytes(of: UInt32(bytes.count - start - 4).bigEndian) { size in
      for (place, byte) in size.enumerated() { bytes[start + place] = byte }
    }
  }

  private mutating func length(_ count: Int) {
    withUnsafeBytes(of: UInt32(count).bigEndian) { bytes.append(contentsOf: $0) }
  }
}
