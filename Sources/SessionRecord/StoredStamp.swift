extension Stamp {
  /// The years 1 to 9999, in milliseconds.
  package static let possibleMilliseconds = -62_135_596_800_000...253_402_300_799_999
  /// Minutes east of UTC.
  package static let possibleOffsets = -1_080...1_080

  /// As two columns hold it; nil beyond the times and offsets that a calendar can show.
  package init?(milliseconds: Int, offset: Int) {
    guard Stamp.possibleMilliseconds.contains(milliseconds),
      Stamp.possibleOffsets.contains(offset)
    else { return nil }
    self.init(Instant(milliseconds: milliseconds), offsetMinutes: offset)
  }
}
