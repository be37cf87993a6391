import SessionRecord

/// A commit of a session's log: entries that became known together.
struct KnownCommit {
  let entries: ArraySlice<Entry>
  /// The latest recorded time in it or in any commit before it.
  let time: Instant

  /// The commits that were known by an instant, in the log's order.
  static func all(of log: [Entry], by asOf: Instant) -> [KnownCommit] {
    var commits: [KnownCommit] = []
    var start = log.startIndex
    while start < log.endIndex {
      let commit = log[start].commit
      let end = log[start...].firstIndex { $0.commit != commit } ?? log.endIndex
      var time = commits.last?.time ?? log[start].recorded.instant
      for entry in log[start..<end] { time = max(time, entry.recorded.instant) }
      guard time <= asOf else { break }
      commits.append(KnownCommit(entries: log[start..<end], time: time))
      start = end
    }
    return commits
  }
}
