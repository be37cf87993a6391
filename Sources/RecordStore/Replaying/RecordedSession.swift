package import SessionRecord

/// A session with its log and the flags that stand, as they were stored with its last entry.
package struct RecordedSession {
  package let session: Session
  package let log: [Entry]
  /// By number, without those that were retracted.
  package let flags: [Flag]
}

/// The rows of one session as they were read, to be decoded once nothing is held.
struct RecordedRows {
  let session: Session
  var log: [LogRow] = []
  var flags: [[UInt8]] = []

  func decoded(path: String) throws(RecordRefusal) -> RecordedSession {
    var entries: [Entry] = []
    entries.reserveCapacity(log.count)
    for row in log { entries.append(try row.entry()) }
    var standing: [Flag] = []
    standing.reserveCapacity(flags.count)
    for body in flags {
      guard let flag = try? Flag(body: body) else {
        throw .damaged(
          path: path,
          what: "a stored flag of session \(session.number) cannot be read"
        )
      }
      standing.append(flag)
    }
    return RecordedSession(session: session, log: entries.onOneClock(), flags: standing)
  }
}
