extension Stamp {
  /// A moment written as RFC 3339 with its offset: `2026-11-19T14:05:00+01:00`, `…Z`, with or
  /// without seconds' fraction of up to three digits.
  ///
  /// Nil for anything else.
  package init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":")
    else { return nil }
    var place = 19
    var millisecond = 0
    if bytes[place] == UInt8(ascii: ".") {
      place += 1
      var digits = 0
      while place < bytes.count, let digit = digitValue(bytes[place]) {
        guard digits < 3 else { return nil }
        millisecond = millisecond * 10 + digit
        digits += 1
        place += 1
      }
      guard digits > 0 else { return nil }
      for _ in digits..<3 { millisecond *= 10 }
    }
    guard
      let year = number(bytes, 0, 4), let month = number(bytes, 5, 2),
      let day = number(bytes, 8, 2), let hour = number(bytes, 11, 2),
      let minute = number(bytes, 14, 2), let second = number(bytes, 17, 2),
      let time = CivilTime(
        year: year,
        month: month,
        day: day,
        hour: hour,
        minute: minute,
        second: second,
        millisecond: millisecond
      ),
      let offset = writtenOffset(bytes[place...])
    else { return nil }
    self.init(time.instant(offsetMinutes: offset), offsetMinutes: offset)
  }
}

extension CivilTime {
  /// A date as `2026-11-19`, at midnight.
  package init?(date text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes, 0, 4), let month = number(bytes, 5, 2),
      let day = number(bytes, 8, 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The same date at a time written `14:05` or `14:05:30`.
  package func at(clock text: String) -> CivilTime? {
    let bytes = Array(text.utf8)
    guard bytes.count == 5 || bytes.count == 8, bytes[2] == UInt8(ascii: ":"),
      let hour = number(bytes, 0, 2), let minute = number(bytes, 3, 2)
    else { return nil }
    var second = 0
    if bytes.count == 8 {
      guard bytes[5] == UInt8(ascii: ":"), let seconds = number(bytes, 6, 2) else { return nil }
      second = seconds
    }
    return CivilTime(
      year: year,
      month: month,
      day: day,
      hour: hour,
      minute: minute,
      second: second
    )
  }
}

private func digitValue(_ byte: UInt8) -> Int? {
  (0x30...0x39).contains(byte) ? Int(byte) - 0x30 : nil
}

private func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
  guard start + count <= bytes.count else { return nil }
  var value = 0
  for byte in bytes[start..<start + count] {
    guard let digit = digitValue(byte) else { return nil }
    value = value * 10 + digit
  }
  return value
}

private func writtenOffset(_ bytes: ArraySlice<UInt8>) -> Int? {
  let text = Array(bytes)
  if text == [UInt8(ascii: "Z")] || text == [UInt8(ascii: "z")] { return 0 }
  guard text.count == 6, text[3] == UInt8(ascii: ":"), let hours = number(text, 1, 2),
    let minutes = number(text, 4, 2), hours <= 18, minutes <= 59,
    hours * 60 + minutes <= 1_080
  else { return nil }
  switch text[0] {
  case UInt8(ascii: "+"): return hours * 60 + minutes
  case UInt8(ascii: "-"): return -(hours * 60 + minutes)
  default: return nil
  }
}
