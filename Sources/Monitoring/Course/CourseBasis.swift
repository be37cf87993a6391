import SessionRecord

/// How counts are said in what a course rule rests on.
enum CourseBasis {
  /// `1 session`, `3 sessions`.
  static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension [DosedSession] {
  /// `S-2026-0001, S-2026-0003`; of more than six the first and the last.
  var labels: String {
    guard count > 6, let first, let last else { return map(\.label).joined(separator: ", ") }
    return "\(first.label) to \(last.label)"
  }
}
