import Crypto

/// One buffer in which values are written to be digested, used again and again.
///
/// It writes what `CanonicalWriter` writes, of columns as they are stored.
struct DigestBuffer {
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(1_024) }

  /// Begins anew with bytes that were written before.
  mutating func begin(with start: [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: start)
  }

  mutating func append(_ values: [UInt8]) { bytes.append(contentsOf: values) }

  /// A column as it is stored.
  mutating func column(_ column: StoredColumns.Column) {
    switch column {
    case .null: bytes.append(ValueType.absent)
    case .integer(let value): integer(value)
    case .text(let text): sized(ValueType.text, text)
    case .blob(let blob): sized(ValueType.bytes, blob)
    case .real(let bits):
      // No value of the encoding: what holds it has no digest that is said anywhere.
      bytes.append(0xFF)
      withUnsafeBytes(of: bits.bigEndian) { bytes.append(contentsOf: $0) }
    }
  }

  /// A column that holds the number of a code, from 0 to 255; any other as it is stored.
  mutating func code(_ stored: StoredColumns.Column) {
    guard case .integer(let value) = stored, let code = UInt8(exactly: value) else {
      return column(stored)
    }
    bytes.append(ValueType.code)
    bytes.append(code)
  }

  mutating func integer(_ value: Int) {
    bytes.append(ValueType.integer)
    withUnsafeBytes(of: Int64(value).bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func columns(_ columns: StoredColumns, _ places: Range<Int>) {
    for place in places { column(columns[place]) }
  }

  var digest: HashBytes? {
    SHA256.hash(data: bytes).withUnsafeBytes { HashBytes($0) }
  }

  var written: [UInt8] { bytes }

  private mutating func sized(_ type: UInt8, _ value: UnsafeRawBufferPointer) {
    bytes.append(type)
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: value.count).bigEndian) {
      bytes.append(contentsOf: $0)
    }
    bytes.append(contentsOf: value)
  }
}
