import SessionRecord

/// What is said of the last verified backup.
struct BackupWords {
  private let age: BackupAge

  init(_ age: BackupAge) { self.age = age }

  /// Nil where it is young enough.
  var warning: String? {
    guard age.isOverdue else { return nil }
    let limit =
      "the clinic's limit is \(counted(age.limit, "day")). Make one on another disk: vigil backup FILE"
    guard let last = age.last, let days = age.days else {
      return "No verified backup is known of this record; \(limit)"
    }
    return "The last verified backup of this record is of \(last.civil.date) \(last.clock), "
      + "\(counted(days, "day")) ago; \(limit)"
  }
}
