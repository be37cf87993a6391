import SessionRecord

extension ObservedTime {
  /// `3m`, `90s`, `2h`.
  static func span(_ bytes: ArraySlice<UInt8>) -> TimeSpan? {
    guard let unit = bytes.last, let count = digits(bytes.dropLast()), bytes.count <= 7 else {
      return nil
    }
    switch unit {
    case UInt8(ascii: "s"), UInt8(ascii: "S"): return .seconds(count)
    case UInt8(ascii: "m"), UInt8(ascii: "M"): return .minutes(count)
    case UInt8(ascii: "h"), UInt8(ascii: "H"): return .hours(count)
    default: return nil
    }
  }

  /// What `-3` may have meant.
  static func spanWithUnit(_ bytes: [UInt8]) -> String? {
    guard bytes.count <= 5, let count = digits(bytes.dropFirst()) else { return nil }
    return "@-\(count)m"
  }

  /// Hour, minute and second of `14:02`, `14:02:30` or `1402`.
  static func clock(_ bytes: ArraySlice<UInt8>) -> [Int]? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    if parts.count == 1, bytes.count == 4 {
      guard let hour = digits(bytes.prefix(2)), let minute = digits(bytes.suffix(2)) else {
        return nil
      }
      return [hour, minute, 0]
    }
    guard parts.count == 2 || parts.count == 3 else { return nil }
    var fields: [Int] = []
    for part in parts {
      guard part.count == 2, let field = digits(part) else { return nil }
      fields.append(field)
    }
    return fields.count == 2 ? fields + [0] : fields
  }

  /// What `9:05` or `905` should have been.
  static func padded(_ bytes: [UInt8]) -> String? {
    let digitsOnly = bytes.filter { $0 != UInt8(ascii: ":") }
    guard digitsOnly.count == 3, bytes.count <= 4, digits(digitsOnly[...]) != nil,
      bytes.count == 3 || bytes[1] == UInt8(ascii: ":")
    else { return nil }
    let text = String(decoding: digitsOnly, as: UTF8.self)
    return "@0\(text.prefix(1)):\(text.suffix(2))"
  }

  /// Minutes east of UTC of `+02:00`.
  static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count == 6, let sign = bytes.first, let hours = digits(bytes.dropFirst().prefix(2)),
      bytes[bytes.startIndex + 3] == UInt8(ascii: ":"), let minutes = digits(bytes.suffix(2)),
      hours <= 18, minutes < 60
    else { return nil }
    let size = hours * 60 + minutes
    return sign == UInt8(ascii: "-") ? -size : size
  }

  static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 6, bytes.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }
}
