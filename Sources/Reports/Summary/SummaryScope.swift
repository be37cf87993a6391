package import SessionRecord

/// Which sessions a summary is of, and as of when open ones are seen.
package struct SummaryScope: Hashable {
  /// Opened at or after; nil from the first on.
  package let since: Stamp?
  /// Opened at or before; nil up to the last.
  package let until: Stamp?
  /// Under a protocol of this id, in any version; nil under any.
  package let id: ProtocolID?
  package let now: Stamp

  package init(since: Stamp?, until: Stamp?, id: ProtocolID?, now: Stamp) {
    self.since = since
    self.until = until
    self.id = id
    self.now = now
  }

  /// `Sessions opened from 2026-11-01 to 2026-11-30, under iv-0.5-40`; *date* says a day.
  func words(_ date: (CivilTime) -> String) -> String {
    var words = "Sessions opened"
    if let since { words += " from \(SummaryScope.moment(since, isEnd: false, date))" }
    if let until { words += " to \(SummaryScope.moment(until, isEnd: true, date))" }
    if since == nil, until == nil { words = "All sessions" }
    return words + (id.map { ", under \($0.text)" } ?? "")
  }

  /// A day where it is the whole day's first or last moment, and its clock otherwise.
  private static func moment(
    _ stamp: Stamp,
    isEnd: Bool,
    _ date: (CivilTime) -> String
  ) -> String {
    let time = stamp.civil
    let day = date(time)
    let isWhole =
      isEnd
      ? (time.clockWithSeconds, time.millisecond) == ("23:59:59", 999)
      : (time.clockWithSeconds, time.millisecond) == ("00:00:00", 0)
    return isWhole ? day : "\(day) \(stamp.clock)"
  }
}
