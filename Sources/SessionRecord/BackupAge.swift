/// How old the last verified backup of a record is, against the number of days that the clinic set.
package struct BackupAge: Hashable {
  /// Days.
  package let limit: Int
  /// Nil where none is known.
  package let last: Stamp?
  private let now: Instant

  package init(limit: Int, last: Stamp?, now: Instant) {
    self.limit = limit
    self.last = last
    self.now = now
  }

  /// Whole days since the last one; nil where none is known.
  package var days: Int? {
    last.map { max(0, (now - $0.instant).milliseconds / TimeSpan.hours(24).milliseconds) }
  }

  /// Whether none is known, or the last is older than the limit, to the millisecond.
  package var isOverdue: Bool {
    guard let last else { return true }
    return now - last.instant > .hours(24 * limit)
  }
}
