import SessionRecord

extension CanonicalWriter {
  mutating func instant(_ value: Instant) { integer(value.milliseconds) }

  /// A group of the milliseconds and the offset in minutes.
  mutating func stamp(_ value: Stamp) {
    group { writer in
      writer.instant(value.instant)
      writer.integer(value.offsetMinutes)
    }
  }

  mutating func number(_ value: some Numbered) { integer(value.value) }
  mutating func optional(_ value: Stamp?) { optional(value) { $1.stamp($0) } }
  mutating func optional(_ value: Instant?) { optional(value) { $1.instant($0) } }
}

extension CanonicalReader {
  /// The years 1 to 9999, in milliseconds.
  static let instants = Stamp.possibleMilliseconds
  /// From the first of them to the last, and back.
  static let spans = -315_537_897_600_000...315_537_897_600_000
  /// Minutes east of UTC.
  static let offsets = Stamp.possibleOffsets

  mutating func instant() throws(DamagedBody) -> Instant {
    Instant(milliseconds: try integer(in: CanonicalReader.instants))
  }

  mutating func stamp() throws(DamagedBody) -> Stamp {
    try group { reader throws(DamagedBody) in
      Stamp(try reader.instant(), offsetMinutes: try reader.integer(in: CanonicalReader.offsets))
    }
  }

  mutating func optionalStamp() throws(DamagedBody) -> Stamp? {
    try optional { reader throws(DamagedBody) in try reader.stamp() }
  }

  mutating func optionalInstant() throws(DamagedBody) -> Instant? {
    try optional { reader throws(DamagedBody) in try reader.instant() }
  }

  mutating func clockStep() throws(DamagedBody) -> ClockStep {
    let span = try integer(in: CanonicalReader.spans)
    guard let step = ClockStep(by: TimeSpan(milliseconds: span)) else { throw DamagedBody() }
    return step
  }

  mutating func entryNumber() throws(DamagedBody) -> EntryNumber {
    EntryNumber(try integer(in: 1...Int.max))
  }

  mutating func flagNumber() throws(DamagedBody) -> FlagNumber {
    FlagNumber(try integer(in: 1...Int.max))
  }

  mutating func clinician() throws(DamagedBody) -> ClinicianCode {
    let text = try text()
    return try valid { () throws(ValueRefusal) in try ClinicianCode(stored: text) }
  }

  mutating func digest() throws(DamagedBody) -> RecordDigest {
    guard let digest = RecordDigest(bytes: try octets()) else { throw DamagedBody() }
    return digest
  }
}
