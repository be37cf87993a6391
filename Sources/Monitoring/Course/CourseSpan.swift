package import SessionRecord

/// The time between two sessions in words.
package enum CourseSpan {
  /// `51 h`, `47 h 59 min`, from four days on `5 d 3 h`; never rounded up.
  package static func words(_ span: TimeSpan) -> String {
    let minutes = span.wholeMinutes
    if minutes >= 96 * 60 { return parts((minutes / 1_440, "d"), (minutes / 60 % 24, "h")) }
    return parts((minutes / 60, "h"), (minutes % 60, "min"))
  }

  private static func parts(_ larger: (Int, String), _ smaller: (Int, String)) -> String {
    let said = [larger, smaller].filter { $0.0 != 0 }.map { "\($0.0) \($0.1)" }
    return said.isEmpty ? "0 \(smaller.1)" : said.joined(separator: " ")
  }
}
