/// A part of a whole in words, never a percentage alone.
enum ShareText {
  /// Fewer than this are only counted: one more would move a percentage by a quarter or more.
  private static let fewest = 5

  /// `12 of 40 sessions (30.0%)`; `2 of 3 sessions` where there are fewer than five.
  static func of(_ part: Int, _ whole: Int, _ what: String) -> String {
    let counts = "\(part) of \(whole) \(what)"
    return percent(part, whole).map { "\(counts) (\($0))" } ?? counts
  }

  /// `30.0%`, for beside both counts; nil where there are fewer than five.
  ///
  /// Never nought for what is there, and never all where one is missing.
  static func percent(_ part: Int, _ whole: Int) -> String? {
    guard whole >= fewest else { return nil }
    let permille = ExactNumber(part * 100_000, over: whole).text(decimals: 1, fixed: true)
    if part > 0, permille == "0.0" { return "under 0.1%" }
    if part < whole, permille == "100.0" { return "over 99.9%" }
    return permille + "%"
  }

  /// `0.34`; `–` without a session.
  static func aSession(_ count: Int, _ sessions: Int) -> String { rate(count, sessions) ?? "–" }

  /// To two decimals; nil without a session.
  static func rate(_ count: Int, _ sessions: Int) -> String? {
    sessions == 0
      ? nil : ExactNumber(count * 1_000, over: sessions).text(decimals: 2, fixed: true)
  }
}
