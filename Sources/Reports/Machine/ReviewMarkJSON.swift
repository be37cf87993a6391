import SessionRecord

/// What the clinic made of a flag or a side effect, as a member of a document.
enum ReviewMarkJSON {
  /// Null where nobody reviewed it.
  static func value(_ mark: ReviewMark?, clock: SessionClock) -> JSONValue {
    guard let mark else { return .null }
    return .object([
      "entry": .integer(mark.entry.value),
      "at": .string(clock.stamp(mark.at).rfc3339),
      "by": .string(mark.by.text),
      "verdict": .string(mark.verdict.word),
      "followUp": .optional(mark.followUp),
      "text": .string(mark.text),
    ])
  }
}
